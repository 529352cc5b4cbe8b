public import Diagnostics

/// Replaying the same events gives the same state, byte for byte. (INV-54)
public enum DeterministicReplay {
  public static let code = DiagnosticCode(
    "INV-54",
    Localized(
      en: "A replay gave another state than before.",
      sv: "En uppspelning gav ett annat tillstånd än tidigare."),
    remedy: Localized(
      en: "Run liggare verify, and keep the ledger folder as it is until the cause is found.",
      sv: "Kör liggare verify, och behåll liggarens mapp som den är tills orsaken har hittats."))

  public static let ground = Ground(
    protects: Localized(
      en: "What holds must follow from the log alone. If two replays differ, one of them is wrong.",
      sv:
        "Det som gäller ska följa av enbart loggen. Om två uppspelningar skiljer sig åt är en av dem fel."
    ),
    source: Localized(
      en: "ISO 27001 5.28, 5.33; a public record keeps its authenticity",
      sv: "ISO 27001 5.28, 5.33; en allmän handling ska behålla sin äkthet"),
    refused: Localized(
      en: "a state that the events do not give",
      sv: "ett tillstånd som händelserna inte ger"),
    allowed: Localized(
      en: "liggare replay",
      sv: "liggare replay"))

  public static func check(expected: String, found: String) -> Diagnostic? {
    guard expected != found else { return nil }
    return code.diagnostic(
      .init(en: "expected", sv: "väntat", expected), .init(en: "found", sv: "funnet", found))
  }
}
