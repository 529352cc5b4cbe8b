import AccessModel
public import Chronology

/// The grants in effect at a moment as the lines that programs get of them, in order, for the most part where a snapshot keeps them.
///
/// A list of all of them is the longest answer that is asked for often, and hardly any line of it is news: so no line is made that stands
/// in the snapshot already, and of groups that have effect as a whole the spans are not looked at. What has to be said otherwise
/// (what was over when the snapshot was written, what changed since, what has to be asked for by the moment) is put in where it belongs.
/// `Register.grantsInEffect(at:)` is the plain form, which a test holds this against.
public struct LinesInEffect {
  /// Parts of the snapshot and of `made`, one behind the other.
  private let parts: [UnsafeRawBufferPointer]
  /// Keeps the lines of the snapshot where they are.
  private let kept: CheckedBytes
  private let made: MadeLines

  /// How much is handed out at once.
  private static let pieceByteCount = 1 << 17

  fileprivate init(_ parts: [UnsafeRawBufferPointer], of kept: CheckedBytes, _ made: MadeLines) {
    (self.parts, self.kept, self.made) = (parts, kept, made)
  }

  /// Hands out the lines piece by piece.
  public func forEachPiece(_ body: ([UInt8]) throws -> Void) rethrows {
    var piece: [UInt8] = []
    piece.reserveCapacity(Self.pieceByteCount)
    for part in parts {
      var rest = part
      while !rest.isEmpty {
        let count = min(rest.count, Self.pieceByteCount - piece.count)
        piece.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<count]))
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        guard piece.count == Self.pieceByteCount else { continue }
        try body(piece)
        piece.removeAll(keepingCapacity: true)
      }
    }
    if !piece.isEmpty { try body(piece) }
  }
}

/// Lines that stand in no snapshot, where they stay.
private final class MadeLines {
  let lines: [UnsafeRawBufferPointer]
  private let bytes: UnsafeMutableRawBufferPointer

  init(_ grants: [GrantInEffect]) {
    var all: [UInt8] = []
    let ends = grants.map { grant in
      grant.permission.write(to: &all)
      return all.count
    }
    bytes = .allocate(byteCount: all.count, alignment: 1)
    bytes.copyBytes(from: all)
    let copy = UnsafeRawBufferPointer(bytes)
    lines = zip([0] + ends, ends).map { UnsafeRawBufferPointer(rebasing: copy[$0..<$1]) }
  }

  deinit { bytes.deallocate() }
}

extension Register {
  /// The grants in effect at a moment as lines; `nil` where no snapshot says when grants have effect, or the rules have changed since.
  ///
  /// Whatever the lines are taken from was looked at when this returns: `isIntact` tells whether it is as it was written.
  public func linesInEffect(at moment: Instant) -> LinesInEffect? {
    guard let keptSpans, trial == nil, policies.isUnchanged else { return nil }
    let present = keptSpans.place.present
    // All of it comes from the disk while the first of it is looked at.
    keptSpans.bytes.expect([present.groupRange, present.lineRange])
    keptSpans.expectPast(at: moment)
    let touched = GrantSet(touchedGrants, of: grants.keptCount)
    guard let groups = keptSpans.bytes(present.groupRange) else { return nil }
    var search = SpanSearch(keptSpans, groups, at: moment, besides: touched)
    guard search.run(), let lines = keptSpans.bytes(present.lineRange) else { return nil }
    let made = MadeLines(grantsInEffect(among: search.unclear + touched.indexes, at: moment))
    var others = made.lines.map(OrderedLine.init)
    keptSpans.forEachPast(at: moment) { kept in
      guard kept.head.since <= moment.milliseconds, !touched.contains(kept.index) else { return }
      others.append(OrderedLine(kept.line))
    }
    others.sort { $0.comesBefore($1) }
    var weaving = LineWeaving(lines, cursor: LineCursor(keptSpans, groups, lines))
    weaving.weave(search.runs, with: others)
    return LinesInEffect(weaving.parts, of: keptSpans.bytes, made)
  }
}
