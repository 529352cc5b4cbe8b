public import AccessModel
public import Diagnostics

/// Who carries decisions out in a system does not make them. (ROL-08)
public enum AdministratorDoesNotDecide {
  public static let code = DiagnosticCode(
    "ROL-08",
    Localized(
      en: "The decider is an administrator of the system and would decide what they carry out.",
      sv:
        "Beslutsfattaren är systemadministratör och skulle besluta det som han eller hon verkställer."
    ),
    remedy: Localized(
      en:
        "Let somebody else decide. In a small unit, say so with --small-unit and --reason; a compensating check is then due as often as the rules say.",
      sv:
        "Låt någon annan besluta. I en liten enhet, ange det med --small-unit och --reason; en kompenserande kontroll ska då göras så ofta som reglerna säger."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Who can open the door does not also say who may go in: two must be wrong before the wrong one enters.",
      sv:
        "Den som kan öppna dörren säger inte också vem som får gå in: två måste ha fel innan fel person kommer in."
    ),
    source: Localized(
      en: "ISO 27001 5.3, 8.2; NIST AC-5",
      sv: "ISO 27001 5.3, 8.2; NIST AC-5"),
    refused: Localized(
      en:
        "liggare grant approve R-1 --decided-by lars.moberg, steward and administrator of the same system",
      sv:
        "liggare grant approve R-1 --decided-by lars.moberg, systemförvaltare och systemadministratör för samma system"
    ),
    allowed: Localized(
      en: "the same with --small-unit --reason \"Three of us work here\"",
      sv: "samma sak med --small-unit --reason \"Vi är tre som arbetar här\""))

  public static func check(
    decider: PersonID, system: SystemID, assignment: AssignmentID?, isSmallUnit: Bool
  ) -> Diagnostic? {
    guard let assignment, !isSmallUnit else { return nil }
    return code.diagnostic(
      .init(Localized(en: "decider", sv: "beslutsfattare"), persons: ["\(decider)"]),
      .init(SystemSubject.word, "\(system)"), .init(AssignmentSubject.word, "\(assignment)"))
  }
}
