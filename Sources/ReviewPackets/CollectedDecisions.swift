public import AccessModel
public import Diagnostics
public import Transparency

/// What a file that came back says: from which packet it is, and the answers, row by row.
///
/// Nothing in it is believed yet: whether the campaign, the items and the digests are those that were sent is for the ledger to say.
public struct CollectedDecisions: Hashable, Sendable {
  /// The name of the log that the packet came from.
  public var origin: String
  public var review: ReviewID
  /// To whom the packet was sent.
  public var reviewer: PersonID
  /// The number of events that the packet rests on.
  public var position: Int64
  /// The rows that answer something, in their order.
  public var rows: [Row]
  /// The rows that cannot be answers, with what is wrong with each.
  public var refused: [Refusal]

  /// One answer; what it leaves out is `nil`.
  public struct Row: Hashable, Sendable {
    /// The row of the sheet, or the place in the decision file, from 1.
    public var number: Int
    public var grant: GrantID
    public var seen: Digest
    public var outcome: ReviewOutcome
    public var reason: String?
    /// The last day, `2026-12-31`.
    public var until: String?
    public var scope: String?
    public var isBulk: Bool
    /// How many seconds the reviewer had it before them.
    public var seconds: Int64?

    public init(
      number: Int, grant: GrantID, seen: Digest, outcome: ReviewOutcome, reason: String? = nil,
      until: String? = nil, scope: String? = nil, isBulk: Bool = false, seconds: Int64? = nil
    ) {
      self.number = number
      self.grant = grant
      self.seen = seen
      self.outcome = outcome
      self.reason = reason
      self.until = until
      self.scope = scope
      self.isBulk = isBulk
      self.seconds = seconds
    }
  }

  /// A row that cannot be an answer.
  public struct Refusal: Hashable, Sendable {
    public var number: Int
    /// The item as the row names it.
    public var grant: String
    public var diagnostic: Diagnostic
  }

  /// The most bytes of a file that is read.
  public static let bytesMax = 8 << 20
  /// The most answers of one file.
  public static let rowsMax = 4_000

  init(
    origin: String, review: ReviewID, reviewer: PersonID, position: Int64, rows: [Row],
    refused: [Refusal]
  ) {
    self.origin = origin
    self.review = review
    self.reviewer = reviewer
    self.position = position
    self.rows = rows
    self.refused = refused
    refuseRepeated()
  }

  /// Reads a decision file or a workbook, whichever the bytes are.
  ///
  /// - Throws: `PKT-01` to `PKT-03`.
  public init(_ bytes: [UInt8]) throws(Diagnostic) {
    self =
      bytes.starts(with: [0x50, 0x4B])
      ? try PacketWorkbook.decisions(in: bytes) : try DecisionFile.decisions(in: bytes)
  }

  /// Of rows about the same item none is meant. (PKT-05)
  private mutating func refuseRepeated() {
    let twice = Set(
      Dictionary(grouping: rows, by: \.grant).filter { $0.value.count > 1 }.keys)
    guard !twice.isEmpty else { return }
    for row in rows where twice.contains(row.grant) {
      refused.append(
        Refusal(
          number: row.number, grant: "\(row.grant)",
          diagnostic: PacketCodes.repeatedItem.diagnostic(
            .init(GrantSubject.word, "\(row.grant)"))))
    }
    rows.removeAll { twice.contains($0.grant) }
    refused.sort { $0.number < $1.number }
  }
}
