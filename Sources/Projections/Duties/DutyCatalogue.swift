/// Every source of duties.
public enum DutyCatalogue {
  /// In the order in which duties of the same day are told.
  public static let sources: [any DutySource.Type] = [
    IncidentClockDuties.self, RemovalDuties.self, ExecutionDuties.self, EmergencyDuties.self,
    UndecidedDuties.self,
    AnswerDuties.self, OpeningDuties.self, TransferDuties.self, GrantEndDuties.self,
    ExceptionDuties.self, FlagDuties.self, ReportDuties.self, ClassificationDuties.self,
    PolicyDuties.self, ReconciliationDuties.self, IncidentMeasureDuties.self,
  ]

  /// The kinds, in the same order.
  public static let kinds: [DutyKind] = sources.map { $0.kind }
}
