public import Diagnostics

/// A command line that cannot be understood; the exit status is 2.
public struct UsageError: Error, Hashable, Sendable {
  public var diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }

  init(_ code: DiagnosticCode, _ facts: [Diagnostic.Fact]) {
    self.diagnostic = code.diagnostic(facts: facts)
  }
}

extension UsageError {
  /// A verb nobody declared.
  static let unknownVerb = DiagnosticCode(
    "CLI-01", Localized(en: "There is no such verb.", sv: "Det finns inget sådant verb."),
    remedy: Localized(
      en: "Check the spelling, or list every verb with help.",
      sv: "Kontrollera stavningen, eller lista alla verb med help."))
  /// The first word of a verb without the rest.
  static let incompleteVerb = DiagnosticCode(
    "CLI-02",
    Localized(en: "The verb is not complete.", sv: "Verbet är inte fullständigt."),
    remedy: Localized(
      en: "Write one of the words that can follow.", sv: "Skriv ett av orden som kan följa."))
  /// An option the verb does not have.
  static let unknownOption = DiagnosticCode(
    "CLI-03",
    Localized(en: "There is no such option here.", sv: "Det finns ingen sådan flagga här."),
    remedy: Localized(
      en: "Check the spelling, or read the help of the verb.",
      sv: "Kontrollera stavningen, eller läs hjälpen för verbet."))
  /// An option of a verb, written before the verb.
  static let misplacedOption = DiagnosticCode(
    "CLI-04",
    Localized(
      en: "The option stands before the verb it belongs to.",
      sv: "Flaggan står före verbet som den hör till."),
    remedy: Localized(
      en: "Write the verb first and the option after it.",
      sv: "Skriv verbet först och flaggan efter det."))
  /// An option with a value, written without one.
  static let missingValue = DiagnosticCode(
    "CLI-05", Localized(en: "The option needs a value.", sv: "Flaggan behöver ett värde."),
    remedy: Localized(
      en:
        "Write the value after the option; with = between them if the value begins with a hyphen.",
      sv: "Skriv värdet efter flaggan; med = emellan om värdet börjar med bindestreck."))
  /// A flag with a value.
  static let unwantedValue = DiagnosticCode(
    "CLI-06", Localized(en: "The option takes no value.", sv: "Flaggan tar inget värde."),
    remedy: Localized(
      en: "Write the option without = and what follows it.",
      sv: "Skriv flaggan utan = och det som följer."))
  /// An option given twice that may be given once.
  static let repeatedOption = DiagnosticCode(
    "CLI-07",
    Localized(en: "The option may be given only once.", sv: "Flaggan får bara anges en gång."),
    remedy: Localized(
      en: "Decide on one value and remove the other.",
      sv: "Bestäm ett värde och ta bort det andra."))
  /// A value that is not in the list.
  static let notAChoice = DiagnosticCode(
    "CLI-08",
    Localized(
      en: "The value is not one that can be chosen.", sv: "Värdet går inte att välja."),
    remedy: Localized(en: "Write one of the choices.", sv: "Skriv ett av valen."))
  /// A value that is not a whole number in the range.
  static let notANumber = DiagnosticCode(
    "CLI-09",
    Localized(
      en: "The value is not a whole number within the limits.",
      sv: "Värdet är inte ett heltal inom gränserna."),
    remedy: Localized(
      en: "Write a whole number within the limits, in digits.",
      sv: "Skriv ett heltal inom gränserna, med siffror."))
  /// A value that is not a day.
  static let notADay = DiagnosticCode(
    "CLI-10",
    Localized(
      en: "The value is not a day of the calendar.", sv: "Värdet är inte en dag i kalendern."),
    remedy: Localized(
      en: "Write the day as year-month-day, for example 2026-11-23.",
      sv: "Skriv dagen som år-månad-dag, till exempel 2026-11-23."))
  /// A value of no characters at all.
  static let emptyValue = DiagnosticCode(
    "CLI-11", Localized(en: "The value is empty.", sv: "Värdet är tomt."),
    remedy: Localized(
      en: "Write a value. In a script, check that the variable is set.",
      sv: "Skriv ett värde. I ett skript: kontrollera att variabeln är satt."))
  /// More arguments than the verb has places for.
  static let tooManyArguments = DiagnosticCode(
    "CLI-12",
    Localized(
      en: "There are more arguments than the verb takes.",
      sv: "Det är fler argument än verbet tar."),
    remedy: Localized(
      en: "Remove what is not needed, and put quotation marks around text with spaces.",
      sv: "Ta bort det som inte behövs, och sätt citattecken runt text med mellanslag."))
  /// Something the verb cannot do without; every such thing is listed.
  static let missingRequired = DiagnosticCode(
    "CLI-13",
    Localized(
      en: "Something that the verb needs is missing.", sv: "Något som verbet behöver saknas."),
    remedy: Localized(
      en: "Add what is listed. The help of the verb has examples.",
      sv: "Lägg till det som räknas upp. Hjälpen för verbet har exempel."))
  /// An argument whose bytes are no UTF-8.
  static let notUTF8 = DiagnosticCode(
    "CLI-14",
    Localized(
      en: "An argument is not written in UTF-8.", sv: "Ett argument är inte skrivet i UTF-8."),
    remedy: Localized(
      en: "Set the terminal and the script to UTF-8, and rename files whose names are not.",
      sv: "Ställ in terminalen och skriptet på UTF-8, och döp om filer vars namn inte är det."))
  /// An argument that holds U+0000.
  static let holdsNUL = DiagnosticCode(
    "CLI-15",
    Localized(
      en: "An argument holds the character NUL.", sv: "Ett argument innehåller tecknet NUL."),
    remedy: Localized(en: "Remove the character.", sv: "Ta bort tecknet."))
  /// An argument, or the number of them, beyond what is read.
  static let tooLong = DiagnosticCode(
    "CLI-16",
    Localized(en: "The command line is too long.", sv: "Kommandoraden är för lång."),
    remedy: Localized(
      en: "Put long texts in a file and name the file, or divide the work into several calls.",
      sv: "Lägg långa texter i en fil och ange filen, eller dela upp arbetet på flera anrop."))

  /// Two options of which one makes the other pointless.
  static let conflictingOptions = DiagnosticCode(
    "CLI-17",
    Localized(en: "The options do not go together.", sv: "Flaggorna går inte ihop."),
    remedy: Localized(en: "Remove one of them.", sv: "Ta bort en av dem."))

  /// Every code a command line can be refused with.
  public static let catalogue: [DiagnosticCode] = [
    unknownVerb, incompleteVerb, unknownOption, misplacedOption, missingValue, unwantedValue,
    repeatedOption, notAChoice, notANumber, notADay, emptyValue, tooManyArguments, missingRequired,
    notUTF8, holdsNUL, tooLong, conflictingOptions,
  ]
}
