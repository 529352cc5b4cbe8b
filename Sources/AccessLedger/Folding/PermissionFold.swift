import CanonicalJSON
public import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Events
public import Projections
import Synchronization
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

  /// What was kept of the folding of the events that a tree is over.
  init(_ state: consuming PermissionState, tree: MerkleFrontier, byteCount: Int) {
    self.state = state
    self.tree = tree
    eventCount = tree.size
    self.byteCount = byteCount
  }

  /// The grants in effect at a moment, in the order of the bytes of person, system, entitlement and grant; looked for by all cores.
  public func inEffect(at moment: Instant) -> PermissionList {
    let helpers = state.grantCount < PermissionFold.grantsWorthACrew ? 0 : Crew.usefulHelpers
    let partCount = helpers == 0 ? 1 : 4 * (helpers + 1)
    let parts = Mutex<[PermissionList]>(Array(repeating: PermissionList(), count: partCount))
    withUnsafePointer(to: state) { state in
      Crew(helpers: helpers).work(on: partCount) { part in
        let found = state.pointee.inEffect(at: moment, part: part, of: partCount)
        parts.withLock { $0[part] = found }
      } meanwhile: {
      }
    }
    // Each part is sorted, so that this is merging.
    return PermissionList(merging: parts.withLock { $0 })
  }
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
      let span = PermissionSpan(last: last, moment: moment, isHashing: isHashing)
      return try permissions(PermissionFold(log: log, span: span))
    } catch {
      throw LedgerError(reading: error)
    }
  }

  /// Folds from nothing, and proves it where lines are hashed.
  func permissions(_ fold: PermissionFold) throws -> PermissionReplay {
    var replay = try fold.run(Corrections())
    // A correction is about an event before it: what was folded is then folded again, as it reads.
    let corrections = replay.state.corrections
    if !corrections.isEmpty, reading == .corrected {
      // What comes before the first correction has been folded as it reads because of it, and is not what others would begin with.
      var again = fold
      again.atSegment = nil
      replay = try again.run(Corrections(corrections))
    }
    guard fold.span.isHashing else { return replay }
    let expected = try root(committed: replay)
    guard replay.tree.root == expected else {
      throw StoreCode.corruption.diagnostic(
        .init(en: "events", sv: "händelser", "\(replay.tree.size)"),
        .init(en: "root", sv: "rot", replay.tree.root.base64),
        .init(en: "root committed", sv: "bekräftad rot", expected.base64))
    }
    return replay
  }

  /// The root of the log when it had the events that were folded.
  func root(committed replay: borrowing PermissionReplay) throws -> Digest {
    let size = replay.tree.size
    return size == log.head.size ? log.head.root : try log.root(at: size)
  }
}

/// One folding of the log into permissions.
///
/// Pieces of the log are read, hashed and read for what they say by all cores at once, and folded in order by one at a time, whichever
/// that is.
struct PermissionFold {
  let log: FileEventLog
  let span: PermissionSpan
  /// Is shown what was folded before each segment but the first.
  var atSegment: ((borrowing PermissionReplay) -> Void)?

  private static let eventsWorthACrew: UInt64 = 4_096
  static let grantsWorthACrew = 4_096

  /// - Parameter start: what the events before the first position of a segment came to.
  func run(
    _ corrections: Corrections, onto start: consuming PermissionReplay = PermissionReplay()
  ) throws -> PermissionReplay {
    var replay = start
    let blocks = log.makeBlocks(from: replay.eventCount)
    let relay = BlockRelay(blocks, isShort: log.head.size < Self.eventsWorthACrew) { [span] in
      PermissionPiece(span)
    }
    var (isCut, lastSegment) = (false, UInt64(0))
    try relay.run { piece in
      let position = replay.eventCount
      guard piece.first == position else {
        if piece.block.isFirstOfSegment, piece.block.segment != position {
          throw blocks.miscounted(piece.block.segment)
        }
        throw piece.chunk(from: position).damaged(
          at: position, offset: 0, CanonicalJSONError(.valueOutOfRange, at: 7))
      }
      if let atSegment, position > 0, piece.block.isFirstOfSegment { atSegment(replay) }
      try take(piece, into: &replay, corrections)
      (isCut, lastSegment) = (piece.isCut, piece.block.segment)
      return isCut ? .stop : .proceed
    }
    guard isCut || replay.eventCount == log.head.size else {
      throw blocks.miscounted(lastSegment)
    }
    return replay
  }

  private func take(
    _ piece: PermissionPiece, into replay: inout PermissionReplay, _ corrections: Corrections
  ) throws {
    var whole = piece.events.startIndex
    let steps = piece.steps
    for (index, step) in steps.enumerated() {
      replay.state.expect(steps, after: index)
      let position = piece.first + UInt64(step.line)
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
    if let failure = piece.failure { throw failure }
    replay.eventCount += UInt64(piece.lineCount)
    replay.byteCount += piece.byteCount
    if span.isHashing { replay.tree.append(piece.run) }
  }

  private func takeAsItReads(
    _ recorded: borrowing Recorded<AccessEvent>, into replay: inout PermissionReplay,
    _ corrections: Corrections
  ) {
    guard let read = corrections.reading(of: recorded) else { return }
    replay.state.take(read)
  }
}
