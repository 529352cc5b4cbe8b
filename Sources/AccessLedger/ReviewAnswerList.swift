public import Diagnostics
import Interchange

/// A list of answers to the items of a review, one row for each: what a reviewer hands in.
public struct ReviewAnswerList {
  /// One answer as the list says it; what it leaves out is `nil`.
  public struct Row {
    /// The line of the file.
    public var line: Int
    public var grant: String
    /// Empty for an item that is not answered yet.
    public var outcome: String?
    public var reason: String?
    public var until: String?
    public var scope: String?
    public var reviewDays: String?
    public var bulk: String?
    public var seen: String?
    public var seenAt: String?
    public var seconds: String?

    public init(
      line: Int, grant: String, outcome: String?, reason: String? = nil, until: String? = nil,
      scope: String? = nil, reviewDays: String? = nil, bulk: String? = nil, seen: String? = nil,
      seenAt: String? = nil, seconds: String? = nil
    ) {
      self.line = line
      self.grant = grant
      self.outcome = outcome
      self.reason = reason
      self.until = until
      self.scope = scope
      self.reviewDays = reviewDays
      self.bulk = bulk
      self.seen = seen
      self.seenAt = seenAt
      self.seconds = seconds
    }
  }

  /// The rows that say something.
  public var rows: [Row]

  /// The headings that mean something, in the order in which they are told.
  public static let columns = [
    "grant", "outcome", "reason", "until", "scope", "review_days", "bulk", "seen", "seen_at",
    "seconds",
  ]

  /// What the list of items has besides, for people to read; it is not read back.
  public static let ignored = [
    "state", "answer", "decided_at", "carried_out_at", "observed_at", "person", "name", "system",
    "entitlement",
    "reviewer", "hints", "level", "privilege",
    "delta", "last_use", "peers", "previous", "review", "due", "review_scope", "ends",
  ]

  /// The most rows of a list.
  public static let rowsMax = 4_000

  /// - Parameter path: a file of at most 4 MiB.
  /// - Throws: `CSV-01` to `CSV-03`, or that the file cannot be read.
  public init(reading path: String) throws(Diagnostic) {
    let table = try SeparatedValues(
      WholeFile.read(path, bytesMax: SeparatedValues.bytesMax), required: ["grant", "outcome"],
      optional: Self.columns.filter { $0 != "grant" && $0 != "outcome" } + Self.ignored,
      rowsMax: Self.rowsMax)
    rows = table.rows.map { row in
      Row(
        line: row.line, grant: row["grant"] ?? "", outcome: row["outcome"],
        reason: row["reason"], until: row["until"], scope: row["scope"],
        reviewDays: row["review_days"], bulk: row["bulk"], seen: row["seen"],
        seenAt: row["seen_at"], seconds: row["seconds"])
    }.filter { $0.outcome.map { !$0.isEmpty } ?? false }
  }
}
