import Diagnostics

/// What can be wrong with a table in a text file.
extension DiagnosticCode {
  static let tableForm = DiagnosticCode(
    "CSV-01",
    Localized(
      en: "The file is not a table of separated values.",
      sv: "Filen är ingen tabell med avgränsade värden."),
    remedy: Localized(
      en: "Save it as CSV in UTF-8, with a heading, and quotation marks in pairs.",
      sv: "Spara den som CSV i UTF-8, med rubrikrad och citattecken parvis."))

  static let tableColumns = DiagnosticCode(
    "CSV-02",
    Localized(
      en: "The columns are not those that the file must have.",
      sv: "Kolumnerna är inte de som filen ska ha."),
    remedy: Localized(
      en: "Give the first line the columns that the help of the command lists, each once.",
      sv: "Ge första raden de kolumner som kommandots hjälp räknar upp, var och en en gång."))

  static let tableRow = DiagnosticCode(
    "CSV-03",
    Localized(
      en: "The row has not one value for each column.",
      sv: "Raden har inte ett värde för varje kolumn."),
    remedy: Localized(
      en: "Put values that contain the separator in quotation marks; leave empty ones empty.",
      sv: "Sätt värden som innehåller avgränsaren inom citattecken; lämna tomma värden tomma."))

  static let tableValue = DiagnosticCode(
    "CSV-04",
    Localized(
      en: "A value in the table is not of its form.",
      sv: "Ett värde i tabellen har inte rätt form."),
    remedy: Localized(
      en: "Correct the line in the file; nothing was recorded.",
      sv: "Rätta raden i filen; inget registrerades."))

  static let tableCodes = [tableForm, tableColumns, tableRow, tableValue]
}
