/// Names that are given numbers from 0 in the order in which they come.
struct NumberedNames<Name: Hashable & Sendable>: Sendable {
  private(set) var names: [Name] = []
  private var numbers: [Name: Int] = [:]

  mutating func number(of name: Name) -> Int {
    if let number = numbers[name] { return number }
    let number = names.count
    names.append(name)
    numbers[name] = number
    return number
  }

  subscript(number: UInt32) -> Name { names[Int(number)] }
}

/// An entitlement whose system and name are both short.
struct PackedRight: Hashable, Sendable {
  var system: PackedIdentifier
  var name: PackedIdentifier
}
