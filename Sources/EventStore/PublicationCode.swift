public import Diagnostics

/// The codes of what a log publishes: checkpoints and tiles.
public enum PublicationCode {
  /// Two statements by the log of one size, or a statement that its lines do not bear out.
  public static let contradicted = DiagnosticCode(
    "PUB-01",
    Localized(
      en: "The log contradicts a checkpoint that it has issued.",
      sv: "Loggen motsäger en kontrollpunkt som den har utfärdat."),
    remedy: Localized(
      en:
        "Write nothing more. Keep the folder and the checkpoint as they are, and compare with a backup and a witness: the log was changed, set back, or signed elsewhere with its key.",
      sv:
        "Skriv inget mer. Behåll mappen och kontrollpunkten som de är, och jämför med en säkerhetskopia och ett vittne: loggen har ändrats, backats eller signerats på annat håll med dess nyckel."
    ))

  /// What is published is larger than the log.
  public static let setBack = DiagnosticCode(
    "PUB-02",
    Localized(
      en: "The log is smaller than what it has published.",
      sv: "Loggen är mindre än det den har publicerat."),
    remedy: Localized(
      en:
        "Write nothing more: the log was set back, or restored from an older backup. Restore the newest copy; events are missing that others may have seen.",
      sv:
        "Skriv inget mer: loggen har backats, eller återställts från en äldre säkerhetskopia. Återställ den nyaste kopian; det saknas händelser som andra kan ha sett."
    ))

  /// A folder for a web server that belongs to another log.
  public static let foreignFolder = DiagnosticCode(
    "PUB-03",
    Localized(
      en: "The folder publishes another log.", sv: "Mappen publicerar en annan logg."),
    remedy: Localized(
      en: "Nothing was written. Name a folder of its own for each log.",
      sv: "Inget har skrivits. Ange en egen mapp för varje logg."))

  /// No checkpoint of that size, or none at all.
  public static let noCheckpoint = DiagnosticCode(
    "PUB-04",
    Localized(
      en: "No checkpoint of the log reaches so far.",
      sv: "Ingen kontrollpunkt för loggen når så långt."),
    remedy: Localized(
      en: "Issue one: liggare publish.", sv: "Utfärda en: liggare publish."))

  /// Every code of the family.
  public static let catalogue = [contradicted, setBack, foreignFolder, noCheckpoint]
}
