public import Diagnostics

/// The codes of the identity register, `IDR-01` and on.
extension IdentityRegister {
  static let missing = DiagnosticCode(
    "IDR-01",
    Localized(
      en: "There is no identity register here.", sv: "Här finns inget identitetsregister."),
    remedy: Localized(
      en:
        "Check the path. If the file is lost, restore it from its backup; the log is not touched.",
      sv: "Kontrollera sökvägen. Har filen gått förlorad återställer du den från "
        + "säkerhetskopian; loggen berörs inte."))

  static let alreadyThere = DiagnosticCode(
    "IDR-02",
    Localized(
      en: "A file already stands where the identity register should be created.",
      sv: "Det finns redan en fil där identitetsregistret skulle skapas."),
    remedy: Localized(
      en: "Use the register that is there, or choose another folder. Nothing is ever overwritten.",
      sv: "Använd registret som finns, eller välj en annan mapp. Ingenting skrivs över."))

  static let foreign = DiagnosticCode(
    "IDR-03",
    Localized(
      en: "The file is not an identity register.", sv: "Filen är inte ett identitetsregister."),
    remedy: Localized(
      en: "Check the path, and restore the register from its backup if the file has been replaced.",
      sv: "Kontrollera sökvägen, och återställ registret från säkerhetskopian om filen har "
        + "bytts ut."))

  static let newer = DiagnosticCode(
    "IDR-04",
    Localized(
      en: "The identity register was written by a newer version of the program.",
      sv: "Identitetsregistret är skrivet av en nyare version av programmet."),
    remedy: Localized(
      en: "Install that version or a later one. The file has not been changed.",
      sv: "Installera den versionen eller en senare. Filen har inte ändrats."))

  static let damaged = DiagnosticCode(
    "IDR-05",
    Localized(en: "The identity register is damaged.", sv: "Identitetsregistret är skadat."),
    remedy: Localized(
      en:
        "Keep the damaged file, restore the register from its backup and replay the erasures made "
        + "since. The log is not touched.",
      sv:
        "Spara den skadade filen, återställ registret från säkerhetskopian och gör om de raderingar "
        + "som skett sedan dess. Loggen berörs inte."))

  static let lockedByOther = DiagnosticCode(
    "IDR-06",
    Localized(
      en: "Another program is using the identity register.",
      sv: "Ett annat program använder identitetsregistret."),
    remedy: Localized(
      en: "Try again in a moment. If it goes on, look for a job or a backup that holds the file.",
      sv: "Försök igen om en stund. Om det fortsätter, leta efter ett jobb eller en "
        + "säkerhetskopiering som håller filen."))

  static let diskFull = DiagnosticCode(
    "IDR-07",
    Localized(
      en: "The disk is full; nothing was written to the identity register.",
      sv: "Disken är full; inget skrevs i identitetsregistret."),
    remedy: Localized(
      en: "Free some space on the disk that holds the register, then try again.",
      sv: "Frigör utrymme på disken där registret finns och försök igen."))

  static let notWritable = DiagnosticCode(
    "IDR-08",
    Localized(
      en: "The identity register can only be read here.",
      sv: "Identitetsregistret kan bara läsas här."),
    remedy: Localized(
      en:
        "Run as the user who owns the register, or give that user the right to write to the file and "
        + "its folder.",
      sv:
        "Kör som den användare som äger registret, eller ge användaren rätt att skriva i filen och "
        + "dess mapp."))

  static let notReadable = DiagnosticCode(
    "IDR-09",
    Localized(
      en: "You have no right to open the identity register.",
      sv: "Du har inte rätt att öppna identitetsregistret."),
    remedy: Localized(
      en: "Run as the user who owns the register, or ask that user for the right to read it.",
      sv: "Kör som den användare som äger registret, eller be användaren om rätt att läsa det."))

  static let failed = DiagnosticCode(
    "IDR-10",
    Localized(
      en: "The identity register could not be read or written.",
      sv: "Identitetsregistret kunde inte läsas eller skrivas."),
    remedy: Localized(
      en:
        "Check the disk and the system log, then try again. The facts say what the system answered.",
      sv:
        "Kontrollera disken och systemloggen och försök igen. Uppgifterna ovan visar vad systemet "
        + "svarade."))

