public import AccessModel
public import Chronology

/// What is asked about segregation of duties.
public enum SeparationCommand: Sendable {
  case adopt(AdoptSeparationRule)
  case except(ApproveSeparationException)
}

/// Adopt a rule that separates two sets of entitlements, or one in place of an earlier one.
public struct AdoptSeparationRule: Sendable {
  public var rule: SeparationRuleID
  public var kind: SeparationKind
  public var severity: SeparationSeverity
  public var first: [EntitlementID]
  public var second: [EntitlementID]
  public var rationale: String
  public var from: Instant
  public var until: Instant?

  public init(
    rule: SeparationRuleID, kind: SeparationKind, severity: SeparationSeverity,
    first: [EntitlementID], second: [EntitlementID], rationale: String, from: Instant,
    until: Instant? = nil
  ) {
    self.rule = rule
    self.kind = kind
    self.severity = severity
    self.first = first
    self.second = second
    self.rationale = rationale
    self.from = from
    self.until = until
  }
}

/// Let somebody break a rule for a time.
public struct ApproveSeparationException: Sendable {
  public var exception: SeparationExceptionID
  public var rule: SeparationRuleID
  public var person: PersonID
  /// The control that compensates, in free text.
  public var control: String
  /// Who decides: exactly one is allowed.
  public var deciders: [PersonID]
  public var from: Instant
  public var until: Instant

  public init(
    exception: SeparationExceptionID, rule: SeparationRuleID, person: PersonID, control: String,
    deciders: [PersonID], from: Instant, until: Instant
  ) {
    self.exception = exception
    self.rule = rule
    self.person = person
    self.control = control
    self.deciders = deciders
    self.from = from
    self.until = until
  }
}
