public import AccessModel
public import Events
public import Policies

/// A line of a delegation order.
public struct DelegationRow: Sendable {
  public var id: DelegationID { line.delegation }
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
  public var versions: [SeparationVersionRow] = []
}

/// One version of a rule on segregation of duties.
public struct SeparationVersionRow: Sendable {
  public var rule: SeparationRuleAdopted
  public var fact: Fact
}

/// An exception from a rule on segregation of duties.
public struct SeparationExceptionRow: Sendable {
  public var id: SeparationExceptionID { exception.exception }
  public var exception: SeparationExceptionApproved
  public var fact: Fact
}

/// A policy document that was adopted.
public struct PolicyRow: Sendable {
  public var id: PolicyID { adopted.policy }
  public var adopted: PolicyAdopted
  /// What it says; `nil` when it cannot be read, and then it replaces nothing.
  public let document: PolicyDocument?
  public var fact: Fact

  init(adopted: PolicyAdopted, fact: Fact) {
    self.adopted = adopted
    self.fact = fact
    document = PolicyRow.document(in: adopted)
  }

  /// What the text of an adopted document says; `nil` when it cannot be read.
  static func document(in adopted: PolicyAdopted) -> PolicyDocument? {
    do throws(PolicyFaults) {
      return try PolicyDocument(reading: adopted.document, events: Register.policyEvents)
    } catch {
      return nil
    }
  }
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
