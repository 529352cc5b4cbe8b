public import Diagnostics

/// What can be wrong with a history file as a whole, besides its form and its order.
public enum HistoryImportCodes {
  public static let unusableText = DiagnosticCode(
    "IMP-54",
    Localized(
      en: "A name or an identifier is not one that the ledger can carry.",
      sv: "Ett namn eller en beteckning kan inte föras in i liggaren."),
    remedy: Localized(
      en:
        "Give 1 to 400 bytes of text with no control characters. Then run the import again: it goes on where it stopped.",
      sv:
        "Ange 1 till 400 byte text utan styrtecken. Kör sedan importen igen: den fortsätter där den stannade."
    ))

  public static let reusedID = DiagnosticCode(
    "IMP-55",
    Localized(
      en: "Two different operations have the same id.", sv: "Två olika operationer har samma id."),
    remedy: Localized(
      en:
        "Give every operation an id of its own: by it the ledger knows what it has taken over already.",
      sv:
        "Ge varje operation ett eget id: på det känner liggaren igen vad den redan har tagit över."
    ))

  public static let unknownFooting = DiagnosticCode(
    "IMP-56",
    Localized(
      en: "The ledger does not know this kind of employment; the person is recorded as external.",
      sv: "Liggaren känner inte till denna anställningsform; personen förs in som extern."),
    remedy: Localized(
      en:
        "Use employee, temporary, elected, external, supplier, consultant, student or service where one of them is meant.",
      sv:
        "Använd employee, temporary, elected, external, supplier, consultant, student eller service där något av dem avses."
    ))

  public static let catalogue = [unusableText, reusedID, unknownFooting]
}
