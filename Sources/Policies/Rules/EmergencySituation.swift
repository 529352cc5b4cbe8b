public import Diagnostics

/// Emergency access says what the emergency is. (EMG-05)
public enum EmergencySituation {
  public static let code = DiagnosticCode(
    "EMG-05",
    Localized(
      en: "The situation is not stated.",
      sv: "Situationen är inte angiven."),
    remedy: Localized(
      en: "Say what makes it an emergency with --reason, and nothing of clients or patients.",
      sv:
        "Ange vad som gör det till ett nödläge med --reason, och inget om klienter eller patienter."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Without the situation nobody can follow up whether the access was justified.",
      sv: "Utan situationen kan ingen följa upp om åtkomsten var befogad."),
    source: Localized(
      en: "guideline: decisions on access are documented; NIST AC-2",
      sv: "riktlinjen: beslut om behörighet dokumenteras; NIST AC-2"),
    refused: Localized(
      en: "liggare grant emergency bo.ek S-1/open, without --reason",
      sv: "liggare grant emergency bo.ek S-1/open, utan --reason"),
    allowed: Localized(
      en: "the same with --reason \"The duty officer cannot be reached\"",
      sv: "samma sak med --reason \"Jouren går inte att nå\""))

  public static func check(hasReason: Bool) -> Diagnostic? {
    hasReason ? nil : code.diagnostic()
  }
}
