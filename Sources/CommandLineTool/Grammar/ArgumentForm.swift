public import Diagnostics

/// What may be written as the value of an option or as a positional argument.
///
/// The parser checks numbers, days and choices. The other forms say what the word names, for help
/// and completion; whether such a thing exists is for the verb to find out.
public enum ArgumentForm: Hashable, Sendable {
  /// One of a fixed list, with what it means.
  public struct Choice: Hashable, Sendable {
    /// What is typed: letters, digits, `-`, `_`, `.` and `/`.
    public var code: String
    public var meaning: Localized

    public init(_ code: String, _ meaning: Localized) {
      self.code = code
      self.meaning = meaning
    }
  }

  case text
  case moment
  /// A day by ISO 8601, `2026-11-23`.
  case day
  /// A whole number in a range.
  case number(ClosedRange<Int>)
  case choice([Choice])
  case file
  case person
  case system
  case entitlement
  case unit
  case grant
  case request
  case fingerprint

  /// A whole number from `lowest` upwards.
  public static func number(from lowest: Int) -> ArgumentForm { .number(lowest...Int.max) }
}

extension ArgumentForm {
  /// The word that stands for the value in a synopsis.
  var placeholder: Localized {
    switch self {
    case .text: Localized(en: "TEXT", sv: "TEXT")
    case .moment: Localized(en: "MOMENT", sv: "TIDPUNKT")
    case .day: Localized(en: "DAY", sv: "DAG")
    case .number: Localized(en: "NUMBER", sv: "TAL")
    case .choice: Localized(en: "CHOICE", sv: "VAL")
    case .file: Localized(en: "FILE", sv: "FIL")
    case .person: Localized(en: "PERSON", sv: "PERSON")
    case .system: Localized(en: "SYSTEM", sv: "SYSTEM")
    case .entitlement: Localized(en: "SYSTEM/ENTITLEMENT", sv: "SYSTEM/BEHÖRIGHET")
    case .unit: Localized(en: "UNIT", sv: "ENHET")
    case .grant: Localized(en: "GRANT", sv: "TILLDELNING")
    case .request: Localized(en: "REQUEST", sv: "BEGÄRAN")
    case .fingerprint: Localized(en: "FINGERPRINT", sv: "FINGERAVTRYCK")
    }
  }

  /// The codes of a choice; empty for every other form.
  var codes: [String] {
    if case .choice(let choices) = self { choices.map(\.code) } else { [] }
  }
}
