public import AccessModel
public import Diagnostics

/// Who carries decisions out in a system does not make them. (ROL-08)
public enum AdministratorDoesNotDecide {
  public static let code = DiagnosticCode(
    "ROL-08",
    Localized(
      en: "The decider is an administrator of the system and would decide what they carry out.",
      sv: "Beslutsfattaren är systemadministratör och skulle besluta det som han eller hon verkställer."
    ),
    remedy: Localized(
      en:
        "Let somebody else decide. In a small unit, say so with --small-unit and --reason; a compensating check is then due each month.",
      sv:
        "Låt någon annan besluta. I en liten enhet, ange det med --small-unit och --reason; en kompenserande kontroll ska då göras varje månad."
    ))

  public static func check(
    decider: PersonID, system: SystemID, assignment: AssignmentID?, isSmallUnit: Bool
  ) -> Diagnostic? {
    guard let assignment, !isSmallUnit else { return nil }
    return code.diagnostic(
      .init(en: "decider", sv: "beslutsfattare", "\(decider)"),
      .init(SystemSubject.word, "\(system)"), .init(AssignmentSubject.word, "\(assignment)"))
  }
}
