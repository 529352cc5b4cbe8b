import AccessModel
import Chronology
public import Events

// The fields of each row, once: what the digest hashes, and what a snapshot keeps.

extension UnitRow: RegisterRow {
  public static let word: StaticString = "unit"

  public init(blank: Void) {
    self.init(id: .blank, name: .blank, kind: .blank, registered: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&name)
    visitor.field(&kind)
    visitor.field(&parent)
    visitor.field(&organisationNumber)
    visitor.field(&registered)
    visitor.field(&closed)
    visitor.field(&successors)
    visitor.parts(&renames)
    visitor.parts(&moves)
    visitor.links(&leaders)
  }
}

extension PersonRow: RegisterRow {
  public static let word: StaticString = "person"

  public init(blank: Void) {
    self.init(id: .blank, category: .blank, registered: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&category)
    visitor.field(&registered)
    visitor.parts(&affiliations)
    visitor.parts(&absences)
    visitor.parts(&trainings)
    visitor.parts(&confirmations)
    visitor.part(&erased)
    visitor.links(&grants)
    visitor.links(&requests)
    visitor.links(&assignments)
  }
}

extension AffiliationOwner: RegisterRow {
  public static let word: StaticString = "affiliation-owner"

  public init(blank: Void) {
    self.init(id: .blank, person: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&person)
  }
}

extension AffiliationRow: RowPart {
  public static let word: StaticString = "affiliation"

  public init(blank: Void) {
    self.init(id: .blank, unit: .blank, from: .blank, started: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&unit)
    visitor.field(&from)
    visitor.field(&until)
    visitor.field(&sponsor)
    visitor.field(&position)
    visitor.field(&contract)
    visitor.field(&project)
    visitor.field(&started)
    visitor.field(&ended)
    visitor.parts(&changes)
  }
}

extension AssignmentRow: RegisterRow {
  public static let word: StaticString = "role"

  public init(blank: Void) {
    self.init(id: .blank, role: .blank, holder: .blank, from: .blank, assigned: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&role)
    visitor.field(&holder)
    visitor.field(&system)
    visitor.field(&unit)
    visitor.field(&appointedBy)
    visitor.field(&from)
    visitor.field(&until)
    visitor.field(&assigned)
    visitor.field(&ended)
    visitor.field(&vacantUntil)
  }
}

extension KeyRow: RowPart {
  public static let word: StaticString = "key"

  public init(blank: Void) {
    self.init(
      fingerprint: .blank, publicKey: .blank, principal: .blank, kind: .blank, enrolled: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&fingerprint)
    visitor.field(&publicKey)
    visitor.field(&principal)
    visitor.field(&kind)
    visitor.field(&enrolled)
    visitor.field(&revoked)
  }
}

extension SystemRow: RegisterRow {
  public static let word: StaticString = "system"

  public init(blank: Void) {
    self.init(id: .blank, name: .blank, owner: .blank, ownership: .blank, registered: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&name)
    visitor.field(&owner)
    visitor.field(&ownership)
    visitor.field(&informationOwner)
    visitor.field(&supplier)
    visitor.field(&personalData)
    visitor.field(&sector)
    visitor.field(&support)
    visitor.field(&commonDecision)
    visitor.field(&reviewDays)
    visitor.field(&purpose)
    visitor.field(&registered)
    visitor.parts(&classifications)
    visitor.parts(&changes)
    visitor.parts(&analyses)
    visitor.parts(&statuses)
    visitor.parts(&entitlements)
    visitor.parts(&feeds)
    visitor.links(&assignments)
  }
}

extension EntitlementRow: RowPart {
  public static let word: StaticString = "entitlement"

  public init(blank: Void) {
    self.init(
      id: .blank, name: .blank, description: .blank, account: .blank, privilege: .blank,
      decidedBy: .blank, defined: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&name)
    visitor.field(&description)
    visitor.field(&account)
    visitor.field(&privilege)
    visitor.field(&decidedBy)
    visitor.field(&validityDaysMax)
    visitor.field(&reviewDays)
    visitor.field(&level)
    visitor.field(&matter)
    visitor.field(&position)
    visitor.field(&courses)
    visitor.field(&emergency)
    visitor.field(&yearlyCost)
    visitor.field(&defined)
    visitor.field(&retired)
    visitor.field(&successor)
    visitor.parts(&changes)
  }
}

