public import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Events
public import Projections
public import Transparency

/// Who had access to what, folded from nothing, and what it was folded from.
public struct PermissionReplay: ~Copyable {
  public internal(set) var state = PermissionState()
  /// The tree over what was folded; empty when nothing was hashed.
  public internal(set) var tree = MerkleFrontier()
  /// How many events were folded.
  public internal(set) var eventCount: UInt64 = 0
  /// The number of bytes read, with line ends.
  public internal(set) var byteCount = 0

  init() {}
}

extension Ledger {
  /// Folds what permissions follow from, to the head, a position or a moment of record, and proves that it is the beginning of the log.
  ///
  /// Reads each byte once. What is not about permissions is hashed and not read; the form of every event is for `verify` to check.
  /// Memory grows with the grants there have ever been and not with the log.
  ///
  /// - Parameter isHashing: without it nothing is proved; for finding out what the proof costs.
  /// - Throws: `LOG-14` when what was read is not the beginning of the log, and what reading it throws.
  public func permissions(
    to last: UInt64? = nil, knownAt moment: Instant? = nil, isHashing: Bool = true
  ) throws(LedgerError) -> PermissionReplay {
    do {
      let fold = PermissionFold(log: log, last: last, moment: moment, isHashing: isHashing)
      var replay = try fold.run(Corrections())
      // A correction is about an event before it: what was folded is then folded again, as it reads.
      let corrections = replay.state.corrections
      if !corrections.isEmpty, reading == .corrected {
        replay = try fold.run(Corrections(corrections))
      }
      guard isHashing else { return replay }
      let found = replay.tree.head
      let expected = found.size == log.head.size ? log.head.root : try log.root(at: found.size)
      guard found.root == expected else {
        throw StoreCode.corruption.diagnostic(
          .init(en: "events", sv: "händelser", "\(found.size)"),
          .init(en: "root", sv: "rot", found.root.base64),
          .init(en: "root committed", sv: "bekräftad rot", expected.base64))
      }
      return replay
    } catch {
      throw LedgerError(reading: error)
    }
  }
}

/// One folding of the log into permissions.
///
/// Shaped as ``EventFold`` is: pieces of a chunk are hashed and read by all cores at once, while what was read of an earlier one is
/// folded, in order, by this thread alone. Since little is left to do but to hash, fetching the next chunk goes on beside that as well.
private struct PermissionFold {
  let log: any EventLog
  let last: UInt64?
  let moment: Instant?
  let isHashing: Bool

  /// About how many bytes a piece has: what a core's second cache holds beside the rest.
  private static let pieceByteCount = 1 << 17
  private static let eventsWorthACrew: UInt64 = 4_096

  func run(_ corrections: Corrections) throws -> PermissionReplay {
    var replay = PermissionReplay()
    let isShort = log.head.size < Self.eventsWorthACrew
    let crew = Crew(helpers: isShort ? 0 : Crew.usefulHelpers)
    // Three rows of pieces: while one is read by the helpers, the next chunk is fetched and the one before is folded by this thread.
    var rows: [[PermissionPiece]] = [[], [], []]
    var turn = 0
    var waiting: [ArraySlice<PermissionPiece>] = []
    defer { crew.finish() }
    do {
      try log.readChunks(from: 0) { whole in
        let (chunk, isCut) = try cut(whole)
        let parts = chunk.count == 0 ? [] : chunk.parts(ofAbout: Self.pieceByteCount)
        while rows[turn].count < parts.count { rows[turn].append(PermissionPiece()) }
        let row = rows[turn][..<parts.count]
        turn = (turn + 1) % rows.count
        if waiting.count == 2 {
          for piece in waiting.removeFirst() { try take(piece, into: &replay, corrections) }
        }
        crew.finish()
        crew.begin(on: parts.count) { [isHashing] place in
          row[place].read(parts[place], isHashing: isHashing)
        }
        waiting.append(row)
        return isCut ? .stop : .proceed
      }
    } catch {
      crew.finish()
      // What is wrong with a line comes before what could not be read after it.
      if let failure = waiting.joined().lazy.compactMap(\.failure).first { throw failure.error }
      throw error
    }
    crew.finish()
    for piece in waiting.joined() { try take(piece, into: &replay, corrections) }
    return replay
  }

  /// The lines of a chunk that are to be folded, and whether any is not.
  private func cut(_ chunk: RecordChunk) throws -> (RecordChunk, isCut: Bool) {
    let end = chunk.first + UInt64(chunk.count)
    guard moment != nil || last.map({ $0 < end - 1 }) == true else { return (chunk, false) }
    var cut = chunk
    cut.count = 0
    var byteCount = 0
    let step = try chunk.forEachRecord(hashing: false) { record in
      if let last, record.position > last { return .stop }
      if let moment, record.fields.recorded > moment { return .stop }
      cut.count += 1
      byteCount += record.line.count + 1
      return .proceed
    }
    guard step == .stop else { return (chunk, false) }
    cut.bytes = UnsafeRawBufferPointer(rebasing: chunk.bytes[..<byteCount])
    return (cut, true)
  }

  private func take(
    _ piece: PermissionPiece, into replay: inout PermissionReplay, _ corrections: Corrections
  ) throws {
    var whole = piece.events.startIndex
    for step in piece.steps {
      let position = piece.chunk.first + UInt64(step.line)
      let isCorrected = corrections.concerns(position)
      if step.isWhole {
        defer { whole += 1 }
        if isCorrected {
          takeAsItReads(piece.events[whole], into: &replay, corrections)
        } else {
          replay.state.take(piece.events[whole])
        }
      } else if isCorrected {
        takeAsItReads(try piece.event(of: step), into: &replay, corrections)
      } else if !replay.state.take(step, at: position) {
        replay.state.take(try piece.event(of: step))
      }
    }
    if let failure = piece.failure { throw failure.error }
    replay.eventCount += UInt64(piece.chunk.count)
    replay.byteCount += piece.chunk.bytes.count
    if isHashing { replay.tree.append(piece.run) }
  }

  private func takeAsItReads(
    _ recorded: borrowing Recorded<AccessEvent>, into replay: inout PermissionReplay,
    _ corrections: Corrections
  ) {
    guard let read = corrections.reading(of: recorded) else { return }
    replay.state.take(read)
  }
}
