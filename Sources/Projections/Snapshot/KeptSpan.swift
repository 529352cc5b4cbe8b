import AccessModel
import Chronology

/// When one grant has effect, as a list of spans has it: 25 bytes.
///
/// Since (8), until (8), index (4), whether it is whole (1), how many bytes the identifiers of person, system, entitlement and grant
/// have (4).
struct KeptSpanHead {
  static let byteCount = 25

  private let bytes: UnsafeRawBufferPointer
  private let begin: Int

  /// - Parameter heads: those of several, one behind the other, of which it is the one at `place`.
  @inline(__always)
  init(_ heads: UnsafeRawBufferPointer, at place: Int) {
    bytes = heads
    begin = place * KeptSpanHead.byteCount
  }

  var since: Int64 { KeptSpanHead.number(in: bytes, at: begin) }
  var until: Int64 { KeptSpanHead.number(in: bytes, at: begin + 8) }
  var index: Int32 {
    Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: begin + 16, as: Int32.self))
  }
  var isWhole: Bool { bytes[begin + 20] == 1 }

  /// How many bytes an identifier has: that of the person, the system, the entitlement, the grant.
  func byteCount(ofPart part: Int) -> Int { Int(bytes[begin + 21 + part]) }

  /// How long the line is.
  @inline(__always)
  var lineByteCount: Int {
    let lengths = bytes.loadUnaligned(fromByteOffset: begin + 21, as: UInt32.self)
    // The four bytes are added side by side, each at most 32; behind each identifier stands one byte more.
    return Int((lengths &* 0x0101_0101) >> 24) &+ 4
  }

  /// A number that was written big-endian.
  @inline(__always)
  static func number(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int64 {
    Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
  }
}

/// One grant in a list of spans: when it has effect, and its line, `person TAB system TAB entitlement TAB grant LF`.
///
/// The identifiers are made when they are asked for: most are not.
struct KeptSpan {
  let head: KeptSpanHead
  let line: UnsafeRawBufferPointer

  var span: EffectSpan { EffectSpan(since: head.since, until: head.until, isWhole: head.isWhole) }
  var index: Int32 { head.index }

  /// The grant, with its identifiers; `nil` when those are none.
  var grant: GrantInEffect? {
    var begin = 0
    func part<Subject>(_ place: Int) -> Identifier<Subject>? {
      let end = begin + head.byteCount(ofPart: place)
      guard end < line.count else { return nil }
      let part = UnsafeRawBufferPointer(rebasing: line[begin..<end])
      begin = end + 1
      guard let ascii = InlineASCII(bytes: part) else { return nil }
      var id = Identifier<Subject>(blank: ())
      id.ascii = ascii
      return id
    }
    guard let person: PersonID = part(0), let system: SystemID = part(1),
      let name: EntitlementName = part(2), let id: GrantID = part(3)
    else { return nil }
    return GrantInEffect(
      index: index,
      Permission(
        person: person == .blank ? nil : person,
        entitlement: EntitlementID(system: system, name: name), grant: id))
  }
}

/// What can be said of some spans together, so that they need not be looked at: 24 bytes.
///
/// The latest beginning (8), the earliest end (8), where the first line begins among the lines (8). Where a span is not whole, the
/// beginning is never and the end is before everything.
struct KeptGroup {
  static let byteCount = 24
  static let spanCount = 32

  /// From when on all of them have effect, in milliseconds.
  let since: Int64
  /// Until when all of them have.
  let until: Int64
  /// Where the first line begins.
  let line: Int

  @inline(__always)
  init(_ groups: UnsafeRawBufferPointer, at place: Int) {
    let begin = place * KeptGroup.byteCount
    since = KeptSpanHead.number(in: groups, at: begin)
    until = KeptSpanHead.number(in: groups, at: begin + 8)
    line = Int(truncatingIfNeeded: KeptSpanHead.number(in: groups, at: begin + 16))
  }
}

/// Gathers a list of spans.
struct SpanListWriter {
  private(set) var count: UInt64 = 0
  private(set) var groups = StateWriter()
  private(set) var spans = StateWriter()
  private(set) var lines = StateWriter()
  /// Of the group that is not full.
  private var since = Int64.min
  private var until = Int64.max
  private var line = 0

  mutating func add(_ grant: GrantInEffect, _ span: EffectSpan) {
    if span.isWhole {
      since = max(since, span.since)
      until = min(until, span.until)
    } else {
      (since, until) = (.max, .min)
    }
    span.since.write(to: &spans)
    span.until.write(to: &spans)
    withUnsafeBytes(of: grant.index.bigEndian) { spans.append($0) }
    spans.append(span.isWhole ? 1 as UInt8 : 0)
    for part in [
      grant.person?.ascii ?? InlineASCII(), grant.entitlement.system.ascii,
      grant.entitlement.name.ascii, grant.id.ascii,
    ] { spans.append(UInt8(part.count)) }
    grant.permission.write(to: &lines.bytes)
    count += 1
    if count % UInt64(KeptGroup.spanCount) == 0 { finishGroup() }
  }

  private mutating func finishGroup() {
    since.write(to: &groups)
    until.write(to: &groups)
    Int64(line).write(to: &groups)
    (since, until, line) = (.min, .max, lines.bytes.count)
  }

  /// Writes what is left. There is no span after it.
  mutating func finish() {
    if count % UInt64(KeptGroup.spanCount) != 0 { finishGroup() }
  }
}
