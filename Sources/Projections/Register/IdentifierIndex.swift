import AccessModel

/// Where the row of each identifier is: eight bytes a slot, open addressing, at most three quarters full.
///
/// A slot is the identifier's hash above, and the row's index and 1 below; 0 is free. The identifiers themselves are in the rows. A
/// snapshot keeps the slots as they are.
struct IdentifierIndex: Sendable {
  private(set) var slots: [UInt64] = []
  private var count = 0

  /// Makes room for so many entries.
  mutating func reserve(_ count: Int) {
    guard count * 4 > slots.count * 3 else { return }
    var size = 16
    while size * 3 < count * 4 { size *= 2 }
    let entries = slots
    slots = [UInt64](repeating: 0, count: size)
    for entry in entries where entry != 0 { place(entry) }
  }

  mutating func insert(_ index: Int32, hash: UInt32) {
    if (count + 1) * 4 > slots.count * 3 { reserve(max(12, slots.count)) }
    place(UInt64(hash) << 32 | UInt64(index + 1))
    count += 1
  }

  private mutating func place(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Int(entry >> 32) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  @inline(__always)
  func find(hash: UInt32, isWanted: (Int32) -> Bool) -> Int32? {
    IdentifierIndex.find(hash: hash, slotCount: slots.count, slot: { slots[$0] }, isWanted)
  }

  /// The index under a hash that is the wanted one, in slots that lie anywhere.
  @inline(__always)
  static func find(
    hash: UInt32, slotCount: Int, slot: (Int) -> UInt64, _ isWanted: (Int32) -> Bool
  ) -> Int32? {
    let mask = slotCount - 1
    var place = Int(hash) & mask
    // As many tries as there are slots end the search even in slots that are all taken.
    for _ in 0..<slotCount {
      let entry = slot(place)
      guard entry != 0 else { return nil }
      let index = Int32(truncatingIfNeeded: entry & 0xFFFF_FFFF) - 1
      if entry >> 32 == UInt64(hash), isWanted(index) { return index }
      place = (place + 1) & mask
    }
    return nil
  }
}
