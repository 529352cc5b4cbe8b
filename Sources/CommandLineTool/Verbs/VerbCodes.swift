import Diagnostics

/// What can be wrong with what was typed, once the grammar has accepted it.
enum VerbCodes {
  static let noLedger = DiagnosticCode(
    "CLI-30",
    Localized(
      en: "No ledger is named, and none lies in this folder or above it.",
      sv: "Ingen liggare är angiven, och ingen finns i denna mapp eller ovanför."),
    remedy: Localized(
      en: "Give its folder with --ledger or $LIGGARE_LEDGER, or make one: liggare init FOLDER.",
      sv: "Ange dess mapp med --ledger eller $LIGGARE_LEDGER, eller skapa en: liggare init MAPP."))

  static let noKey = DiagnosticCode(
    "CLI-31",
    Localized(en: "No key is given to sign with.", sv: "Ingen nyckel att signera med är angiven."),
    remedy: Localized(
      en:
        "Give an OpenSSH private key file with --key or $LIGGARE_KEY; liggare key create FILE makes one. Or let an agent sign: with one key in it (ssh-add) nothing need be given, with several give the .pub file of the one.",
      sv:
        "Ange en fil med en privat OpenSSH-nyckel med --key eller $LIGGARE_KEY; liggare key create FIL skapar en. Eller låt en agent signera: med en enda nyckel i den (ssh-add) behövs inget, med flera ange .pub-filen för den som avses."
    ))

  static let openKey = DiagnosticCode(
    "CLI-32",
    Localized(
      en: "Others can read the private key file.",
      sv: "Andra kan läsa filen med den privata nyckeln."),
    remedy: Localized(
      en:
        "Close it: chmod 600 FILE. If others may have read it, make a new key and have this one revoked.",
      sv:
        "Stäng den: chmod 600 FIL. Om andra kan ha läst den, skapa en ny nyckel och få denna återkallad."
    ))

  static let malformed = DiagnosticCode(
    "CLI-33",
    Localized(
      en: "The value cannot be understood as it is written.",
      sv: "Värdet går inte att förstå som det är skrivet."),
    remedy: Localized(
      en: "Correct it as told above, and give the command again.",
      sv: "Rätta det enligt vad som står ovan, och ge kommandot igen."))

  static let unknownPerson = DiagnosticCode(
    "CLI-34",
    Localized(
      en: "Nobody in the ledger goes by this name.", sv: "Ingen i liggaren går under detta namn."),
    remedy: Localized(
      en:
        "Write the identifier, user name, employee number or full name; liggare person list shows them.",
      sv:
        "Skriv beteckning, användarnamn, anställningsnummer eller hela namnet; liggare person list visar dem."
    ))

  static let ambiguousPerson = DiagnosticCode(
    "CLI-35",
    Localized(en: "Several people go by this name.", sv: "Flera går under detta namn."),
    remedy: Localized(
      en: "Write the identifier of the one you mean.", sv: "Skriv beteckningen på den du menar."))

  static let unknownCode = DiagnosticCode(
    "CLI-36",
    Localized(en: "There is no such code.", sv: "Det finns ingen sådan kod."),
    remedy: Localized(
      en: "liggare explain lists them all.", sv: "liggare explain listar alla."))

  static let fileExists = DiagnosticCode(
    "CLI-37",
    Localized(en: "The file exists already.", sv: "Filen finns redan."),
    remedy: Localized(
      en: "Choose another name; nothing was written.", sv: "Välj ett annat namn; inget skrevs."))

  static let notAnswered = DiagnosticCode(
    "CLI-38",
    Localized(en: "It was not confirmed.", sv: "Det bekräftades inte."),
    remedy: Localized(
      en: "Nothing was recorded. Answer yes, or give --yes in a script.",
      sv: "Inget registrerades. Svara ja, eller ange --yes i ett skript."))

