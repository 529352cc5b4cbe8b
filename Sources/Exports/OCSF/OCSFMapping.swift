import Events

/// Which class and activity of OCSF an event is told as.
///
/// A new type of event makes the compiler ask for both. What the standard has no activity for is 99, with the type's own name.
struct OCSFMapping {
  var kind: OCSFClass
  var activity: Int64

  static let other: Int64 = 99

  init(_ event: AccessEvent) {
    switch event {
    case .grant(let event): self.init(.userAccessManagement, Self.activity(event))
    case .role(.assigned): self.init(.userAccessManagement, 1)
    case .role(.ended): self.init(.userAccessManagement, 2)
    case .request: self.init(.userAccessManagement, Self.other)
    case .person(let event): self.init(.accountChange, Self.activity(event))
    case .system(.accountFound): self.init(.accountChange, 1)
    case .system(.accountDescribed): self.init(.accountChange, Self.other)
    case .system(.accountRotated): self.init(.accountChange, 3)
    case .system(let event): self.init(.entityManagement, Self.activity(event))
    case .key(.enrolled): self.init(.entityManagement, 6)
    case .key(.revoked): self.init(.entityManagement, 7)
    case .incident(let event): self.init(.incidentFinding, Self.activity(event))
    case .stale(.flagged): self.init(.complianceFinding, 1)
    case .stale(.notified), .stale(.reopened): self.init(.complianceFinding, 2)
    case .stale(.resolved): self.init(.complianceFinding, 3)
    case .unit(.registered), .delegation(.granted), .separation(.ruleAdopted), .policy,
      .ledger(.opened), .ledger(.holdSet), .ledger(.secrecyMarked), .ledger(.disposalDecided),
      .separation(.exceptionApproved), .review(.campaignPlanned), .reconciliation(.recorded),
      .usage:
      self.init(.entityManagement, 1)
    case .unit(.moved): self.init(.entityManagement, 5)
    case .unit(.closed), .delegation(.revoked), .ledger(.holdLifted), .ledger(.recordsDisposed),
      .review(.campaignClosed), .ledger(.logKeyRetired):
      self.init(.entityManagement, 4)
    case .unit, .delegation, .ledger, .review, .reconciliation: self.init(.entityManagement, 3)
    }
  }

  private init(_ kind: OCSFClass, _ activity: Int64) {
    self.kind = kind
    self.activity = activity
  }

  /// A suspension takes the right away, and a resumption gives it back: the standard has no third thing for a right.
  private static func activity(_ event: GrantEvent) -> Int64 {
    switch event {
    case .provisioned, .takenOver, .resumed, .emergencyActivated: 1
    case .revoked, .removalConfirmed, .suspended, .expired: 2
    case .narrowed, .emergencyReviewed: other
    }
  }

  private static func activity(_ event: PersonEvent) -> Int64 {
    switch event {
    case .registered: 1
    case .affiliationStarted, .absenceEnded: 2
    case .affiliationEnded, .absenceStarted: 5
    case .identityErased: 6
    case .affiliationChanged, .identityChanged, .trainingCompleted: other
    }
  }

  private static func activity(_ event: SystemEvent) -> Int64 {
    switch event {
    case .registered, .entitlementDefined, .accountFound: 1
    case .classified, .statusChanged, .changed, .riskAnalysed, .entitlementChanged,
      .accountDescribed, .accountRotated:
      3
    case .entitlementRetired: 4
    }
  }

  private static func activity(_ event: IncidentEvent) -> Int64 {
    switch event {
    case .reported: 1
    case .triaged, .dutyAssessed, .actionRecorded, .notificationSubmitted, .linked,
      .exposureAnswered, .measureAssigned, .measureCompleted, .reopened:
      2
    case .closed: 3
    case .followedUp: 2
    }
  }
}
