import Events
import Transparency

/// Feeds rows to the digest of the state: a row or a part is its word and its fields; what follows from other rows is left out.
///
/// The bytes are gathered before they are hashed, so that nothing is allocated for a value.
struct RowHasher: RowVisitor {
  private var hasher = SHA256()
  private var pending = StateWriter()
  private static let pendingMax = 1 << 16

  mutating func add<Part: RowPart>(_ row: Part) {
    var row = row
    word(Part.word)
    row.visitFields(&self)
    if pending.bytes.count >= RowHasher.pendingMax { flush() }
  }

  /// Begins a row.
  mutating func word(_ word: StaticString) { pending.append(short: word) }

  @inline(__always)
  mutating func field<Value: StateValue>(_ value: inout Value) { value.write(to: &pending) }

  mutating func part<Part: RowPart>(_ part: inout Part?) {
    if let part { add(part) }
  }

  mutating func parts<Part: RowPart>(_ parts: inout [Part]) {
    for part in parts { add(part) }
  }

  mutating func links<Place: FixedWidthInteger & Sendable>(_ places: inout [Place]) {}

  private mutating func flush() {
    hasher.update(pending.bytes)
    pending.bytes.removeAll(keepingCapacity: true)
  }

  var digest: Digest {
    var whole = self
    whole.flush()
    return whole.hasher.digest
  }
}

/// Writes rows so that they can be read back.
struct RowWriter: RowVisitor {
  var state = StateWriter()

  mutating func add<Part: RowPart>(_ row: Part) {
    var row = row
    row.visitFields(&self)
  }

  @inline(__always)
  mutating func field<Value: StateValue>(_ value: inout Value) { value.write(to: &state) }

  mutating func part<Part: RowPart>(_ part: inout Part?) {
    (part != nil).write(to: &state)
    part?.visitFields(&self)
  }

  mutating func parts<Part: RowPart>(_ parts: inout [Part]) {
    state.append(UInt64(parts.count))
    for part in parts { add(part) }
  }

  mutating func links<Place: FixedWidthInteger & Sendable>(_ places: inout [Place]) {
    state.append(UInt64(places.count))
    for place in places { state.append(UInt64(place)) }
  }
}

/// Reads rows that a `RowWriter` wrote.
struct RowReader: RowVisitor {
  var state: StateReader

  mutating func row<Part: RowPart>() -> Part {
    var part = Part(blank: ())
    part.visitFields(&self)
    return part
  }

  @inline(__always)
  mutating func field<Value: StateValue>(_ value: inout Value) { value = Value(from: &state) }

  mutating func part<Part: RowPart>(_ part: inout Part?) {
    part = Bool(from: &state) ? row() : nil
  }

  mutating func parts<Part: RowPart>(_ parts: inout [Part]) {
    parts = []
    for _ in 0..<state.count() { parts.append(row()) }
  }

  mutating func links<Place: FixedWidthInteger & Sendable>(_ places: inout [Place]) {
    places = []
    for _ in 0..<state.count() {
      places.append(Place(exactly: UInt64(from: &state)) ?? state.damaged(0))
    }
  }
}

/// Writes down which fields rows have, of which types: two programs with the same shape read each other's rows.
struct RowShape: RowVisitor {
  private(set) var text = ""

  mutating func add<Part: RowPart>(_ part: Part.Type) {
    text += "\(Part.word)("
    var row = Part(blank: ())
    row.visitFields(&self)
    text += ")"
  }

  mutating func field<Value: StateValue>(_ value: inout Value) {
    text += "\(Value.self),"
    // A payload that is kept whole has the shape that the log gives it.
    guard let payload = Value.self as? any EventPayload.Type else { return }
    for field in FieldLister.fields(of: payload) { text += "\(field.key):\(field.form)," }
  }

  mutating func part<Part: RowPart>(_ part: inout Part?) { add(Part.self) }

  mutating func parts<Part: RowPart>(_ parts: inout [Part]) {
    text += "*"
    add(Part.self)
  }

  mutating func links<Place: FixedWidthInteger & Sendable>(_ places: inout [Place]) { text += "#" }
}
