public import AccessModel

/// What is asked about systems and what can be granted in them.
public enum SystemCommand: Sendable {
  case register(RegisterSystem)
  case classify(ClassifySystem)
  case change(ChangeSystem)
  case changeStatus(ChangeSystemStatus)
  case analyse(AnalyseRisk)
  case define(DefineEntitlement)
  case changeEntitlement(ChangeEntitlement)
  case retire(RetireEntitlement)
  case findAccount(FindAccount)
  case describeAccount(DescribeAccount)
  case rotateAccount(RotateAccount)
}

/// Move a system on in its life.
public struct ChangeSystemStatus: Sendable {
  public var system: SystemID
  public var status: SystemStatus

  public init(
    system: SystemID, status: SystemStatus
  ) {
    self.system = system
    self.status = status
  }
}

/// Record an account that was found in a system.
public struct FindAccount: Sendable {
  public var account: AccountID
  public var system: SystemID
  public var kind: AccountKind
  public var person: PersonID?

  public init(
    account: AccountID, system: SystemID, kind: AccountKind, person: PersonID? = nil
  ) {
    self.account = account
    self.system = system
    self.kind = kind
    self.person = person
  }
}
