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
      sv: "Ange vad som gör det till ett nödläge med --reason, och inget om klienter eller patienter."
    ))

  public static func check(hasReason: Bool) -> Diagnostic? {
    hasReason ? nil : code.diagnostic()
  }
}
