public import AccessModel
public import Events

/// A line of a delegation order.
public struct DelegationRow: Sendable {
  public var line: DelegationGranted
  public var granted: Fact
  public var revoked: Fact?
}

/// A report of delegated decisions to the body that delegated.
public struct DelegationReportRow: Sendable {
  public var report: DelegationReported
  public var fact: Fact
}

/// A rule on segregation of duties, in all its versions.
public struct SeparationRuleRow: Sendable {
  public var id: SeparationRuleID
  /// In the order of record; of those that have begun at a moment the last counts.
  public var versions: [(rule: SeparationRuleAdopted, fact: Fact)]
}

/// An exception from a rule on segregation of duties.
public struct SeparationExceptionRow: Sendable {
  public var exception: SeparationExceptionApproved
  public var fact: Fact
}

/// A policy document that was adopted.
public struct PolicyRow: Sendable {
  public var adopted: PolicyAdopted
  public var fact: Fact
}

/// What a correction says of an earlier event.
public struct CorrectionRow: Sendable {
  public var correction: EventCorrected
  public var by: PersonID
  public var fact: Fact
}

/// A marking of secrecy, or its lifting.
public struct SecrecyRow: Sendable {
  public var marking: SecrecyMarked
  public var fact: Fact
}
