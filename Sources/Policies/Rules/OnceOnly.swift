public import AccessModel
public import Diagnostics

/// The log only grows, and a command that comes twice is recorded once. (INV-51)
public enum OnceOnly {
  public static let code = DiagnosticCode(
    "INV-51",
    Localized(
      en: "This command is recorded already.",
      sv: "Kommandot är redan registrerat."),
    remedy: Localized(
      en: "Nothing needs to be done: the first recording stands.",
      sv: "Inget behöver göras: den första registreringen gäller."))

  public static let ground = Ground(
    protects: Localized(
      en: "A command that is sent again after a broken connection must not count twice.",
      sv: "Ett kommando som skickas igen efter ett avbrott får inte räknas två gånger."),
    source: Localized(
      en: "ISO 27001 5.33, 8.15",
      sv: "ISO 27001 5.33, 8.15"),
    refused: Localized(
      en: "the same command with the same identifier, once more",
      sv: "samma kommando med samma beteckning en gång till"),
    allowed: Localized(
      en: "a new command",
      sv: "ett nytt kommando"))

  public static func check(command: UniqueID, isRecorded: Bool) -> Diagnostic? {
    guard isRecorded else { return nil }
    return code.diagnostic(.init(en: "command", sv: "kommando", "\(command)"))
  }
}
