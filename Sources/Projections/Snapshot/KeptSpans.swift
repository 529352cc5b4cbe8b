import AccessModel
import Chronology

/// Where in a snapshot it stands when grants have effect.
///
/// Two lists, so that whoever asks for all that has effect looks at neither rows nor indices. What may still have effect when the snapshot
/// was written stands in the order of the bytes of person, system, entitlement and grant, and nobody sorts it. What was over then stands
/// in the order of its end, the last first: whoever asks about a moment reads no further than to what ended before it.
struct SpansPlace: RowPart {
  static let word: StaticString = "spans"

  var present: SpanListPlace
  var past: SpanListPlace
  /// What is in the second list was over at this moment.
  var boundary: Instant?

  init(blank: Void) {
    present = SpanListPlace(blank: ())
    past = SpanListPlace(blank: ())
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    present.visitFields(&visitor)
    past.visitFields(&visitor)
    visitor.field(&boundary)
  }

  /// Whether the offsets can be reckoned with.
  var isSound: Bool { present.isSound && past.isSound }
}

/// Where in a snapshot one list of spans stands: its groups, its spans, and the line of each as programs get it.
///
/// They are apart, so that whoever wants the lines of all that has effect now reads the lines alone, where they stand, and hands them on.
struct SpanListPlace: RowPart {
  static let word: StaticString = "span-list"

  var count: UInt64
  /// `KeptGroup.byteCount` bytes for each `KeptGroup.spanCount` of the spans.
  var groups: UInt64
  /// `KeptSpanHead.byteCount` bytes each.
  var spans: UInt64
  var lines: UInt64
  var lineByteCount: UInt64

  init(blank: Void) {
    count = 0
    groups = 0
    spans = 0
    lines = 0
    lineByteCount = 0
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&count)
    visitor.field(&groups)
    visitor.field(&spans)
    visitor.field(&lines)
    visitor.field(&lineByteCount)
  }

  /// Whether the offsets can be reckoned with.
  var isSound: Bool {
    count <= UInt64(Int32.max)
      && [groups, spans, lines, lineByteCount].allSatisfy { $0 <= 1 << 48 }
  }

  var groupCount: Int { (Int(count) + KeptGroup.spanCount - 1) / KeptGroup.spanCount }

  /// Where all groups stand.
  var groupRange: Range<Int> {
    Int(groups)..<Int(groups) + groupCount * KeptGroup.byteCount
  }

  /// Where some of the spans stand.
  func range(of places: Range<Int>) -> Range<Int> {
    let begin = Int(spans)
    return begin + places.lowerBound * KeptSpanHead.byteCount..<begin + places.upperBound
      * KeptSpanHead.byteCount
  }

  /// Which spans a group is of.
  func members(of group: Int) -> Range<Int> {
    let first = group * KeptGroup.spanCount
    return min(first, Int(count))..<min(first + KeptGroup.spanCount, Int(count))
  }

  /// Where all lines stand.
  var lineRange: Range<Int> { Int(lines)..<Int(lines) + Int(lineByteCount) }
}

/// When grants have effect, as a snapshot keeps it.
struct KeptSpans: Sendable {
  let bytes: CheckedBytes
  let place: SpansPlace

  /// How many of a list are read at once.
  private static let pieceCount = 1 << 12

  /// Hands out what may have effect since the snapshot was written, in the order of the bytes of person, system, entitlement and grant.
  func forEachPresent(_ body: (KeptSpan) -> Void) {
    forEach(place.present) { span in
      body(span)
      return true
    }
  }

  /// Hands out what was over when the snapshot was written and not yet at a moment, the last to end first.
  func forEachPast(at moment: Instant, _ body: (KeptSpan) -> Void) {
    guard isAny(ofPastAt: moment) else { return }
    forEach(place.past) { kept in
      guard kept.span.until > moment.milliseconds else { return false }
      body(kept)
      return true
    }
  }

  /// Lets the first of what was over come from the disk, where any of it counts at a moment.
  func expectPast(at moment: Instant) {
    guard isAny(ofPastAt: moment) else { return }
    expect(place.past, from: 0, at: place.past.lineRange.lowerBound)
  }

  private func isAny(ofPastAt moment: Instant) -> Bool {
    place.boundary.map { moment < $0 } ?? true
  }

  /// Lets a piece of a list and the one behind it come from the disk.
  private func expect(_ list: SpanListPlace, from first: Int, at line: Int) {
    let count = min(2 * Self.pieceCount, Int(list.count) - first)
    // A line is about as long as what tells its span.
    let end = min(line + 2 * count * KeptSpanHead.byteCount, list.lineRange.upperBound)
    bytes.expect([list.range(of: first..<first + count), line..<max(line, end)])
  }

  /// Whether the lists are those bytes.
  func isEqual(to present: SpanListWriter, _ past: SpanListWriter) -> Bool {
    isEqual(place.present, present) && isEqual(place.past, past)
  }

  private func isEqual(_ list: SpanListPlace, _ expected: SpanListWriter) -> Bool {
    func isEqual(_ range: Range<Int>, _ expected: StateWriter) -> Bool {
      bytes(range)?.elementsEqual(expected.bytes) ?? false
    }
    return list.count == expected.count && isEqual(list.groupRange, expected.groups)
      && isEqual(list.range(of: 0..<Int(list.count)), expected.spans)
      && isEqual(list.lineRange, expected.lines)
  }

  /// Some of the snapshot; `nil` when it is not as it was written.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer? {
    bytes.bytes(at: range.lowerBound, count: range.count)
  }

  /// - Parameter body: says whether to go on.
  private func forEach(_ list: SpanListPlace, _ body: (KeptSpan) -> Bool) {
    var (first, line) = (0, list.lineRange.lowerBound)
    while first < Int(list.count) {
      let places = first..<min(first + Self.pieceCount, Int(list.count))
      expect(list, from: first, at: line)
      guard let heads = bytes(list.range(of: places)) else { return }
      let lineByteCount = (0..<places.count).reduce(0) {
        $0 + KeptSpanHead(heads, at: $1).lineByteCount
      }
      let piece = line..<line + lineByteCount
      guard let lines = bytes(piece) else { return }
      var read = 0
      for place in 0..<places.count {
        let head = KeptSpanHead(heads, at: place)
        let range = read..<read + head.lineByteCount
        guard body(KeptSpan(head: head, line: UnsafeRawBufferPointer(rebasing: lines[range])))
        else { return }
        read = range.upperBound
      }
      (first, line) = (places.upperBound, piece.upperBound)
    }
    if line != list.lineRange.upperBound { bytes.noteDamage() }
  }
}
