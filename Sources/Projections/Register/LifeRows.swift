public import AccessModel
public import Chronology

/// Another place or position within an employment or assignment, from a moment on.
public struct PlacementRow: Sendable {
  public var unit: UnitID
  public var position: PositionCode?
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

/// What a classification rests on and how long it holds.
public struct ClassificationGround: Sendable {
  public var method: Label?
  public var participants: [Role]
  public var analysis: AnalysisID?
  public var validUntil: Instant?
}
