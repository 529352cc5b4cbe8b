public import Chronology

extension OperationPayload {
  /// A system came into the register, classified and with its responsible persons.
  public struct RegisterSystem: Hashable, Sendable {
    public var system: String
    /// Not empty, at most 1,024 bytes.
    public var name: String
    /// Level of confidentiality, 0 ... 4.
    public var confidentiality: Int
    /// Level of integrity, 0 ... 4.
    public var integrity: Int
    /// Level of availability, 0 ... 4.
    public var availability: Int
    /// The person who owns the system.
    public var owner: String
    /// The person who is its steward; `manager` in the file.
    public var manager: String
    /// The person who stands in for the steward; possibly the same person, which is for the rules to judge.
    public var deputy: String
    /// Days between two reviews, 1 ... 36,525.
    public var reviewIntervalDays: Int
    /// Identifiers of what can be granted, each once, in the order of the file; possibly none.
    public var entitlements: [String]
    /// Free text, possibly empty.
    public var purpose: String
  }

  /// A person came into the register.
  public struct RegisterPerson: Hashable, Sendable {
    public var person: String
    /// Not empty, at most 1,024 bytes.
    public var name: String
    /// The path of units from the top, at least one; ` / ` separates them in the file.
    public var unit: [String]
    /// Possibly empty, at most 1,024 bytes.
    public var title: String
    /// `employee`, `consultant` or another word made like an identifier.
    public var employment: String
  }

  /// Somebody asked for an entitlement.
  public struct Request: Hashable, Sendable {
    public var request: String
    /// Who is to hold the entitlement.
    public var person: String
    public var system: String
    public var entitlement: String
    /// The last day asked for; `nil` when no end was stated.
    public var until: Day?
    /// Who asked.
    public var by: String
    /// Free text, possibly empty.
    public var need: String
  }

  /// A request was decided.
  public struct Decide: Hashable, Sendable {
    public enum Decision: String, CaseIterable, Sendable {
      case approve
      case deny
    }

    public var request: String
    public var decision: Decision
    /// Who decided.
    public var by: String
    /// Free text, possibly empty.
    public var reason: String
  }

  /// An approved request was carried out.
  public struct Grant: Hashable, Sendable {
    public var grant: String
    public var request: String
    public var person: String
    public var system: String
    public var entitlement: String
    /// The first day.
    public var start: Day
    /// The last day, inclusive; `nil` when the grant has no end.
    public var end: Day?
    /// Who carried it out.
    public var by: String
    /// The reference in the ticket system; possibly empty, at most 1,024 bytes.
    public var ticket: String
  }

  /// A grant was taken away.
  public struct Revoke: Hashable, Sendable {
    public var grant: String
    /// Who took it away.
    public var by: String
    /// Free text, possibly empty.
    public var reason: String
  }

  /// One grant was looked at in a review.
  public struct ReviewItem: Hashable, Sendable {
    public enum Outcome: String, CaseIterable, Sendable {
      case keep
      case revoke
    }

    public var review: String
    public var system: String
    public var grant: String
    public var outcome: Outcome
    /// Who reviewed.
    public var by: String
    /// Free text, possibly empty.
    public var comment: String
  }

  /// An incident was reported or closed.
  public struct Incident: Hashable, Sendable {
    public enum State: String, CaseIterable, Sendable {
      case report
      case close
    }

    public var incident: String
    public var state: State
    public var system: String
    /// Level of severity, 0 ... 4.
    public var severity: Int
    /// Who reported or closed it.
    public var by: String
    /// Free text, possibly empty.
    public var text: String
  }

  /// A person left.
  public struct Leaver: Hashable, Sendable {
    public var person: String
    /// Who recorded it.
    public var by: String
    /// The last day of the employment or assignment.
    public var lastDay: Day
  }
}
