public import AccessModel
public import Diagnostics

/// What a review decided is carried out (INV-35)
public enum OutcomeHasEffect {
  public static let code = DiagnosticCode(
    "INV-35",
    Localized(
      en: "A reduction that was decided has not been carried out.",
      sv: "En minskning som bestämts har inte genomförts."),
    remedy: Localized(
      en:
        "Make the grant smaller: liggare grant narrow GRANT. Otherwise the item is open again and is to be answered anew.",
      sv:
        "Minska tilldelningen: liggare grant narrow TILLDELNING. Annars är posten öppen igen och ska besvaras på nytt."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A review that changes nothing only looks like control.",
      sv: "En granskning som inget ändrar ser bara ut som kontroll."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2",
      sv: "ISO 27001 5.18; NIST AC-2"),
    refused: Localized(
      en: "the closing of V-1 while G-1 was to be reduced and is as it was",
      sv: "att avsluta V-1 medan G-1 skulle minskas och är som förut"),
    allowed: Localized(
      en: "the same once G-1 is narrowed",
      sv: "samma sak när G-1 är begränsad"))

  public static func violation(grants: [GrantID], review: ReviewID) -> Diagnostic? {
    guard !grants.isEmpty else { return nil }
    return code.diagnostic(
      .init(ReviewSubject.word, "\(review)"),
      .init(
        GrantSubject.word,
        grants.prefix(10).map { "\($0)" }.joined(separator: ", ")
          + (grants.count > 10 ? ", …" : "")))
  }
}
