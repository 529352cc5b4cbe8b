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
  private let isHashing: Bool

  /// About how many bytes a piece has.
  private static let pieceByteCount = 1 << 16
  /// A shorter stretch is folded before a thread has started.
  private static let eventsWorthACrew: UInt64 = 4_096

  /// - Parameter isHashing: whether to hash each line; the register must then be empty.
  init(onto register: consuming Register, isHashing: Bool = false) {
    self.register = register
    self.isHashing = isHashing
  }

  /// Folds from the register's position to the log's head, or until `step`, asked before each event, says stop.
  ///
  /// - Throws: a `Diagnostic` when the log is damaged or a stream broken, and whatever `step` throws.
  mutating func run(
    _ log: some EventLog,
    until step: (borrowing Recorded<AccessEvent>) throws -> ReadingStep = { _ in .proceed }
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
      try register.take(piece.events[index])
      byteCount += piece.byteCounts[index]
    }
    if let failure = piece.failure { throw failure }
    if isHashing { tree.append(piece.run) }
    return .proceed
  }
}

extension Register {
  /// Folds an event, which must be the next of its stream.
  fileprivate mutating func take(
    _ recorded: borrowing Recorded<AccessEvent>
  ) throws(Diagnostic) {
    let expected = nextRevision(of: recorded.event.stream)
    guard recorded.revision == expected else {
      throw LedgerCodes.brokenStream.diagnostic(
        .init(en: "position", sv: "position", "\(recorded.position)"),
        .init(en: "stream", sv: "ström", "\(recorded.event.stream)"),
        .init(en: "revision", sv: "revision", "\(recorded.revision)"),
        .init(en: "expected", sv: "väntad", "\(expected)"))
    }
    apply(recorded)
  }
}
