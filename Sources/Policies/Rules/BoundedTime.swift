public import AccessModel
public import Chronology
public import Diagnostics

/// A grant has an end or a review interval; where the footing is temporary or the power great, it
/// has an end. (INV-11)
public enum BoundedTime {
  public static let code = DiagnosticCode(
    "INV-11",
    Localized(
      en: "The grant must be bounded in time.",
      sv: "Tilldelningen måste vara begränsad i tiden."),
    remedy: Localized(
      en: "Give the last day with --until, or a review interval with --review-days.",
      sv: "Ange sista dag med --until, eller granskningsintervall med --review-days."))

  public static func check(
    until: Instant?, reviewDays: Int64?, reviewDaysMax: Int64, category: PersonCategory,
    privilege: Privilege
  ) -> Diagnostic? {
    if let reviewDays, reviewDays > reviewDaysMax {
      return code.diagnostic(
        .init(
          en: "why", sv: "varför",
          localized: Localized(
            en: "it would be reviewed too seldom: at least every \(reviewDaysMax) days",
            sv: "den skulle granskas för sällan: minst var \(reviewDaysMax):e dag")))
    }
    guard until == nil else { return nil }
    let why: Localized
    if privilege == .privileged {
      why = Localized(en: "the entitlement is privileged", sv: "behörigheten är privilegierad")
    } else if category.isTemporary {
      why = Localized(
        en: "the person is on a temporary footing: \(category.word.english)",
        sv: "personen har en tidsbegränsad anknytning: \(category.word.swedish)")
    } else if reviewDays == nil {
      why = Localized(
        en: "it has neither an end nor a review interval",
        sv: "den har varken slut eller granskningsintervall")
    } else {
      return nil
    }
    return code.diagnostic(.init(en: "why", sv: "varför", localized: why))
  }
}
