internal import Diagnostics

/// The tables of the register file, and the stamps by which it is known again.
enum Schema {
  /// `Lidr` in ASCII, SQLite's `application_id`.
  static let applicationID: Int64 = 0x4C69_6472
  /// SQLite's `user_version`; one more for every change of the tables.
  static let version: Int64 = 2

  /// Rows are only ever appended to the tables that hold personal data, and no index holds any: an index
  /// moves its entries as it grows, and leaves copies of them in the unused parts of its pages. Words are
  /// looked up by digest, needs by a mark that thousands share, and commitments by their first four bytes, which keeps bulk imports fast.
  static let statements: [String] = [
    """
    CREATE TABLE identity (
      number INTEGER PRIMARY KEY, person TEXT NOT NULL UNIQUE, name TEXT NOT NULL, user_name TEXT,
      employee_number TEXT, email TEXT, title TEXT, is_protected INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE lookup (
      word INTEGER NOT NULL, identity INTEGER NOT NULL, PRIMARY KEY (word, identity)
      ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE text (
      number INTEGER PRIMARY KEY, commitment BLOB NOT NULL, event TEXT NOT NULL,
      field TEXT NOT NULL, salt BLOB, text TEXT, subject TEXT, is_locked INTEGER NOT NULL DEFAULT 0,
      erased_at INTEGER, basis TEXT, likeness INTEGER) STRICT
    """,
    """
    CREATE TABLE account (
      number INTEGER PRIMARY KEY, system TEXT NOT NULL, account TEXT NOT NULL UNIQUE, name TEXT,
      word INTEGER, subject TEXT) STRICT
    """,
    "CREATE INDEX account_by_word ON account (word)",
    "CREATE INDEX account_by_system ON account (system)",
    "CREATE INDEX account_by_subject ON account (subject) WHERE subject IS NOT NULL",
    """
    CREATE TABLE erasure (
      number INTEGER PRIMARY KEY, person TEXT NOT NULL, at INTEGER NOT NULL, basis TEXT NOT NULL,
      is_clean INTEGER NOT NULL DEFAULT 0) STRICT
    """,
    "CREATE INDEX erasure_by_person ON erasure (person)",
    "CREATE INDEX erasure_unclean ON erasure (number) WHERE is_clean = 0",
    """
    CREATE TABLE disposal (
      number INTEGER PRIMARY KEY, position INTEGER UNIQUE, at INTEGER NOT NULL,
      decision TEXT NOT NULL, is_clean INTEGER NOT NULL DEFAULT 0) STRICT
    """,
  ]

  /// By what the log calls them, by whose texts they are, and by which of them are alike: indexes that may be missing while very many texts
  /// are added.
  static let textIndexes: [(name: String, of: String)] = [
    ("text_by_commitment", "text (substr(commitment, 1, 4))"),
    ("text_by_likeness", "text (likeness) WHERE likeness IS NOT NULL"),
    ("text_by_subject", "text (subject) WHERE subject IS NOT NULL"),
  ]

  /// Makes the indexes of texts that are not there, all together.
  static func makeIndexes(in connection: Connection) throws(Diagnostic) {
    let names = textIndexes.map { "'\($0.name)'" }.joined(separator: ", ")
    let count = try connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name IN (\(names))")
    guard count < textIndexes.count else { return }
    try connection.transaction { () throws(Diagnostic) in
      for index in textIndexes {
        try connection.run("CREATE INDEX IF NOT EXISTS \(index.name) ON \(index.of)")
      }
    }
  }

  /// Lays out an empty file; whole or not at all.
  static func create(in connection: Connection) throws(Diagnostic) {
    try connection.transaction { () throws(Diagnostic) in
      for statement in statements { try connection.run(statement) }
      for index in textIndexes { try connection.run("CREATE INDEX \(index.name) ON \(index.of)") }
      try connection.run("PRAGMA application_id = \(applicationID)")
      try connection.run("PRAGMA user_version = \(version)")
    }
  }

  /// Refuses a file that is not ours (`IDR-03`) or that a newer program wrote (`IDR-04`).
  static func check(_ connection: Connection) throws(Diagnostic) {
    let file = Diagnostic.Fact(en: "file", sv: "fil", connection.path)
    let application = try connection.integer("PRAGMA application_id")
    guard application == applicationID else {
      throw IdentityRegister.foreign.diagnostic(file)
    }
    let found = try connection.integer("PRAGMA user_version")
    guard found <= version else {
      throw IdentityRegister.newer.diagnostic(
        file,
        Diagnostic.Fact(en: "version of the file", sv: "filens version", String(found)),
        Diagnostic.Fact(
          en: "highest version known here", sv: "högsta version som är känd här", String(version)))
    }
    guard found == version else { throw IdentityRegister.damaged.diagnostic(file) }
  }
}
