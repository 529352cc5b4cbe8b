public import Chronology
public import Diagnostics

/// What a file says of when the accounts of a system were last used.
///
/// Three forms, told apart by what stands in them: a table with the columns `account`, `last-used` and as needed `first-used` and
/// `count`; the output of `last -F -w` or `last --time-format iso -w`; and the output of `lastlog`. What is not understood is refused
/// with its line: a line that is left out would make somebody unused.
public struct UsageFile: Sendable {
  /// What is said of one account.
  public struct Account: Hashable, Sendable {
    /// What it is called in the system.
    public var name: String
    /// When it was last used; `nil` when the file says that it was not.
    public var last: Instant?
    public var first: Instant?
    public var count: Int64?
    /// Whether it was in use when the file was written.
    public var isInUse: Bool

    public init(
      name: String, last: Instant? = nil, first: Instant? = nil, count: Int64? = nil,
      isInUse: Bool = false
    ) {
      self.name = name
      self.last = last
      self.first = first
      self.count = count
      self.isInUse = isInUse
    }
  }

  /// Each account once, in the order of the file.
  public let accounts: [Account]
  /// When the system began to write down uses, where the file says so: before that nothing is known.
  public let begins: Instant?

  /// The most bytes of a file.
  public static let bytesMax = 16 << 20
  /// The most rows.
  public static let rowsMax = 400_000

  /// Reads a whole file.
  ///
  /// - Parameter zone: the zone of the times that name none.
  /// - Throws: `CSV-01` to `CSV-04` of a table, `USE-03` of a listing.
  public init(_ bytes: [UInt8], in zone: TimeZoneRules) throws(Diagnostic) {
    if LoginListing.isOne(bytes) {
      let listing = try LoginListing(bytes, in: zone)
      accounts = listing.accounts
      begins = listing.begins
    } else {
      accounts = try UsageFile.table(bytes, in: zone)
      begins = nil
    }
  }

  private static func table(
    _ bytes: [UInt8], in zone: TimeZoneRules
  ) throws(Diagnostic) -> [Account] {
    let table = try SeparatedValues(
      bytes, required: ["account", "last-used"], optional: ["first-used", "count"],
      rowsMax: rowsMax)
    var accounts: [Account] = []
    var seen: Set<String> = []
    for row in table.rows {
      let name = try row.required("account")
      guard seen.insert(name).inserted else {
        throw row.malformed("account", name, Localized(en: "each once", sv: "var och en en gång"))
      }
      var account = Account(name: name)
      // Of a day the last moment counts for the last use, and the first for the first.
      account.last = try moment("last-used", in: row, zone, .end)
      account.first = try moment("first-used", in: row, zone, .start)
      if let text = row["count"] {
        guard let count = Int64(text), (0...1_000_000_000).contains(count) else {
          throw row.malformed("count", text, Localized(en: "a whole number", sv: "ett heltal"))
        }
        account.count = count
      }
      accounts.append(account)
    }
    return accounts
  }

  private static func moment(
    _ column: String, in row: SeparatedValues.Row, _ zone: TimeZoneRules,
    _ meaning: MomentText.DayMeaning
  ) throws(Diagnostic) -> Instant? {
    guard let text = row[column] else { return nil }
    do throws(MomentRefusal) {
      return try MomentText.parse(text, in: zone, dayMeans: meaning)
    } catch {
      throw row.malformed(column, text, Localized(en: error.english, sv: error.swedish))
    }
  }
}
