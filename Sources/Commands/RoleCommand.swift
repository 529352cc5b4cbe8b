public import AccessModel
public import Chronology

/// What is asked about roles.
public enum RoleCommand: Sendable {
  case assign(AssignRole)
  case end(EndRole)
}

/// Give somebody a role for a time.
public struct AssignRole: Sendable {
  public var assignment: AssignmentID
  public var role: Role
  public var holder: PersonID
  public var system: SystemID?
  public var unit: UnitID?
  public var appointedBy: UnitID?
  public var from: Instant
  public var until: Instant?

  public init(
    assignment: AssignmentID, role: Role, holder: PersonID, system: SystemID? = nil,
    unit: UnitID? = nil, appointedBy: UnitID? = nil, from: Instant, until: Instant? = nil
  ) {
    self.assignment = assignment
    self.role = role
    self.holder = holder
    self.system = system
    self.unit = unit
    self.appointedBy = appointedBy
    self.from = from
    self.until = until
  }
}

/// End a role before its time.
public struct EndRole: Sendable {
  public var assignment: AssignmentID
  /// The last day with the role, in the ledger's time zone; `nil` for until now.
  public var lastDay: Day?

  public init(
    assignment: AssignmentID, lastDay: Day? = nil
  ) {
    self.assignment = assignment
    self.lastDay = lastDay
  }
}
