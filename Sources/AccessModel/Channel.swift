public import Diagnostics

/// The way a command reached the ledger.
public enum Channel: CodedValue {
  case commandLine
  case job
  case importing
  /// History from another register, recorded as it was.
  case migration

  public var code: StaticString {
    switch self {
    case .commandLine: "cli"
    case .job: "job"
    case .importing: "import"
    case .migration: "migration"
    }
  }

  public var word: Localized {
    switch self {
    case .commandLine: Localized(en: "command line", sv: "kommandorad")
    case .job: Localized(en: "scheduled job", sv: "schemalagt jobb")
    case .importing: Localized(en: "import", sv: "import")
    case .migration: Localized(en: "taken over", sv: "övertaget")
    }
  }

  public static let codes = CodeTable<Channel>()
}
