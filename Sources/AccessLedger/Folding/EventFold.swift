import Diagnostics
import EventSourcing
import EventStore
import Events
import Projections
import Transparency

/// One folding of a stretch of the log.
///
/// Reading and hashing a line needs nothing but the line, so each chunk is cut into pieces that all cores read at once, while the
/// chunk before it is folded, in order, by this thread alone. What comes out, and which fault is told, is the same with any number
/// of cores.
struct EventFold {
  private(set) var register: Register
  /// The tree over what was folded, when lines are hashed from the start of the log.
  private(set) var tree = MerkleFrontier()
  /// The number of bytes folded, with line ends.
  private(set) var byteCount = 0
  /// Whether a correction that was not known made all be folded again from nothing.
  private(set) var hasBegunAgain = false
  private let isHashing: Bool
  private let reading: HistoryReading
  /// How events read by the corrections known so far.
  private var corrections: Corrections
  /// The first position of which it is not known whether it corrects anything.
  private var knowledge: UInt64
  /// All corrections, once one was met that was not known; from there on nothing but corrections is looked for.
  private var unforeseen: [CorrectionRow]?

  /// About how many bytes a piece has.
  private static let pieceByteCount = 1 << 16
  /// A shorter stretch is folded before a thread has started.
  private static let eventsWorthACrew: UInt64 = 4_096

  /// - Parameters:
  ///   - reading: whether the register is, and becomes, one in which corrections count.
  ///   - isHashing: whether to hash each line; the register must then be empty.
  init(
    onto register: consuming Register, reading: HistoryReading = .corrected, isHashing: Bool = false
  ) {
    corrections = reading == .corrected ? Corrections(register.corrections) : Corrections()
    knowledge = reading == .corrected ? register.position : .max
    self.register = register
    self.isHashing = isHashing
    self.reading = reading
  }

  /// - Parameter rows: all corrections that are to count, wherever they stand.
  init(onto register: consuming Register, foreseeing rows: [CorrectionRow]) {
    corrections = Corrections(rows)
    knowledge = .max
    self.register = register
    isHashing = false
    reading = .corrected
  }

  /// Folds from the register's position to the log's head, or until `step`, asked before each event, says stop.
  ///
  /// A correction is about an event that came before it. When one is met that was not known, what was folded is wrong: the rest is only
  /// searched for more of them, and all is folded again from nothing. A log without corrections is folded once.
  ///
  /// - Throws: a `Diagnostic` when the log is damaged or a stream broken, and whatever `step` throws.
  mutating func run(
    _ log: some EventLog,
    until step: (borrowing Recorded<AccessEvent>) throws -> ReadingStep = { _ in .proceed }
  ) throws {
    try fold(log, until: step)
    // Corrections read from a damaged snapshot are none: whoever gave the register sees that it is not intact.
    guard let rows = unforeseen, register.isIntact else { return }
    unforeseen = nil
    hasBegunAgain = true
    corrections = Corrections(rows)
    knowledge = .max
    register = Register(reservingEvents: Int(log.head.size))
    tree = MerkleFrontier()
    byteCount = 0
    try fold(log, until: step)
  }

  private mutating func fold(
    _ log: some EventLog, until step: (borrowing Recorded<AccessEvent>) throws -> ReadingStep
  ) throws {
    let isShort = log.head.size < register.position + EventFold.eventsWorthACrew
    let crew = Crew(helpers: isShort ? 0 : Crew.usefulHelpers)
    var readAhead: ArraySlice<EventPiece> = []
    // Two rows of pieces: one is folded while the other is read.
    var rows: (free: [EventPiece], full: [EventPiece]) = ([], [])
    do {
      try log.readChunks(from: register.position) { [isHashing] chunk in
        let parts = chunk.parts(ofAbout: EventFold.pieceByteCount)
        while rows.free.count < parts.count { rows.free.append(EventPiece()) }
        let pieces = rows.free
        let before = readAhead
        readAhead = []
        var outcome = ReadingStep.proceed
        try crew.work(on: parts.count) { place in
          pieces[place].read(parts[place], isHashing: isHashing)
        } meanwhile: {
          outcome = try take(before, step)
        }
        swap(&rows.free, &rows.full)
        readAhead = pieces[..<parts.count]
        if outcome == .stop { readAhead = [] }
        return outcome
      }
    } catch {
      // What could be read comes before what could not.
      guard try take(readAhead, step) == .proceed else { return }
      throw error
    }
    _ = try take(readAhead, step)
    if isHashing, tree.size == log.head.size, tree.root != log.head.root {
      throw StoreCode.corruption.diagnostic(
        .init(en: "root", sv: "rot", tree.root.base64),
        .init(en: "root committed", sv: "bekräftad rot", log.head.root.base64))
    }
  }

  private mutating func take(
    _ pieces: ArraySlice<EventPiece>,
    _ step: (borrowing Recorded<AccessEvent>) throws -> ReadingStep
  ) throws -> ReadingStep {
    for piece in pieces where try take(piece, step) == .stop { return .stop }
    return .proceed
  }

  private mutating func take(
    _ piece: EventPiece, _ step: (borrowing Recorded<AccessEvent>) throws -> ReadingStep
  ) throws -> ReadingStep {
    for index in piece.events.indices {
      guard try step(piece.events[index]) == .proceed else {
        if isHashing { for leaf in piece.leaves[..<index] { tree.append(leafHash: leaf) } }
        return .stop
      }
      note(piece.events[index])
      if unforeseen == nil { try register.take(piece.events[index], by: corrections) }
      byteCount += piece.byteCounts[index]
    }
    if let failure = piece.failure { throw failure }
    if isHashing { tree.append(piece.run) }
    return .proceed
  }

  /// Keeps a correction that was not known.
  private mutating func note(_ recorded: borrowing Recorded<AccessEvent>) {
    guard case .ledger(.eventCorrected(let correction)) = recorded.event,
      recorded.position >= knowledge
    else { return }
    if unforeseen == nil { unforeseen = register.corrections }
    unforeseen?.append(CorrectionRow(correction, in: recorded))
  }
}

extension Register {
  /// Folds an event, which must be the next of its stream.
  fileprivate mutating func take(
    _ recorded: borrowing Recorded<AccessEvent>, by corrections: Corrections
  ) throws(Diagnostic) {
    let expected = nextRevision(of: recorded.event.stream)
    guard recorded.revision == expected else {
      throw LedgerCodes.brokenStream.diagnostic(
        .init(en: "position", sv: "position", "\(recorded.position)"),
        .init(en: "stream", sv: "ström", "\(recorded.event.stream)"),
        .init(en: "revision", sv: "revision", "\(recorded.revision)"),
        .init(en: "expected", sv: "väntad", "\(expected)"))
    }
    apply(recorded, by: corrections)
  }
}
