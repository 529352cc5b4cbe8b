public import AccessModel
public import Diagnostics

/// Nobody decides on their own access, by any route (jäv). (INV-02)
public enum NoSelfDecision {
  public static let code = DiagnosticCode(
    "INV-02",
    Localized(
      en: "The decider has an interest of their own in this decision.",
      sv: "Beslutsfattaren är jävig."),
    remedy: Localized(
      en: "Let somebody else with authority decide: liggare role who-decides shows who has it.",
      sv: "Låt någon annan med befogenhet besluta: liggare role who-decides visar vem som har den."))

  /// - Parameter isSubjectsDeputy: whether the decider's power is the subject's, exercised as deputy.
  public static func check(
    decider: PersonID, subject: PersonID, isSubjectsDeputy: Bool
  ) -> Diagnostic? {
    let relation: Localized
    if decider == subject {
      relation = Localized(
        en: "the decider is the person the access is for",
        sv: "beslutsfattaren är den som behörigheten gäller")
    } else if isSubjectsDeputy {
      relation = Localized(
        en: "the decider acts as deputy for the person the access is for",
        sv: "beslutsfattaren är ersättare för den som behörigheten gäller")
    } else {
      return nil
    }
    return code.diagnostic(
      .init(en: "decider", sv: "beslutsfattare", "\(decider)"),
      .init(en: "person", sv: "person", "\(subject)"),
      .init(en: "why", sv: "varför", localized: relation))
  }
}
