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
      sv: "Kör liggare verify, och behåll liggarens mapp som den är tills orsaken är funnen."))

  public static func check(expected: String, found: String) -> Diagnostic? {
    guard expected != found else { return nil }
    return code.diagnostic(
      .init(en: "expected", sv: "väntat", expected), .init(en: "found", sv: "funnet", found))
  }
}
