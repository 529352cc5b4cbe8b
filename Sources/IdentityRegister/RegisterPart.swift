/// A part of the register as it is written in plain lines, for whoever leaves the product or comes back to it.
///
/// Each is one object of JSON a line, in the order in which things were kept. What has no value is `null`; digests and salts are
/// hexadecimal in lower case, moments text in UTC.
public enum RegisterPart: String, CaseIterable, Sendable {
  /// `person`, `name`, `user_name`, `employee_number`, `email`, `title`, `is_protected` (0 or 1).
  case identities
  /// `commitment`, `event`, `field`, `salt`, `text`, `subject`, `is_locked` (0 or 1), and where it was erased `erased_at` and `basis`.
  case texts
  /// `account`, `system`, `name`, `subject`; a name that was erased is `null`.
  case accounts
  /// `person`, `at`, `basis`.
  case erasures
  /// `position`, `at`, `decision`.
  case disposals

  /// The columns with what SQL makes of them, in the order of the line.
  var columns: [(name: String, expression: String)] {
    func moment(_ name: String) -> String {
      "strftime('%Y-%m-%dT%H:%M:%S', \(name) / 1000, 'unixepoch') || printf('.%03dZ', \(name) % 1000)"
    }
    func plain(_ names: String...) -> [(name: String, expression: String)] {
      names.map { ($0, $0) }
    }
    return switch self {
    case .identities:
      plain(
        "person", "name", "user_name", "employee_number", "email", "title", "is_protected")
    case .texts:
      [("commitment", "lower(hex(commitment))")] + plain("event", "field")
        + [("salt", "CASE WHEN salt IS NULL THEN NULL ELSE lower(hex(salt)) END")]
        + plain("text", "subject", "is_locked") + [("erased_at", moment("erased_at"))]
        + plain("basis")
    case .accounts: plain("account", "system", "name", "subject")
    case .erasures: plain("person") + [("at", moment("at"))] + plain("basis")
    case .disposals: plain("position") + [("at", moment("at"))] + plain("decision")
    }
  }

  /// The table of the file that it is kept in.
  var table: String {
    switch self {
    case .identities: "identity"
    case .texts: "text"
    case .accounts: "account"
    case .erasures: "erasure"
    case .disposals: "disposal"
    }
  }

  /// What is in it, in one sentence.
  public var meaning: String {
    switch self {
    case .identities:
      "Who each person of the log is. Columns: person, name, user_name, employee_number, email, title, is_protected (1 for a protected identity)."
    case .texts:
      "The free texts that events commit to: SHA-256 over the salt, event, field and text as FORMAT tells. Columns: commitment, event, field, salt, text, subject (the person it concerns), is_locked, and for a text that is gone erased_at and basis, with neither salt nor text."
    case .accounts:
      "What each account of the log is called in its system. Columns: account, system, name, subject (the person). A name that was erased is null."
    case .erasures: "Who was erased: person, at, basis."
    case .disposals: "Which disposals of the log were carried out here: position, at, decision."
    }
  }
}
