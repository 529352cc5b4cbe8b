public import AccessModel
public import Diagnostics

/// Who keeps the ledger does not decide on access to it, and who registers or reads never decides. (ROL-07)
public enum BarredFromDeciding {
  public static let code = DiagnosticCode(
    "ROL-07",
    Localized(
      en: "A role that the decider holds bars them from deciding this.",
      sv: "En roll som beslutsfattaren har hindrar honom eller henne från att besluta detta."),
    remedy: Localized(
      en: "Let somebody else decide: liggare role who-decides ENTITLEMENT --for PERSON.",
      sv: "Låt någon annan besluta: liggare role who-decides BEHÖRIGHET --for PERSON."))

  /// Whether a role bars its holder from deciding.
  ///
  /// - Parameter isLedger: whether the system is the ledger itself: one that a custodian is appointed for.
  public static func bars(_ role: Role, isLedger: Bool) -> Bool {
    switch role {
    case .helpdesk, .auditor, .job, .personnelSource: true
    case .custodian: isLedger
    case .owner, .steward, .deputy, .manager, .administrator, .registrar, .securityCoordinator,
      .head, .dataProtectionOfficer, .archivist:
      false
    }
  }

  public static func violation(
    decider: PersonID, entitlement: EntitlementID, role: Role, assignment: AssignmentID
  ) -> Diagnostic {
    code.diagnostic(
      .init(en: "decider", sv: "beslutsfattare", "\(decider)"),
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "role", sv: "roll", localized: role.word),
      .init(AssignmentSubject.word, "\(assignment)"))
  }
}
