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

  private static let mend = Localized(
    en: "It follows from the log: liggare publish makes it anew.",
    sv: "Den följer av loggen: liggare publish skapar den på nytt.")

  /// A checkpoint without a good signature by the log.
  public static let falseCheckpoint = DiagnosticCode(
    "PUB-05",
    Localized(
      en: "A checkpoint is not signed by a key that the log had at that size.",
      sv: "En kontrollpunkt är inte signerad med en nyckel som loggen hade vid den storleken."),
    remedy: Localized(
      en:
        "Do not rely on it, and keep the file: it was changed, or signed by somebody who pretends.",
      sv: "Lita inte på den, och spara filen: den har ändrats, eller signerats av någon som låtsas."
    ))

  /// A file of a checkpoint that holds none, as an interruption can leave it.
  public static let unreadableCheckpoint = DiagnosticCode(
    "PUB-06",
    Localized(
      en: "The file of a checkpoint holds none.",
      sv: "Filen för en kontrollpunkt innehåller ingen."),
    remedy: Localized(
      en:
        "An interruption can leave it so. The newest one is made anew by liggare publish; an older one may be removed or restored from a backup.",
      sv:
        "Ett avbrott kan lämna den så. Den nyaste skapas på nytt av liggare publish; en äldre kan tas bort eller återställas från en säkerhetskopia."
    ))

  /// A published tile that the log does not come to.
  public static let tileDiffers = DiagnosticCode(
    "PUB-07",
    Localized(
      en: "A published tile is not what the log comes to.",
      sv: "En publicerad platta är inte vad loggen ger."),
    remedy: mend)

  /// A published tile of a larger log.
  public static let tileBeyond = DiagnosticCode(
    "PUB-08",
    Localized(
      en: "A published tile reaches beyond the log.",
      sv: "En publicerad platta sträcker sig förbi loggen."),
    remedy: Localized(
      en: "Find out where it came from; the log may have been set back. Compare with a witness.",
      sv: "Ta reda på var den kom ifrån; loggen kan ha backats. Jämför med ett vittne."))

  /// Every code of the family.
  public static let catalogue = [
    contradicted, setBack, foreignFolder, noCheckpoint, falseCheckpoint, unreadableCheckpoint,
    tileDiffers, tileBeyond,
  ]
}
