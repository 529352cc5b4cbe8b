public import AccessModel
public import Diagnostics

/// The same file counts once. (USE-02)
public enum FeedOnce {
  public static let code = DiagnosticCode(
    "USE-02",
    Localized(
      en: "The file is recorded already.",
      sv: "Filen är redan registrerad."),
    remedy: Localized(
      en:
        "Nothing needs to be done; liggare view usage tells what is known.",
      sv:
        "Inget behöver göras; liggare view usage visar vad som är känt."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A file that counts twice makes twice as much of what it says.",
      sv: "En fil som räknas två gånger gör dubbelt så mycket av det den säger."),
    source: Localized(
      en: "ISO 27001 8.15",
      sv: "ISO 27001 8.15"),
    refused: Localized(
      en: "liggare usage import S-1 march.csv, a second time",
      sv: "liggare usage import S-1 mars.csv, en andra gång"),
    allowed: Localized(
      en: "the file of the next month",
      sv: "nästa månads fil"))

  public static func check(system: SystemID, isRecorded: Bool) -> Diagnostic? {
    guard isRecorded else { return nil }
    return code.diagnostic(.init(SystemSubject.word, "\(system)"))
  }
}