extension AccountRow: RegisterRow {
  public static let word: StaticString = "account"

  public init(blank: Void) {
    self.init(id: .blank, system: .blank, kind: .blank, found: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&system)
    visitor.field(&kind)
    visitor.field(&person)
    visitor.field(&found)
    visitor.field(&rotations)
    visitor.parts(&descriptions)
    visitor.parts(&uses)
  }
}

extension RequestRow: RegisterRow {
  public static let word: StaticString = "request"

  public init(blank: Void) {
    self.init(
      id: .blank, kind: .blank, person: .blank, entitlement: .blank, from: .blank,
      requester: .blank, purpose: .blank, need: .blank, submitted: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&kind)
    visitor.field(&grant)
    visitor.field(&person)
    visitor.field(&entitlement)
    visitor.field(&scope)
    visitor.field(&from)
    visitor.field(&until)
    visitor.field(&requester)
    visitor.field(&purpose)
    visitor.field(&duty)
    visitor.field(&need)
    visitor.field(&alternative)
    visitor.field(&analysis)
    visitor.field(&submitted)
    visitor.field(&amended)
    visitor.field(&withdrawn)
    visitor.part(&returned)
    visitor.part(&endorsement)
    visitor.part(&decision)
  }
}

extension EndorsementRow: RowPart {
  public static let word: StaticString = "endorsement"

  public init(blank: Void) {
    self.init(endorser: .blank, outcome: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&endorser)
    visitor.field(&actingFor)
    visitor.field(&outcome)
    visitor.field(&hasNoInterest)
    visitor.field(&fact)
  }
}

extension DecisionRow: RowPart {
  public static let word: StaticString = "decision"

  public init(blank: Void) {
    self.init(isApproval: .blank, decider: .blank, authority: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&isApproval)
    visitor.field(&grant)
    visitor.field(&decider)
    visitor.field(&actingFor)
    visitor.field(&authority)
    visitor.field(&assignment)
    visitor.field(&delegation)
    visitor.field(&policies)
    visitor.field(&conditions)
    visitor.field(&ground)
    visitor.field(&evidence)
    visitor.field(&isSmallUnit)
    visitor.field(&fact)
  }
}

extension GrantRow: RegisterRow {
  public static let word: StaticString = "grant"

  public init(blank: Void) {
    self.init(id: .blank, entitlement: .blank, decided: .blank, begun: .blank, isUndecided: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&id)
    visitor.field(&person)
    visitor.field(&entitlement)
    visitor.field(&request)
    visitor.field(&account)
    visitor.field(&decided)
    visitor.field(&begun)
    visitor.field(&isUndecided)
    visitor.field(&takenOver)
    visitor.field(&expired)
    visitor.field(&confirmed)
    visitor.part(&provisioned)
    visitor.parts(&provisionedAgain)
    visitor.part(&ending)
    visitor.part(&removal)
    visitor.part(&lastReview)
    visitor.parts(&changes)
    visitor.parts(&suspensions)
    visitor.part(&emergency)
    visitor.links(&earlierReviews)
  }
}

extension ProvisioningRow: RowPart {
  public static let word: StaticString = "provisioning"

  public init(blank: Void) {
    self.init(by: .blank, at: .blank, from: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&by)
    visitor.field(&at)
    visitor.field(&from)
    visitor.field(&until)
    visitor.field(&accountUntil)
    visitor.field(&fact)
  }
}

extension EndingRow: RowPart {
  public static let word: StaticString = "ending"

  public init(blank: Void) {
    self.init(by: .blank, cause: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&by)
    visitor.field(&cause)
    visitor.field(&fact)
  }
}

extension RemovalRow: RowPart {
  public static let word: StaticString = "removal"

  public init(blank: Void) {
    self.init(by: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&by)
    visitor.field(&fact)
  }
}

extension ReviewRow: RowPart {
  public static let word: StaticString = "review"

  public init(blank: Void) {
    self.init(review: .blank, reviewer: .blank, outcome: .blank, fact: .blank)
  }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&review)
    visitor.field(&reviewer)
    visitor.field(&outcome)
    visitor.field(&fact)
  }
}

extension TailQuarantined: RowPart {
  public static var word: StaticString { "tail" }

  public mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor) {
    visitor.field(&segment)
    visitor.field(&offset)
    visitor.field(&length)
    visitor.field(&digest)
  }
}
