import Diagnostics

/// What can be wrong with an operation stream.
extension DiagnosticCode {
  static let operationByteOrderMark = DiagnosticCode(
    "IMP-01",
    Localized(
      en: "The file begins with a byte order mark.",
      sv: "Filen börjar med en byteordningsmarkering (BOM)."),
    remedy: Localized(
      en: "Save the file as UTF-8 without a byte order mark, and import it again.",
      sv: "Spara filen som UTF-8 utan byteordningsmarkering och importera den igen."))

  static let operationLineTooLong = DiagnosticCode(
    "IMP-02",
    Localized(
      en: "A line is longer than 65,536 bytes.",
      sv: "En rad är längre än 65 536 byte."),
    remedy: Localized(
      en:
        "Shorten the free text of the operation, and check that every operation ends with a line feed.",
      sv:
        "Korta ned fritexten i operationen och kontrollera att varje operation avslutas med radbrytning."
    ))

  static let operationBlankLine = DiagnosticCode(
    "IMP-03",
    Localized(
      en: "A line is blank, and more lines follow.",
      sv: "En rad är tom och följs av fler rader."),
    remedy: Localized(
      en: "Check whether an operation was lost in the export, then remove the blank line.",
      sv:
        "Kontrollera om en operation har fallit bort vid exporten och ta sedan bort den tomma raden."
    ))

  static let operationNotUTF8 = DiagnosticCode(
    "IMP-04",
    Localized(
      en: "A text contains bytes that are not UTF-8.",
      sv: "En text innehåller byte som inte är UTF-8."),
    remedy: Localized(
      en: "Export the file again as UTF-8, or convert it, for example with iconv.",
      sv: "Exportera filen på nytt som UTF-8 eller konvertera den, till exempel med iconv."))

  static let operationNUL = DiagnosticCode(
    "IMP-05",
    Localized(
      en: "A line contains the character NUL.",
      sv: "En rad innehåller tecknet NUL."),
    remedy: Localized(
      en:
        "Remove the character. If there are many, the file is probably UTF-16: export it as UTF-8.",
      sv: "Ta bort tecknet. Om de är många är filen troligen UTF-16: exportera den som UTF-8."))

  static let operationSyntax = DiagnosticCode(
    "IMP-06",
    Localized(
      en: "A line is not one JSON object.",
      sv: "En rad är inte ett JSON-objekt."),
    remedy: Localized(
      en:
        "Correct the line at the byte shown: one operation per line, written as {\"key\":value,…}.",
      sv:
        "Rätta raden vid den byte som anges: en operation per rad, skriven som {\"nyckel\":värde,…}."
    ))

  static let operationTrailingBytes = DiagnosticCode(
    "IMP-07",
    Localized(
      en: "Something follows the operation on the same line.",
      sv: "Något följer efter operationen på samma rad."),
    remedy: Localized(
      en: "End the line after the closing brace, and put the next operation on a line of its own.",
      sv: "Avsluta raden efter den avslutande klammern och sätt nästa operation på en egen rad."))

  static let operationDuplicateKey = DiagnosticCode(
    "IMP-08",
    Localized(
      en: "A field is given twice in the same operation.",
      sv: "Ett fält anges två gånger i samma operation."),
    remedy: Localized(
      en: "Find out which value is right, and keep only that one.",
      sv: "Ta reda på vilket värde som är rätt och behåll bara det."))

  static let operationUnknownKey = DiagnosticCode(
    "IMP-09",
    Localized(
      en: "A field is unknown, or does not belong to this kind of operation.",
      sv: "Ett fält är okänt eller hör inte till den här typen av operation."),
    remedy: Localized(
      en: "Correct the spelling, or remove the field; keep a copy of what cannot be taken over.",
      sv: "Rätta stavningen eller ta bort fältet; spara en kopia av det som inte kan tas över."))

  static let operationUnknownKind = DiagnosticCode(
    "IMP-10",
    Localized(
      en: "The kind of operation is unknown.",
      sv: "Operationens typ är okänd."),
    remedy: Localized(
      en: """
        Use register_system, register_person, request, decide, grant, revoke, review_item, incident or \
        leaver.
        """,
      sv: """
        Använd register_system, register_person, request, decide, grant, revoke, review_item, incident \
        eller leaver.
        """))

  static let operationMissingField = DiagnosticCode(
    "IMP-11",
    Localized(
      en: "A field is missing.",
      sv: "Ett fält saknas."),
    remedy: Localized(
      en: "Add the field. A date that was never set is written as null.",
      sv: "Lägg till fältet. Ett datum som aldrig har angetts skrivs som null."))

  static let operationWrongType = DiagnosticCode(
    "IMP-12",
    Localized(
      en: "A field has a value of the wrong type.",
      sv: "Ett fält har ett värde av fel typ."),
    remedy: Localized(
      en: "Write the value as the type shown: texts and dates in quotation marks, numbers without.",
      sv: "Skriv värdet som den typ som anges: texter och datum inom citattecken, tal utan."))

  static let operationNotWholeNumber = DiagnosticCode(
    "IMP-13",
    Localized(
      en: "A number is not a whole number that can be kept exactly.",
      sv: "Ett tal är inte ett heltal som kan bevaras exakt."),
    remedy: Localized(
      en:
        "Write digits only, without decimals, exponent or leading zeros, at most 9007199254740991.",
      sv:
        "Skriv bara siffror, utan decimaler, exponent eller inledande nollor, högst 9007199254740991."
    ))

