public import AccessModel

/// Call a unit something else.
public struct RenameUnit: Sendable {
  public var unit: UnitID
  public var name: String

  public init(unit: UnitID, name: String) {
    self.unit = unit
    self.name = name
  }
}

/// Put a unit, with all below it, below another.
public struct MoveUnit: Sendable {
  public var unit: UnitID
  public var parent: UnitID

  public init(unit: UnitID, parent: UnitID) {
    self.unit = unit
    self.parent = parent
  }
}

/// Close a unit: one successor makes it a merger, several a split.
public struct CloseUnit: Sendable {
  public var unit: UnitID
  public var successors: [UnitID]

  public init(unit: UnitID, successors: [UnitID] = []) {
    self.unit = unit
    self.successors = successors
  }
}
