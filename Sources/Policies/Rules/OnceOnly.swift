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

  public static func check(command: UniqueID, isRecorded: Bool) -> Diagnostic? {
    guard isRecorded else { return nil }
    return code.diagnostic(.init(en: "command", sv: "kommando", "\(command)"))
  }
}