  static let unfinished = DiagnosticCode(
    "IDR-11",
    Localized(
      en:
        "A write to the identity register was cut off, and it cannot be rolled back without the right "
        + "to write.",
      sv: "En skrivning i identitetsregistret avbröts och kan inte backas utan skrivrätt."),
    remedy: Localized(
      en: "Run any command once as the user who owns the register; it is then repaired by itself.",
      sv:
        "Kör ett valfritt kommando en gång som den användare som äger registret; då repareras det "
        + "av sig självt."))

  static let unacceptableField = DiagnosticCode(
    "IDR-12",
    Localized(
      en: "A value is not in the form the identity register accepts.",
      sv: "Ett värde har inte den form som identitetsregistret godtar."),
    remedy: Localized(
      en: "Correct the value named above, then try again. Nothing was written.",
      sv: "Rätta värdet som anges ovan och försök igen. Inget skrevs."))

  static let batchTooLarge = DiagnosticCode(
    "IDR-13",
    Localized(
      en: "There are more identities or texts than one batch may hold.",
      sv: "Det är fler identiteter eller texter än en omgång får innehålla."),
    remedy: Localized(
      en: "Split the input into smaller batches.", sv: "Dela upp underlaget i mindre omgångar."))

  static let commitmentTaken = DiagnosticCode(
    "IDR-14",
    Localized(
      en: "The commitment already stands for another text.",
      sv: "Åtagandet (commitment) står redan för en annan text."),
    remedy: Localized(
      en: "Record the text again, with a new salt. If this comes back, verify the ledger.",
      sv: "Registrera texten på nytt med nytt salt. Om felet återkommer, verifiera loggen."))

  static let erasedForGood = DiagnosticCode(
    "IDR-15",
    Localized(
      en: "What has been erased cannot be put back.",
      sv: "Det som har raderats kan inte läggas tillbaka."),
    remedy: Localized(
      en: "If the person is back, register them under a new id.",
      sv: "Om personen är tillbaka, registrera personen med ett nytt id."))

  static let unknownPerson = DiagnosticCode(
    "IDR-16",
    Localized(
      en: "The identity register holds nothing about this person.",
      sv: "Identitetsregistret innehåller inget om personen."),
    remedy: Localized(
      en: "Check the id. If it is right, check that the register belongs to this ledger.",
      sv: "Kontrollera id:t. Stämmer det, kontrollera att registret hör till den här loggen."))

  public static let unknownCommitment = DiagnosticCode(
    "IDR-17",
    Localized(
      en: "The identity register does not know this text. It has not been erased; it is missing.",
      sv: "Identitetsregistret känner inte till texten. Den är inte raderad, den saknas."),
    remedy: Localized(
      en:
        "Check that the register belongs to this ledger and is not older than it; restore it from its "
        + "backup if it is.",
      sv:
        "Kontrollera att registret hör till den här loggen och inte är äldre än den; återställ det "
        + "annars från säkerhetskopian."))

  static let traceLeft = DiagnosticCode(
    "IDR-18",
    Localized(
      en: "The data was erased, but remains of it may still lie unused in the file.",
      sv: "Uppgifterna är raderade, men rester av dem kan ligga kvar oanvända i filen."),
    remedy: Localized(
      en:
        "See to what is named above (the cleaning needs room for a second copy of the file), then run "
        + "the same erasure again.",
      sv:
        "Åtgärda det som anges ovan (rensningen behöver plats för en kopia av filen) och kör samma "
        + "radering igen."))

  static let openToOthers = DiagnosticCode(
    "IDR-19",
    Localized(
      en: "Other users of this machine may read or write the identity register.",
      sv: "Andra användare på maskinen kan läsa eller skriva i identitetsregistret."),
    remedy: Localized(
      en: "Take the right away with chmod o= on the file.",
      sv: "Ta bort rätten med chmod o= på filen."))

  /// Every code the register raises.
  public static let catalogue: [DiagnosticCode] = [
    missing, alreadyThere, foreign, newer, damaged, lockedByOther, diskFull, notWritable,
    notReadable,
    failed, unfinished, unacceptableField, batchTooLarge, commitmentTaken, erasedForGood,
    unknownPerson, unknownCommitment, traceLeft, openToOthers,
  ]
}
