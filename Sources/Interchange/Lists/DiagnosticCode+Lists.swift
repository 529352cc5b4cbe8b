public import Diagnostics

extension DiagnosticCode {
  public static let listForm = DiagnosticCode(
    "LST-01",
    Localized(en: "The list is not a table.", sv: "Listan är ingen tabell."),
    remedy: Localized(
      en:
        "Save it as CSV in UTF-8, with commas or semicolons between the fields and quotation marks around those that hold one.",
      sv:
        "Spara den som CSV i UTF-8, med komma eller semikolon mellan fälten och citattecken runt dem som innehåller något sådant."
    ))

  public static let listColumns = DiagnosticCode(
    "LST-02",
    Localized(
      en: "The heading of the list is not one that is known.",
      sv: "Listans rubrik är inte en som är känd."),
    remedy: Localized(
      en: "Write the columns' names on the first line, as the facts say; their order is free.",
      sv: "Skriv kolumnernas namn på första raden, som uppgifterna säger; ordningen är fri."))

  public static let listWidth = DiagnosticCode(
    "LST-03",
    Localized(
      en: "A row of the list has another number of fields than the heading.",
      sv: "En rad i listan har ett annat antal fält än rubriken."),
    remedy: Localized(
      en: "Put quotation marks around a field that holds the separator.",
      sv: "Sätt citattecken runt ett fält som innehåller skiljetecknet."))

  /// The codes of lists.
  static let listCodes = [listForm, listColumns, listWidth]
}
