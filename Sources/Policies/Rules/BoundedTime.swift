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

  public static let ground = Ground(
    protects: Localized(
      en:
        "Access without an end is forgotten. It ends or is looked at again; great power, and access of those who are here for a time, ends.",
      sv:
        "En behörighet utan slut glöms bort. Den ska upphöra eller granskas igen; stora befogenheter, och behörigheter för den som är här en tid, ska ha ett slut."
    ),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.18, 8.2; NIS2 Article 21(2)(i)",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.18, 8.2; NIS2 artikel 21.2 i"
    ),
    refused: Localized(
      en: "liggare grant approve R-1, privileged, without --until",
      sv: "liggare grant approve R-1, privilegierad, utan --until"),
    allowed: Localized(
      en: "liggare grant approve R-1 --until 2026-08-31",
      sv: "liggare grant approve R-1 --until 2026-08-31"))

  /// Whether nothing but an end will do: for great power, and for whoever is here for a limited time.
  public static func needsEnd(category: PersonCategory, privilege: Privilege) -> Bool {
    privilege == .privileged || category.isTemporary
  }

  /// - Parameter latest: the latest end that the other rules allow, for the way out; `nil` when nothing bounds it.
  public static func check(
    until: Instant?, reviewDays: Int64?, reviewDaysMax: Int64, category: PersonCategory,
    privilege: Privilege, latest: Instant?
  ) -> Diagnostic? {
    if let reviewDays, reviewDays > reviewDaysMax {
      return refusal(
        Localized(
          en: "it would be reviewed too seldom: at least every \(reviewDaysMax) days",
          sv: "den skulle granskas för sällan: den ska granskas minst var \(reviewDaysMax):e dag"),
        remedy: Localized(
          en: "Give a shorter interval with --review-days, or leave it out to get the rules' own.",
          sv:
            "Ange ett kortare intervall med --review-days, eller utelämna det så gäller reglernas."
        ))
    }
    guard until == nil else { return nil }
    guard needsEnd(category: category, privilege: privilege) else {
      guard reviewDays == nil else { return nil }
      return refusal(
        Localized(
          en: "it has neither an end nor a review interval",
          sv: "den har varken slut eller granskningsintervall"), remedy: code.remedy)
    }
    var refusal = refusal(
      privilege == .privileged
        ? Localized(en: "the entitlement is privileged", sv: "behörigheten är privilegierad")
        : Localized(
          en: "the person is on a temporary footing: \(category.word.english)",
          sv: "personen har en tidsbegränsad anknytning: \(category.word.swedish)"),
      remedy: Localized(
        en: "Give the last day with --until; a review interval is not enough here.",
        sv: "Ange sista dag med --until; ett granskningsintervall räcker inte här."))
    if let latest {
      refusal.facts.append(.init(en: "latest allowed", sv: "senast tillåtet", end: latest))
    }
    return refusal
  }

  private static func refusal(_ why: Localized, remedy: Localized) -> Diagnostic {
    var refusal = code.diagnostic(.init(en: "why", sv: "varför", localized: why))
    refusal.remedy = remedy
    return refusal
  }
}
