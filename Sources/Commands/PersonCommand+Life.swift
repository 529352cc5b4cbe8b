public import AccessModel
public import Chronology
public import Transparency

/// Record that a person works in another unit or position, or on other terms; what is `nil` stays as it was.
public struct MovePerson: Sendable {
  public var affiliation: AffiliationID
  public var unit: UnitID?
  public var position: PositionCode?
  /// The first moment after it, when that is another than before.
  public var until: Instant?
  public var sponsor: PersonID?
  public var contract: String?

  public init(
    affiliation: AffiliationID, unit: UnitID? = nil, position: PositionCode? = nil,
    until: Instant? = nil, sponsor: PersonID? = nil, contract: String? = nil
  ) {
    self.affiliation = affiliation
    self.unit = unit
    self.position = position
    self.until = until
    self.sponsor = sponsor
    self.contract = contract
  }
}

/// Record that a person is away, never why.
public struct StartAbsence: Sendable {
  public var affiliation: AffiliationID
  public var from: Instant
  public var expectedUntil: Instant?
  /// What it does to the access; `nil` for what the rules say of an absence of that length.
  public var effect: AbsenceEffect?

  public init(
    affiliation: AffiliationID, from: Instant, expectedUntil: Instant? = nil,
    effect: AbsenceEffect? = nil
  ) {
    self.affiliation = affiliation
    self.from = from
    self.expectedUntil = expectedUntil
    self.effect = effect
  }
}

/// Record that a person is back.
public struct EndAbsence: Sendable {
  public var affiliation: AffiliationID

  public init(affiliation: AffiliationID) {
    self.affiliation = affiliation
  }
}

/// Record that a person is known by other words than before.
public struct ChangeIdentity: Sendable {
  public var person: PersonID
  /// Which words are other ones.
  public var details: [IdentityDetail]

  public init(person: PersonID, details: [IdentityDetail]) {
    self.person = person
    self.details = details
  }
}

/// Record that a person has completed a course.
public struct RecordTraining: Sendable {
  public var person: PersonID
  public var course: CourseCode
  public var completed: Instant
  /// The first moment when it does not count any more; `nil` when it counts for good.
  public var validUntil: Instant?
  /// SHA-256 of the file that shows it.
  public var evidence: Digest?

  public init(
    person: PersonID, course: CourseCode, completed: Instant, validUntil: Instant? = nil,
    evidence: Digest? = nil
  ) {
    self.person = person
    self.course = course
    self.completed = completed
    self.validUntil = validUntil
    self.evidence = evidence
  }
}

/// Confirm that access from before a move is needed in the new place.
public struct ConfirmAccess: Sendable {
  public var grant: GrantID
  /// Who looked at it.
  public var by: PersonID

  public init(grant: GrantID, by: PersonID) {
    self.grant = grant
    self.by = by
  }
}

/// Erase what identifies a person.
public struct EraseIdentity: Sendable {
  public var person: PersonID
  public var basis: ErasureBasis
  /// The data-protection officer who approved it.
  public var approver: PersonID
  /// SHA-256 over the tombstone that the identity register will keep.
  public var receipt: Digest

  public init(person: PersonID, basis: ErasureBasis, approver: PersonID, receipt: Digest) {
    self.person = person
    self.basis = basis
    self.approver = approver
    self.receipt = receipt
  }
}
