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
  /// Tab-separated values, one line for each row.
  case tsv

  /// What the format is for, in one line of help.
  public var meaning: Localized {
    switch self {
    case .table: Localized(en: "aligned columns for people", sv: "kolumner för människor")
    case .json: Localized(en: "one array of objects", sv: "en lista av objekt")
    case .jsonl: Localized(en: "one object on each line", sv: "ett objekt på varje rad")
    case .csv:
      Localized(en: "comma-separated, for spreadsheets", sv: "kommaseparerat, för kalkylblad")
    case .tsv: Localized(en: "tab-separated, for scripts", sv: "tabbseparerat, för skript")
    }
  }
}
