public import Diagnostics

/// What can be wrong with a backup, or with making or restoring one.
public enum BackupCode {
  public static let isBackup = DiagnosticCode(
    "BAK-01",
    Localized(
      en: "The folder is a backup, and nothing is recorded in a backup.",
      sv: "Mappen är en säkerhetskopia, och i en säkerhetskopia registreras inget."),
    remedy: Localized(
      en: "Make a ledger of it: liggare restore BACKUP FOLDER.",
      sv: "Gör en liggare av den: liggare restore KOPIA MAPP."))

  public static let notBackup = DiagnosticCode(
    "BAK-02",
    Localized(
      en: "The folder is neither empty nor a backup.",
      sv: "Mappen är varken tom eller en säkerhetskopia."),
    remedy: Localized(
      en: "Name a new folder, or one that holds a backup of this ledger.",
      sv: "Ange en ny mapp, eller en som innehåller en säkerhetskopia av den här liggaren."))

  public static let otherLog = DiagnosticCode(
    "BAK-03",
    Localized(
      en: "The folder holds a backup of another log.",
      sv: "Mappen innehåller en säkerhetskopia av en annan logg."),
    remedy: Localized(
      en: "Name another folder: each log has its own.",
      sv: "Ange en annan mapp: varje logg har sin egen."))

  public static let longerBackup = DiagnosticCode(
    "BAK-04",
    Localized(
      en: "The backup holds more of the log than the ledger does: the ledger has been set back.",
      sv: "Säkerhetskopian innehåller mer av loggen än liggaren: liggaren har ställts tillbaka."),
    remedy: Localized(
      en:
        "Keep the backup as it is, record nothing, and find out who replaced the ledger. It is restored with: liggare restore.",
      sv:
        "Behåll säkerhetskopian som den är, registrera inget, och ta reda på vem som har bytt ut liggaren. Den återställs med: liggare restore."
    ))

  public static let otherHistory = DiagnosticCode(
    "BAK-05",
    Localized(
      en: "The backup holds another history than the ledger.",
      sv: "Säkerhetskopian innehåller en annan historia än liggaren."),
    remedy: Localized(
      en:
        "Run liggare verify on both, keep both as they are, and compare them with a witness. A new backup goes to another folder.",
      sv:
        "Kör liggare verify på båda, behåll båda som de är, och jämför dem med ett vittne. En ny säkerhetskopia läggs i en annan mapp."
    ))

  public static let unfinished = DiagnosticCode(
    "BAK-06",
    Localized(
      en: "The backup was cut off before it was whole for the first time.",
      sv: "Säkerhetskopieringen avbröts innan kopian var hel för första gången."),
    remedy: Localized(
      en: "Run liggare backup again, which goes on from there, or take another backup.",
      sv: "Kör liggare backup igen, som fortsätter därifrån, eller ta en annan säkerhetskopia."))

  public static let damaged = DiagnosticCode(
    "BAK-07",
    Localized(
      en: "What was copied is not as it was committed.",
      sv: "Det som kopierades är inte som det bekräftades."),
    remedy: Localized(
      en:
        "Run liggare verify on the ledger and on the backup to see which of them is damaged. Where it is the backup, make a new one in another folder.",
      sv:
        "Kör liggare verify på liggaren och på säkerhetskopian för att se vilken som är skadad. Är det säkerhetskopian, gör en ny i en annan mapp."
    ))

  /// Every code of the family.
  public static let catalogue = [
    isBackup, notBackup, otherLog, longerBackup, otherHistory, unfinished, damaged,
  ]
}
