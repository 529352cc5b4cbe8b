public import AccessModel
public import Chronology
public import Events

/// Another place, position or terms within an employment or assignment, from a moment on.
public struct PlacementRow: Sendable {
  public var unit: UnitID
  public var position: PositionCode?
  /// The first moment after it, when that is another than before.
  public var until: Instant?
  public var sponsor: PersonID?
  public var contract: Label?
  public var fact: Fact
}

/// A grant that somebody looked at again, and said to keep, after its holder had moved.
public struct ConfirmationRow: Sendable {
  public var grant: GrantID
  public var reviewer: PersonID
  public var fact: Fact
}

/// A time away from an employment or assignment. Why is never stored.
public struct AbsenceRow: Sendable {
  public var affiliation: AffiliationID
  public var from: Instant
  public var expectedUntil: Instant?
  public var effect: AbsenceEffect
  public var started: Fact
  public var ended: Fact?

  /// Whether the person is away at a moment.
  public func isActive(at moment: Instant) -> Bool {
    from <= moment && ended.map { moment < $0.effective } ?? true
  }
}

/// A course that somebody has completed, or an instruction they have acknowledged.
public struct TrainingRow: Sendable {
  public var course: CourseCode
  public var completed: Instant
  public var validUntil: Instant?
  public var fact: Fact

  public func isValid(at moment: Instant) -> Bool {
    completed <= moment && validUntil.map { moment < $0 } ?? true
  }
}

/// The erasure of what identifies a person.
public struct ErasureRow: Sendable {
  public var basis: ErasureBasis
  public var approver: PersonID
  public var fact: Fact
}

/// A question on a request that waits for an answer.
public struct ReturnRow: Sendable {
  public var by: PersonID
  public var due: Instant
  public var fact: Fact
}

/// What a later decision, or a narrowing, made of a grant.
public struct GrantChangeRow: Sendable {
  /// The request whose approval changed it; absent for a narrowing.
  public var request: RequestID?
  public var by: PersonID
  /// The first moment of what was decided; a narrowing holds from when it was made.
  public var from: Instant?
  public var scope: ScopeName?
  public var until: Instant?
  public var reviewDays: Int64?
  public var fact: Fact
}

/// A time in which a grant has no effect.
public struct SuspensionRow: Sendable {
  public var by: PersonID
  public var cause: SuspensionCause
  public var until: Instant?
  public var fact: Fact
  public var resumed: ResumptionRow?

  public func isActive(at moment: Instant) -> Bool {
    fact.effective <= moment && until.map { moment < $0 } ?? true
      && resumed.map { moment < $0.fact.effective } ?? true
  }
}

/// The end of a suspension.
public struct ResumptionRow: Sendable {
  public var by: PersonID
  public var fact: Fact
}

/// Access that was activated in an emergency, and what its follow-up found.
public struct EmergencyRow: Sendable {
  public var kind: EmergencyKind
  public var notified: [Role]
  public var review: EmergencyReviewRow?
}

/// The follow-up of an emergency access.
public struct EmergencyReviewRow: Sendable {
  public var reviewer: PersonID
  public var judgement: EmergencyJudgement
  public var measures: Commitment?
  public var fact: Fact
}

/// Another name of a unit, from a moment on.
public struct UnitNameRow: Sendable {
  public var name: Label
  public var fact: Fact
}

/// Another place of a unit in the organisation, from a moment on.
public struct UnitParentRow: Sendable {
  public var parent: UnitID
  public var fact: Fact
}

/// How much harm could follow from the system's information, as somebody judged it, and what that rests on.
public struct ClassificationRow: Sendable {
  public var classification: Classification
  public var method: Label?
  public var participants: [Role] = []
  public var analysis: AnalysisID?
  public var validUntil: Instant?
  public var fact: Fact
}

/// Where in its life a system is.
public struct StatusRow: Sendable {
  public var status: SystemStatus
  public var fact: Fact
}

/// What was said of a system later.
public struct SystemChangeRow: Sendable {
  public var change: SystemChanged
  public var fact: Fact
}

/// A risk analysis of a system.
public struct AnalysisRow: Sendable {
  public var analysis: RiskAnalysed
  public var fact: Fact
}

/// Whose a risk analysis is.
public struct AnalysisOwner: Sendable {
  public var id: AnalysisID
  public var system: SystemID
}

/// What was said of an entitlement later.
public struct EntitlementChangeRow: Sendable {
  public var change: EntitlementChanged
  public var fact: Fact
}

/// What was said of an account.
public struct AccountDescriptionRow: Sendable {
  public var description: AccountDescribed
  public var fact: Fact
}
