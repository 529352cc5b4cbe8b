import AccessModel

/// Where in a snapshot the rows of one table lie.
struct TablePlace: RowPart {
  static let word: StaticString = "table"

  var rowCount: UInt64
  /// Where the ends of the rows stand, eight bytes each; a row begins where the one before it ends.
  var ends: UInt64
  /// Where the first row begins.
  var rows: UInt64
  /// Where the slots of the index stand, eight bytes each.
  var slots: UInt64
  var slotCount: UInt64
  var highest: Int64

  init(blank: Void) {
    rowCount = 0
    ends = 0
    rows = 0
    slots = 0
    slotCount = 0
    highest = 0
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&rowCount)
    visitor.field(&ends)
    visitor.field(&rows)
    visitor.field(&slots)
    visitor.field(&slotCount)
    visitor.field(&highest)
  }

  var count: Int { Int(rowCount) }
  var highestNumber: Int { Int(highest) }

  /// Whether counts and offsets can be reckoned with.
  var isSound: Bool {
    rowCount <= UInt64(Int32.max) && slotCount <= 1 << 32 && slotCount.nonzeroBitCount <= 1
      && [ends, rows, slots].allSatisfy { $0 <= 1 << 48 } && highest >= 0
  }
}

/// The rows of one table in a snapshot, each read when it is asked for.
struct KeptRows<Row: RegisterRow>: Sendable {
  let bytes: CheckedBytes
  let place: TablePlace
  let seed: UInt64

  /// The bytes of a row: the next revision of its stream, then its fields.
  func rowBytes(at index: Int32) -> UnsafeRawBufferPointer? {
    let ends = Int(place.ends) + Int(index) * 8
    let begin = index == 0 ? 0 : Int(truncatingIfNeeded: bytes.number(at: ends - 8))
    let end = Int(truncatingIfNeeded: bytes.number(at: ends))
    guard begin >= 0, begin <= end, end < 1 << 48 else {
      bytes.noteDamage()
      return nil
    }
    return bytes.bytes(at: Int(place.rows) + begin, count: end - begin)
  }

  func entry(at index: Int32) -> Rows<Row.Subject, Row>.Entry {
    guard let bytes = rowBytes(at: index) else { return .init(row: Row(blank: ())) }
    var reader = RowReader(state: StateReader(bytes))
    let revision = Int64(from: &reader.state)
    let entry = Rows<Row.Subject, Row>.Entry(row: reader.row(), nextRevision: revision)
    if !reader.state.isSound || !reader.state.isAtEnd { self.bytes.noteDamage() }
    return entry
  }

  /// The identifier of a row: its first field.
  func id(at index: Int32) -> Identifier<Row.Subject> {
    guard let bytes = rowBytes(at: index) else { return .blank }
    var state = StateReader(bytes)
    _ = Int64(from: &state)
    return Identifier(from: &state)
  }

  func index(of id: Identifier<Row.Subject>) -> Int32? {
    guard place.slotCount > 0 else { return nil }
    return IdentifierIndex.find(
      hash: id.ascii.hash(seed: seed), slotCount: Int(place.slotCount),
      slot: { bytes.number(at: Int(place.slots) + $0 * 8) },
      { $0 >= 0 && $0 < place.count && self.id(at: $0) == id })
  }
}

/// The commands in a snapshot.
struct KeptCommands: Sendable {
  let bytes: CheckedBytes
  let slots: Int
  let slotCount: Int
  let hasZero: Bool
  let seed: UInt64

  func contains(_ id: UniqueID) -> Bool {
    CommandSet.contains(id, in: slotCount, seed: seed) { self[$0] }
  }

  subscript(slot: Int) -> UniqueID {
    UniqueID(
      high: bytes.number(at: slots + slot * 16), low: bytes.number(at: slots + slot * 16 + 8))
  }
}
