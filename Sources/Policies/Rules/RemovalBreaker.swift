public import AccessModel
public import Diagnostics

/// Silence does not take access from too many at once (REV-08)
public enum RemovalBreaker {
  public static let code = DiagnosticCode(
    "REV-08",
    Localized(
      en: "Silence would take access from so many at once that somebody must look first.",
      sv: "Tystnad skulle ta behörighet från så många på en gång att någon måste titta först."),
    remedy: Localized(
      en:
        "See why nobody answered. If it is as it should be, let it through: liggare review resume REVIEW --reason TEXT.",
      sv:
        "Ta reda på varför ingen svarade. Är det som det ska, släpp igenom det: liggare review resume GRANSKNING --reason TEXT."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A list that was never sent does not empty a system.",
      sv: "En lista som aldrig skickades tömmer inte ett system."),
    source: Localized(
      en: "ISO 27001 5.18, 8.14; patient safety",
      sv: "ISO 27001 5.18, 8.14; patientsäkerhet"),
    refused: Localized(
      en: "the suspension of two hundred items in one run",
      sv: "spärr av tvåhundra poster i en körning"),
    allowed: Localized(
      en: "the same after liggare review resume",
      sv: "samma sak efter liggare review resume"))

  /// How many of a campaign's items silence may take in one run: its share, and at least one.
  public static func most(of items: Int, percent: Int, count: Int) -> Int {
    max(1, min(items * percent / 100, count))
  }

  /// - Parameter released: how many more somebody has let through.
  public static func check(
    review: ReviewID, due: Int, of items: Int, percent: Int, count: Int, released: Int
  ) -> Diagnostic? {
    let most = most(of: items, percent: percent, count: count)
    guard due > max(most, released) else { return nil }
    return code.diagnostic(
      .init(ReviewSubject.word, "\(review)"), .init(en: "due", sv: "förfaller", "\(due)"),
      .init(en: "items", sv: "poster", "\(items)"),
      .init(en: "at most at once", sv: "högst på en gång", "\(most)"))
  }
}