  static let unexpected = DiagnosticCode(
    "CLI-39",
    Localized(
      en: "The program met something it was not made for.",
      sv: "Programmet råkade ut för något det inte är gjort för."),
    remedy: Localized(
      en: "Nothing was recorded. Please report the fault with the command you gave.",
      sv: "Inget registrerades. Anmäl gärna felet tillsammans med kommandot du gav."))

  static let notWritten = DiagnosticCode(
    "CLI-41",
    Localized(en: "The file cannot be written.", sv: "Filen går inte att skriva."),
    remedy: Localized(
      en: "Check the folder, your rights to it, and the space on the disk.",
      sv: "Kontrollera mappen, dina rättigheter till den och utrymmet på disken."))

  static let workbookOnTerminal = DiagnosticCode(
    "CLI-78",
    Localized(
      en: "A workbook is nothing for a terminal.", sv: "En arbetsbok är inget för en terminal."),
    remedy: Localized(
      en: "Give the file with --out, such as --out answer.xlsx; or send it on to a program.",
      sv:
        "Ange filen med --out, till exempel --out svar.xlsx; eller skicka den vidare till ett program."
    ))

  static let listRefused = DiagnosticCode(
    "LST-04",
    Localized(
      en: "Rows of the list cannot be recorded, so none of it was.",
      sv: "Rader i listan kan inte registreras, så inget av den registrerades."),
    remedy: Localized(
      en: "Correct the rows that are told, and give the whole list again.",
      sv: "Rätta raderna som anges, och ange hela listan igen."))

  static let recordedUntold = DiagnosticCode(
    "CLI-21",
    Localized(
      en: "The command is recorded, but the answer could not be written.",
      sv: "Kommandot är registrerat, men svaret gick inte att skriva."),
    remedy: Localized(
      en: "Do not give the command again; liggare log shows what it recorded.",
      sv: "Ge inte kommandot igen; liggare log visar vad det registrerade."))

  /// A warning: the remedy is that of what the register of identities said.
  static let withoutNames = DiagnosticCode(
    "CLI-42",
    Localized(
      en: "Names and texts cannot be read: the answer shows identifiers in their place.",
      sv: "Namn och texter går inte att läsa: svaret visar beteckningar i stället."),
    remedy: Localized(
      en:
        "The log is not touched. Look up the code that is told as the reason: liggare explain CODE.",
      sv: "Loggen berörs inte. Slå upp koden som anges som skäl: liggare explain KOD."))

  /// A warning: the flags stand.
  static let breaker = DiagnosticCode(
    "CLI-43",
    Localized(
      en: "So much access would end at once that none of it was set to end.",
      sv: "Så mycket åtkomst skulle upphöra på en gång att ingen av den sattes att upphöra."),
    remedy: Localized(
      en:
        "See whether the feeds are right: liggare view usage. If they are, raise stale.breaker-count or stale.breaker-share in the rules, or end what is not needed.",
      sv:
        "Se om filerna stämmer: liggare view usage. Om de gör det: höj stale.breaker-count eller stale.breaker-share i regelverket, eller avsluta det som inte behövs."
    ))

  static let jobsRefused = DiagnosticCode(
    "CLI-44",
    Localized(
      en: "The ledger does not verify, so no job was done.",
      sv: "Liggaren går inte att verifiera, så inget jobb gjordes."),
    remedy: Localized(
      en: "Nothing was recorded. liggare verify tells all of it; liggare help recover.",
      sv: "Inget registrerades. liggare verify berättar allt; liggare help recover."))

  static let catalogue =
    [
      breaker, jobsRefused,
      listRefused, withoutNames, notWritten, workbookOnTerminal, recordedUntold, .notHere, noLedger,
      noKey, openKey,
      malformed, unknownPerson,
      ambiguousPerson,
      unknownCode, fileExists,
      notAnswered, unexpected,
    ] + organisation + incidents + [sameIdentity] + reports
}
