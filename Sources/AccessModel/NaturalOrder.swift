extension Identifier where Subject: IdentifierSubject {
  /// The order in which people look for identifiers: those that the ledger gives out by their number, `P-2` before `P-10`, and
  /// after them all others by their bytes.
  public func comesBefore(_ other: Identifier) -> Bool {
    switch (number, other.number) {
    case (let left?, let right?): left == right ? self < other : left < right
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): self < other
    }
  }
}

extension EntitlementID {
  /// By the system's number, and then by the name's bytes.
  public func comesBefore(_ other: EntitlementID) -> Bool {
    system == other.system ? name < other.name : system.comesBefore(other.system)
  }
}
