public import Chronology
public import Diagnostics

/// Reducing access never needs approval; widening always does. (INV-23)
public enum ReducingIsFree {
  public static let code = DiagnosticCode(
    "INV-23",
    Localized(
      en: "Widening access needs a decision.",
      sv: "Att utvidga en behörighet kräver ett beslut."),
    remedy: Localized(
      en: "Make a request for what is to be added: liggare request submit.",
      sv: "Gör en begäran för det som ska läggas till: liggare request submit."))

  /// A later end, or an end taken away, is a widening.
  public static func check(present: Instant?, proposed: Instant?) -> Diagnostic? {
    let isWider = present.map { limit in proposed.map { $0 > limit } ?? true } ?? false
    guard isWider else { return nil }
    return code.diagnostic(
      .init(en: "present end", sv: "nuvarande slut", end: present),
      .init(en: "proposed end", sv: "föreslaget slut", end: proposed))
  }
}
