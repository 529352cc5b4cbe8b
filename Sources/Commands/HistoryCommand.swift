public import AccessModel
public import Chronology

/// What another register says happened, to be taken over as it was.
///
/// One operation of a history file, in the ledger's own types. Unlike what somebody asks today it is not refused for breaking the
/// organisation's rules, only for making no sense.
public enum HistoryCommand: Sendable {
  case registerSystem(System)
  case registerPerson(Person)
  case request(Request)
  case decide(Decision)
  case grant(Execution)
  case revoke(Revocation)
  case reviewItem(ReviewItem)
  case reportIncident(IncidentReport)
  case closeIncident(IncidentClosing)
  case leave(Departure)

  /// A system with its levels, what can be granted in it, and who answers for it.
  public struct System: Sendable {
    public var system: SystemID
    public var name: Label
    public var classification: Classification
    public var owner: PersonID
    public var steward: PersonID
    public var deputy: PersonID
    public var reviewDays: Int64
    public var entitlements: [(name: EntitlementName, label: Label)]
    public var purpose: String?

    public init(
      system: SystemID, name: Label, classification: Classification, owner: PersonID,
      steward: PersonID, deputy: PersonID, reviewDays: Int64,
      entitlements: [(name: EntitlementName, label: Label)], purpose: String?
    ) {
      self.system = system
      self.name = name
      self.classification = classification
      self.owner = owner
      self.steward = steward
      self.deputy = deputy
      self.reviewDays = reviewDays
      self.entitlements = entitlements
      self.purpose = purpose
    }
  }

  /// A person and where they work from now on.
  public struct Person: Sendable {
    public var person: PersonID
    public var category: PersonCategory
    /// The deepest unit of the path that the ledger has.
    public var unit: UnitID
    /// The units below it that the ledger does not have yet, from the top.
    public var newUnits: [Label]
    /// Whether the first of the new units is an administration, directly below the ledger's root.
    public var startsBelowRoot: Bool

    public init(
      person: PersonID, category: PersonCategory, unit: UnitID, newUnits: [Label],
      startsBelowRoot: Bool
    ) {
      self.person = person
      self.category = category
      self.unit = unit
      self.newUnits = newUnits
      self.startsBelowRoot = startsBelowRoot
    }
  }

  /// A request as it was made.
  public struct Request: Sendable {
    public var request: RequestID
    public var person: PersonID
    public var entitlement: EntitlementID
    public var until: Instant?
    public var requester: PersonID
    public var need: String

    public init(
      request: RequestID, person: PersonID, entitlement: EntitlementID, until: Instant?,
      requester: PersonID, need: String
    ) {
      self.request = request
      self.person = person
      self.entitlement = entitlement
      self.until = until
      self.requester = requester
      self.need = need
    }
  }

  /// A decision as it was made.
  public struct Decision: Sendable {
    public var request: RequestID
    public var isApproval: Bool
    public var decider: PersonID
    public var reason: String?

    public init(request: RequestID, isApproval: Bool, decider: PersonID, reason: String?) {
      self.request = request
      self.isApproval = isApproval
      self.decider = decider
      self.reason = reason
    }
  }

  /// The carrying out of an approved request, which is where the other register names the grant.
  public struct Execution: Sendable {
    public var grant: GrantID
    public var request: RequestID
    public var person: PersonID
    public var entitlement: EntitlementID
    public var from: Instant
    public var until: Instant?
    public var by: PersonID
    /// What was said of it, such as a ticket that is no case number.
    public var note: String?

    public init(
      grant: GrantID, request: RequestID, person: PersonID, entitlement: EntitlementID,
      from: Instant, until: Instant?, by: PersonID, note: String?
    ) {
      self.grant = grant
      self.request = request
      self.person = person
      self.entitlement = entitlement
      self.from = from
      self.until = until
      self.by = by
      self.note = note
    }
  }

  /// The end of a grant before its time, carried out at once.
  public struct Revocation: Sendable {
    public var grant: GrantID
    public var by: PersonID
    public var reason: String?

    public init(grant: GrantID, by: PersonID, reason: String?) {
      self.grant = grant
      self.by = by
      self.reason = reason
    }
  }

  /// What a reviewer said of a grant.
  public struct ReviewItem: Sendable {
    public var review: ReviewID
    public var system: SystemID
    public var grant: GrantID
    public var outcome: ReviewOutcome
    public var reviewer: PersonID
    public var comment: String?

    public init(
      review: ReviewID, system: SystemID, grant: GrantID, outcome: ReviewOutcome,
      reviewer: PersonID, comment: String?
    ) {
      self.review = review
      self.system = system
      self.grant = grant
      self.outcome = outcome
      self.reviewer = reviewer
      self.comment = comment
    }
  }

  /// An incident that was reported.
  public struct IncidentReport: Sendable {
    public var incident: IncidentID
    public var system: SystemID
    /// 1 to 4; absent when the other register said 0, which is no judgement.
    public var severity: Int64?
    public var reporter: PersonID
    public var text: String

    public init(
      incident: IncidentID, system: SystemID, severity: Int64?, reporter: PersonID, text: String
    ) {
      self.incident = incident
      self.system = system
      self.severity = severity
      self.reporter = reporter
      self.text = text
    }
  }

  /// The end of the handling of an incident.
  public struct IncidentClosing: Sendable {
    public var incident: IncidentID
    public var system: SystemID
    public var by: PersonID
    public var text: String?

    public init(incident: IncidentID, system: SystemID, by: PersonID, text: String?) {
      self.incident = incident
      self.system = system
      self.by = by
      self.text = text
    }
  }

  /// The end of a person's employment or assignment.
  public struct Departure: Sendable {
    public var person: PersonID
    public var by: PersonID
    public var lastDay: Day

    public init(person: PersonID, by: PersonID, lastDay: Day) {
      self.person = person
      self.by = by
      self.lastDay = lastDay
    }
  }
}