  static let operationIdentifier = DiagnosticCode(
    "IMP-14",
    Localized(
      en: "An identifier has a character or a length that is not allowed.",
      sv: "En identitetsbeteckning har ett tecken eller en längd som inte är tillåten."),
    remedy: Localized(
      en: """
        Use the letters A–Z and a–z, digits, '.', '_' and '-': 1 to 32 characters, for the operation's \
        own id up to 64. Replace the identifier in the same way everywhere in the file.
        """,
      sv: """
        Använd bokstäverna A–Z och a–z, siffror, ”.”, ”_” och ”-”: 1 till 32 tecken, för operationens \
        eget id upp till 64. Byt beteckningen på samma sätt överallt i filen.
        """))

  static let operationOutOfRange = DiagnosticCode(
    "IMP-15",
    Localized(
      en: "A number is outside its range.",
      sv: "Ett tal ligger utanför sitt intervall."),
    remedy: Localized(
      en: "Write a number in the range shown; translate levels of another scale before the export.",
      sv:
        "Skriv ett tal i det intervall som anges; översätt nivåer från en annan skala före exporten."
    ))

  static let operationUnknownWord = DiagnosticCode(
    "IMP-16",
    Localized(
      en: "A field has a word that is not among those allowed.",
      sv: "Ett fält har ett ord som inte hör till de tillåtna."),
    remedy: Localized(
      en: "Use one of the words shown, in lower-case letters.",
      sv: "Använd ett av de ord som anges, med små bokstäver."))

  static let operationDate = DiagnosticCode(
    "IMP-17",
    Localized(
      en: "A date is not a day of the calendar.",
      sv: "Ett datum är inte en dag i kalendern."),
    remedy: Localized(
      en: "Write the date as YYYY-MM-DD, or null where the field allows no date.",
      sv: "Skriv datumet som ÅÅÅÅ-MM-DD, eller null där fältet får sakna datum."))

  static let operationTimestamp = DiagnosticCode(
    "IMP-18",
    Localized(
      en: "A time is not an RFC 3339 time.",
      sv: "En tidpunkt är inte skriven enligt RFC 3339."),
    remedy: Localized(
      en: """
        Write date, T, time and Z or an offset: 2026-11-23T20:57:43Z or 2026-11-23T21:57:43.120+01:00. \
        A leap second (:60) is written as :59.
        """,
      sv: """
        Skriv datum, T, klockslag och Z eller en förskjutning: 2026-11-23T20:57:43Z eller \
        2026-11-23T21:57:43.120+01:00. En skottsekund (:60) skrivs som :59.
        """))

  static let operationTimeDecreases = DiagnosticCode(
    "IMP-19",
    Localized(
      en: "An operation is earlier than the one before it.",
      sv: "En operation är tidigare än den föregående."),
    remedy: Localized(
      en: "Sort the operations by time, and keep the order of those with the same time.",
      sv: "Sortera operationerna efter tid och behåll ordningen mellan dem som har samma tid."))

  static let operationTextLength = DiagnosticCode(
    "IMP-20",
    Localized(
      en: "A text is empty where something must stand, or longer than 1,024 bytes.",
      sv: "En text är tom där något måste stå, eller längre än 1 024 byte."),
    remedy: Localized(
      en: "Fill in the text, or shorten it. In a unit path every part between ' / ' has a name.",
      sv:
        "Fyll i texten eller korta ned den. I en enhetssökväg har varje del mellan ” / ” ett namn.")
  )

  static let operationEntitlements = DiagnosticCode(
    "IMP-21",
    Localized(
      en: "A system lists an entitlement twice, or more than 1,024 of them.",
      sv: "Ett system räknar upp en behörighet två gånger, eller fler än 1 024 behörigheter."),
    remedy: Localized(
      en: "List each entitlement once. Split a system with very many of them into several.",
      sv:
        "Räkna upp varje behörighet en gång. Dela ett system med mycket många behörigheter i flera."
    ))

  static let operationEscape = DiagnosticCode(
    "IMP-22",
    Localized(
      en: "A text contains a backslash sequence that JSON does not have, or half a surrogate pair.",
      sv:
        "En text innehåller en sekvens med omvänt snedstreck som JSON saknar, eller ett halvt surrogatpar."
    ),
    remedy: Localized(
      en:
        "Write a backslash as \\\\, and a character beyond U+FFFF as itself or as both of its \\u halves.",
      sv:
        "Skriv omvänt snedstreck som \\\\ och ett tecken bortom U+FFFF som sig självt eller som båda sina \\u-halvor."
    ))

  static let operationControlCharacter = DiagnosticCode(
    "IMP-23",
    Localized(
      en: "A text contains a control character that is not escaped.",
      sv: "En text innehåller ett styrtecken som inte är skrivet som en sekvens."),
    remedy: Localized(
      en: "Write a line break in a text as \\n and a tab as \\t.",
      sv: "Skriv radbrytning i en text som \\n och tabb som \\t."))

  static let operationUnreadable = DiagnosticCode(
    "IMP-24",
    Localized(
      en: "The file could not be read to its end.",
      sv: "Filen kunde inte läsas till slutet."),
    remedy: Localized(
      en:
        "Check the disk or the pipe the file comes from, and import again: what was taken over stands.",
      sv:
        "Kontrollera disken eller programmet som filen kommer från och importera igen: det som har tagits över ligger kvar."
    ))

  static let operationCodes: [DiagnosticCode] = [
    operationByteOrderMark, operationLineTooLong, operationBlankLine, operationNotUTF8,
    operationNUL, operationSyntax, operationTrailingBytes, operationDuplicateKey,
    operationUnknownKey, operationUnknownKind, operationMissingField, operationWrongType,
    operationNotWholeNumber, operationIdentifier, operationOutOfRange, operationUnknownWord,
    operationDate, operationTimestamp, operationTimeDecreases, operationTextLength,
    operationEntitlements, operationEscape, operationControlCharacter, operationUnreadable,
  ]
}
