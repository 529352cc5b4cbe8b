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
  /// What it says of access; `nil` when it is about incidents, or cannot be read, and then it replaces nothing.
  public let document: PolicyDocument?
  /// What it says, when it is a document of rules for incidents that can be read.
  public let incidentRules: IncidentRules?
  public var fact: Fact

  init(adopted: PolicyAdopted, fact: Fact) {
    self.adopted = adopted
    self.fact = fact
    incidentRules = PolicyRow.incidentRules(in: adopted)
    document = incidentRules == nil ? PolicyRow.document(in: adopted) : nil
  }

  /// The rules for incidents that an adopted document says; `nil` when it is not of that kind, or cannot be read.
  static func incidentRules(in adopted: PolicyAdopted) -> IncidentRules? {
    guard IncidentRules.isMeant(by: adopted.document) else { return nil }
    do throws(PolicyFaults) {
      return try IncidentRules(reading: adopted.document)
    } catch {
      return nil
    }
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
