public import Diagnostics

/// The form in which a reading verb writes its answer.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns for people.
  case table
  /// One array of objects, one line for each row (RFC 8259).
  case json
  /// One object on each line.
  case jsonl
  /// Comma-separated values (RFC 4180).
  case csv
  /// The same with semicolons, a decimal comma and a byte order mark, as spreadsheets set to Swedish expect.
  case csvSwedish = "csv-sv"
  /// Tab-separated values, one line for each row.
  case tsv
  /// A workbook (ISO/IEC 29500), for people; it is no text.
  case xlsx

  /// What the format is for, in one line of help.
  public var meaning: Localized {
    switch self {
    case .table: Localized(en: "aligned columns for people", sv: "kolumner för människor")
    case .json: Localized(en: "one array of objects", sv: "en lista av objekt")
    case .jsonl: Localized(en: "one object on each line", sv: "ett objekt på varje rad")
    case .csv:
      Localized(en: "comma-separated, for spreadsheets", sv: "kommaseparerat, för kalkylblad")
    case .csvSwedish:
      Localized(
        en: "semicolons and decimal commas, for spreadsheets set to Swedish",
        sv: "semikolon och decimalkomma, för kalkylblad inställda på svenska")
    case .xlsx: Localized(en: "a workbook", sv: "en arbetsbok")
    case .tsv: Localized(en: "tab-separated, for scripts", sv: "tabbseparerat, för skript")
    }
  }

  /// Whether it is no text, and nothing for a terminal.
  public var isBinary: Bool { self == .xlsx }
}
