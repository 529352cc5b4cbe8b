import AccessModel
import Chronology

/// Where in a snapshot it stands when grants have effect.
///
/// Two lists, so that whoever asks for all that has effect looks at neither rows nor indices. What may still have effect when the snapshot
/// was written stands in the order of the bytes of person, system, entitlement and grant, and nobody sorts it. What was over then stands
/// in the order of its end, the last first: whoever asks about a moment reads no further than to what ended before it.
struct SpansPlace: RowPart {
  static let word: StaticString = "spans"

  var present: UInt64
  var presentByteCount: UInt64
  var past: UInt64
  var pastByteCount: UInt64
  /// What is in the second list was over at this moment.
  var boundary: Instant?

  init(blank: Void) {
    present = 0
    presentByteCount = 0
    past = 0
    pastByteCount = 0
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&present)
    visitor.field(&presentByteCount)
    visitor.field(&past)
    visitor.field(&pastByteCount)
    visitor.field(&boundary)
  }

  /// Whether the offsets can be reckoned with.
  var isSound: Bool {
    [present, presentByteCount, past, pastByteCount].allSatisfy { $0 <= 1 << 48 }
  }
}

/// When grants have effect, as a snapshot keeps it.
struct KeptSpans: Sendable {
  let bytes: CheckedBytes
  let place: SpansPlace

  /// How much of a list is read at once.
  private static let pieceByteCount = 1 << 20

  /// Hands out what may have effect since the snapshot was written, in the order of the bytes of person, system, entitlement and grant.
  func forEachPresent(_ body: (KeptSpan) -> Void) {
    forEach(place.present, place.presentByteCount) { span in
      body(span)
      return true
    }
  }

  /// Hands out what was over when the snapshot was written and not yet at a moment, the last to end first.
  func forEachPast(at moment: Instant, _ body: (KeptSpan) -> Void) {
    guard place.boundary.map({ moment < $0 }) ?? true else { return }
    forEach(place.past, place.pastByteCount) { kept in
      guard kept.span.until > moment.milliseconds else { return false }
      body(kept)
      return true
    }
  }

  /// Whether the lists are those bytes.
  func isEqual(to present: [UInt8], _ past: [UInt8]) -> Bool {
    isEqual(place.present, place.presentByteCount, present)
      && isEqual(place.past, place.pastByteCount, past)
  }

  private func isEqual(_ offset: UInt64, _ count: UInt64, _ expected: [UInt8]) -> Bool {
    bytes.bytes(at: Int(offset), count: Int(count))?.elementsEqual(expected) ?? false
  }

  /// - Parameter body: says whether to go on.
  private func forEach(_ offset: UInt64, _ count: UInt64, _ body: (KeptSpan) -> Bool) {
    var begin = Int(offset)
    let end = begin + Int(count)
    while begin < end {
      let piece = begin..<min(begin + Self.pieceByteCount, end)
      bytes.expect([piece])
      guard let list = bytes.bytes(at: begin, count: piece.count) else { return }
      var read = 0
      while let count = KeptSpan.byteCount(in: list, at: read) {
        guard body(KeptSpan(UnsafeRawBufferPointer(rebasing: list[read..<read + count]))) else {
          return
        }
        read += count
      }
      // What is cut off by the end of a piece is read with the next; at the end of all nothing may be left.
      guard read > 0 else { return bytes.noteDamage() }
      begin += read
    }
  }
}

/// One grant in a list of spans: 25 bytes, then the identifiers without anything between them.
///
/// since (8), until (8), index (4), whether it is whole (1), how many bytes the identifiers of person, system, entitlement and grant have
/// (4). The identifiers are made when they are asked for: most are not.
struct KeptSpan {
  static let headByteCount = 25

  private let bytes: UnsafeRawBufferPointer

  /// `nil` when there is not all of one.
  static func byteCount(in list: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    guard list.count - offset >= headByteCount else { return nil }
    let head = list.loadUnaligned(fromByteOffset: offset + 21, as: UInt32.self)
    let lengths = (head & 0xFF) &+ (head >> 8 & 0xFF) &+ (head >> 16 & 0xFF) &+ (head >> 24)
    let count = headByteCount + Int(lengths)
    return count <= list.count - offset ? count : nil
  }

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private func number(at offset: Int) -> Int64 {
    Int64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int64.self))
  }

  var span: EffectSpan {
    EffectSpan(since: number(at: 0), until: number(at: 8), isWhole: bytes[20] == 1)
  }

  var index: Int32 {
    Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: Int32.self))
  }

  /// The grant, with its identifiers; `nil` when those are none.
  var grant: GrantInEffect? {
    var begin = KeptSpan.headByteCount
    func part<Subject>(_ place: Int) -> Identifier<Subject>? {
      let end = begin + Int(bytes[place])
      let part = UnsafeRawBufferPointer(rebasing: bytes[begin..<end])
      begin = end
      guard let ascii = InlineASCII(bytes: part) else { return nil }
      var id = Identifier<Subject>(blank: ())
      id.ascii = ascii
      return id
    }
    guard let person: PersonID = part(21), let system: SystemID = part(22),
      let name: EntitlementName = part(23), let id: GrantID = part(24)
    else { return nil }
    return GrantInEffect(
      index: index,
      Permission(
        person: person == .blank ? nil : person,
        entitlement: EntitlementID(system: system, name: name), grant: id))
  }

  static func write(_ grant: GrantInEffect, _ span: EffectSpan, to state: inout StateWriter) {
    span.since.write(to: &state)
    span.until.write(to: &state)
    withUnsafeBytes(of: grant.index.bigEndian) { state.append($0) }
    state.append(span.isWhole ? 1 as UInt8 : 0)
    let parts = [
      grant.person?.ascii ?? InlineASCII(), grant.entitlement.system.ascii,
      grant.entitlement.name.ascii, grant.id.ascii,
    ]
    for part in parts { state.append(UInt8(part.count)) }
    for part in parts { part.withBytes { state.append($0) } }
  }
}
