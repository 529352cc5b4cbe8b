import AccessModel

/// The commands that are recorded: sixteen bytes a slot, open addressing, at most seven eighths full.
///
/// Beside what was added may stand what a snapshot keeps. Free slots are zeros; the id that is all zeros is remembered apart.
struct CommandSet: Sendable {
  var kept: KeptCommands?
  private(set) var slots: [UniqueID] = []
  private(set) var hasZero = false
  private var count = 0
  private var last = CommandSet.zero

  static let zero = UniqueID(high: 0, low: 0)

  func contains(_ id: UniqueID) -> Bool {
    if id == CommandSet.zero { return hasZero || kept?.hasZero == true }
    return CommandSet.contains(id, in: slots.count, seed: HashSeed.ofProcess) { slots[$0] }
      || kept?.contains(id) == true
  }

  mutating func insert(_ id: UniqueID) {
    // The events of a command follow each other.
    guard id != last else { return }
    last = id
    guard id != CommandSet.zero else {
      hasZero = true
      return
    }
    guard !contains(id) else { return }
    if (count + 1) * 8 > slots.count * 7 { grow(to: max(16, slots.count * 2)) }
    CommandSet.place(id, in: &slots, seed: HashSeed.ofProcess)
    count += 1
  }

  /// Adds what a snapshot keeps to what was added.
  mutating func takeKept() {
    guard let kept else { return }
    self.kept = nil
    hasZero = hasZero || kept.hasZero
    reserve(count + kept.slotCount / 2)
    for slot in 0..<kept.slotCount { if kept[slot] != CommandSet.zero { insert(kept[slot]) } }
  }

  /// Makes room for so many commands.
  mutating func reserve(_ count: Int) {
    var size = 16
    while size * 7 < count * 8 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  private mutating func grow(to size: Int) {
    let ids = slots
    slots = [UniqueID](repeating: CommandSet.zero, count: size)
    for id in ids where id != CommandSet.zero {
      CommandSet.place(id, in: &slots, seed: HashSeed.ofProcess)
    }
  }

  static func place(_ id: UniqueID, in slots: inout [UniqueID], seed: UInt64) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash(id, seed)) & mask
    while slots[place] != zero { place = (place + 1) & mask }
    slots[place] = id
  }

  static func contains(
    _ id: UniqueID, in slotCount: Int, seed: UInt64, slot: (Int) -> UniqueID
  ) -> Bool {
    let mask = slotCount - 1
    var place = Int(truncatingIfNeeded: hash(id, seed)) & mask
    for _ in 0..<slotCount {
      let found = slot(place)
      if found == id { return true }
      if found == zero { return false }
      place = (place + 1) & mask
    }
    return false
  }

  private static func hash(_ id: UniqueID, _ seed: UInt64) -> UInt64 {
    let product = (id.low ^ seed).multipliedFullWidth(by: id.high | 1)
    return product.high ^ product.low
  }
}
