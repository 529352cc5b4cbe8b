import CProcessor

/// Names that are given numbers from 0 in the order in which they come.
///
/// Found by open addressing, four bytes a slot and at most half full, with one multiplication for a hash.
struct NumberedNames<Name: NumberedName>: Sendable {
  private(set) var names: [Name] = []
  private var slots = [UInt32](repeating: 0, count: 1 << 10)

  init() {}

  /// Names with the numbers of their places; each must be there once.
  init(_ names: [Name]) {
    self.names = names
    while names.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
    }
    placeAll()
  }

  mutating func number(of name: Name) -> Int {
    let found = place(of: name)
    if slots[found] != 0 { return Int(slots[found]) - 1 }
    names.append(name)
    slots[found] = UInt32(names.count)
    if names.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: slots.count * 2)
      placeAll()
    }
    return names.count - 1
  }

  private mutating func placeAll() {
    for (number, name) in names.enumerated() { slots[place(of: name)] = UInt32(number + 1) }
  }

  /// The number of a name that has one.
  func knownNumber(of name: Name) -> Int? {
    let found = slots[place(of: name)]
    return found == 0 ? nil : Int(found) - 1
  }

  subscript(number: UInt32) -> Name { names[Int(number)] }

  /// Has the place brought near where a name is looked for soon.
  func expect(_ name: Name) {
    slots.withUnsafeBufferPointer {
      if let base = $0.baseAddress { cprocessor_expect(base + (name.hash & ($0.count - 1))) }
    }
  }

  /// The slot that a name is in, or the free one that it belongs in.
  private func place(of name: Name) -> Int {
    let mask = slots.count - 1
    var slot = name.hash & mask
    while slots[slot] != 0, names[Int(slots[slot]) - 1] != name { slot = (slot + 1) & mask }
    return slot
  }
}

/// What can be given a number.
protocol NumberedName: Equatable, Sendable {
  /// Where to look for it: spread well, and not to be chosen from outside.
  var hash: Int { get }
}

extension PackedIdentifier: NumberedName {
  /// Identifiers may come from outside, so that the hash has a seed of the process.
  @inline(__always)
  var hash: Int {
    let product = (number ^ HashSeed.ofProcess).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return Int(truncatingIfNeeded: (product.high ^ product.low) >> 1)
  }
}

/// An entitlement whose system and name are both short.
struct PackedRight: NumberedName, BitwiseCopyable {
  var system: PackedIdentifier
  var name: PackedIdentifier

  var hash: Int { (system.hash &* 31 ^ name.hash) & Int.max }
}
