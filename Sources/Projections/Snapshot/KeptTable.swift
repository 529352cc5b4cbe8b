import AccessModel

/// Where in a snapshot the rows of one table lie.
struct TablePlace: RowPart {
  static let word: StaticString = "table"

  var rowCount: UInt64
  /// Where the places of the rows stand, eight bytes each. At its place a row is its length, four bytes, and its bytes.
  var places: UInt64
  /// Where the slots of the index stand, eight bytes each.
  var slots: UInt64
  var slotCount: UInt64
  var highest: Int64
  /// How many bytes from a row on are looked at with it, when what belongs to the row stands behind it.
  var ahead: UInt64

  init(blank: Void) {
    rowCount = 0
    places = 0
    slots = 0
    slotCount = 0
    highest = 0
    ahead = 0
  }

  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&rowCount)
    visitor.field(&places)
    visitor.field(&slots)
    visitor.field(&slotCount)
    visitor.field(&highest)
    visitor.field(&ahead)
  }

  var count: Int { Int(rowCount) }
  var highestNumber: Int { Int(highest) }

  /// Whether counts and offsets can be reckoned with.
  var isSound: Bool {
    rowCount <= UInt64(Int32.max) && slotCount <= 1 << 32 && slotCount.nonzeroBitCount <= 1
      && places <= 1 << 48 && slots <= 1 << 48 && highest >= 0 && ahead <= 1 << 20
  }
}

/// The rows of one table in a snapshot, as bytes.
struct KeptTable: Sendable {
  let bytes: CheckedBytes
  let place: TablePlace
  let seed: UInt64

  var count: Int { place.count }

  private func offset(of index: Int32) -> Int {
    Int(truncatingIfNeeded: bytes.number(at: Int(place.places) + Int(index) * 8) & (1 << 48 - 1))
  }

  /// The bytes of a row.
  func rowBytes(at index: Int32) -> UnsafeRawBufferPointer? {
    let offset = offset(of: index)
    if place.ahead > 0 { bytes.expect([offset..<offset + Int(place.ahead)]) }
    return bytes.counted(at: offset)
  }

  /// The index under a hash that is the wanted one.
  func find(hash: UInt32, _ isWanted: (Int32) -> Bool) -> Int32? {
    guard place.slotCount > 0 else { return nil }
    return IdentifierIndex.find(
      hash: hash, slotCount: Int(place.slotCount),
      slot: { bytes.number(at: Int(place.slots) + $0 * 8) },
      { $0 >= 0 && Int($0) < place.count && isWanted($0) })
  }

  /// The list at an index, with what it is of; `nil` when it is not sound.
  func list<Key: StateValue, Element: StateValue>(
    at index: Int32
  ) -> (key: Key, list: [Element])? {
    guard let row = rowBytes(at: index) else { return nil }
    var state = StateReader(row)
    let found = (Key(from: &state), [Element](from: &state))
    if !state.isSound || !state.isAtEnd { bytes.noteDamage() }
    return found
  }

  /// The list of something, by its hash; empty when there is none.
  func list<Key: StateValue & Equatable, Element: StateValue>(
    of key: Key, hash: UInt32
  ) -> [Element] {
    var found: [Element] = []
    _ = find(hash: hash) { index in
      guard let row: (key: Key, list: [Element]) = list(at: index), row.key == key else {
        return false
      }
      found = row.list
      return true
    }
    return found
  }

  /// Asks for the slots of hashes that will be looked for soon.
  func expectSlots(of hashes: some Sequence<UInt32>) {
    guard place.slotCount > 0 else { return }
    let mask = Int(place.slotCount) - 1
    bytes.expect(
      hashes.map {
        let slot = Int(place.slots) + (Int($0) & mask) * 8
        return slot..<slot + 8
      })
  }

  /// Asks for rows that will be looked at soon, all at once: first for where they are, then for what they are.
  func expect(_ indexes: some Collection<Int32>) {
    guard indexes.count > 1 else { return }
    let places = Int(place.places)
    bytes.expect(
      indexes.map { places + Int($0) * 8..<places + Int($0) * 8 + 8 })
    bytes.expect(
      indexes.map {
        let offset = offset(of: $0)
        return offset..<offset + 512
      })
  }
}
