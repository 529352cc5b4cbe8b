public import AccessModel

/// What is asked about organisational units.
public enum UnitCommand: Sendable {
  case register(RegisterUnit)
  case rename(RenameUnit)
  case move(MoveUnit)
  case close(CloseUnit)
}

/// Take a unit into the register.
public struct RegisterUnit: Sendable {
  public var unit: UnitID
  public var name: String
  public var kind: UnitKind
  public var parent: UnitID?

  public init(
    unit: UnitID, name: String, kind: UnitKind, parent: UnitID? = nil
  ) {
    self.unit = unit
    self.name = name
    self.kind = kind
    self.parent = parent
  }
}
