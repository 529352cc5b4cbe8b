public import AccessModel

/// Every type of event this version knows, by its name in the log.
///
/// The names are a storage contract: none is changed, reused or removed.
public enum EventKind: CaseIterable, Hashable, Sendable {
  case ledgerOpened
  case tailQuarantined
  case clockStepped
  case keyEnrolled
  case keyRevoked
  case unitRegistered
  case personRegistered
  case affiliationStarted
  case affiliationEnded
  case roleAssigned
  case roleEnded
  case systemRegistered
  case systemClassified
  case systemStatusChanged
  case entitlementDefined
  case accountFound
  case requestSubmitted
  case requestEndorsed
  case requestWithdrawn
  case requestApproved
  case requestDenied
  case grantProvisioned
  case grantRevoked
  case removalConfirmed
  case grantTakenOver
  case reviewItemDecided
  case incidentReported
  case incidentClosed
  case unitRenamed
  case unitMoved
  case unitClosed
  case affiliationChanged
  case absenceStarted
  case absenceEnded
  case trainingCompleted
  case identityChanged
  case identityErased
  case delegationGranted
  case delegationRevoked
  case delegationReported
  case systemChanged
  case riskAnalysed
  case entitlementChanged
  case entitlementRetired
  case accountDescribed
  case accountRotated
  case separationRuleAdopted
  case separationExceptionApproved
  case policyAdopted
  case requestAmended
  case requestReturned
  case grantSuspended
  case grantResumed
  case grantNarrowed
  case grantExpired
  case emergencyActivated
  case emergencyReviewed
  case eventCorrected
  case secrecyMarked
  case logKeyReplaced
  case logKeyRetired
  case ledgerRestored
  case headRebuilt
  case disposalDecided
  case recordsDisposed
  case holdSet
  case holdLifted
  case recordDisclosed
  case disclosureDenied
  case usageImported
  case reconciliationRecorded
  case discrepancyResolved
  case staleFlagged
  case staleNotified
  case staleReopened
  case staleResolved
  case reviewCampaignPlanned
  case reviewCampaignStarted
  case reviewItemRouted
  case reviewItemLapsed
  case reviewEffectsReleased
  case reviewCampaignClosed
  case reviewCampaignAssessed
  case incidentTriaged
  case incidentDutyAssessed
  case incidentActionRecorded
  case incidentNotificationSubmitted
  case incidentLinked
  case incidentExposureAnswered
  case incidentMeasureAssigned
  case incidentMeasureCompleted
  case incidentFollowedUp
  case incidentReopened

  /// The name in the log: family, full stop, what happened.
  public var name: StaticString {
    switch self {
    case .ledgerOpened: "ledger.opened"
    case .tailQuarantined: "ledger.tail-quarantined"
    case .clockStepped: "ledger.clock-stepped"
    case .keyEnrolled: "key.enrolled"
    case .keyRevoked: "key.revoked"
    case .unitRegistered: "unit.registered"
    case .personRegistered: "person.registered"
    case .affiliationStarted: "person.affiliation-started"
    case .affiliationEnded: "person.affiliation-ended"
    case .roleAssigned: "role.assigned"
    case .roleEnded: "role.ended"
    case .systemRegistered: "system.registered"
    case .systemClassified: "system.classified"
    case .systemStatusChanged: "system.status-changed"
    case .entitlementDefined: "system.entitlement-defined"
    case .accountFound: "system.account-found"
    case .requestSubmitted: "request.submitted"
    case .requestEndorsed: "request.endorsed"
    case .requestWithdrawn: "request.withdrawn"
    case .requestApproved: "request.approved"
    case .requestDenied: "request.denied"
    case .grantProvisioned: "grant.provisioned"
    case .grantRevoked: "grant.revoked"
    case .removalConfirmed: "grant.removal-confirmed"
    case .grantTakenOver: "grant.taken-over"
    case .reviewItemDecided: "review.item-decided"
    case .incidentReported: "incident.reported"
    case .incidentClosed: "incident.closed"
    case .unitRenamed: "unit.renamed"
    case .unitMoved: "unit.moved"
    case .unitClosed: "unit.closed"
    case .affiliationChanged: "person.affiliation-changed"
    case .absenceStarted: "person.absence-started"
    case .absenceEnded: "person.absence-ended"
    case .trainingCompleted: "person.training-completed"
    case .identityChanged: "person.identity-changed"
    case .identityErased: "person.identity-erased"
    case .delegationGranted: "delegation.granted"
    case .delegationRevoked: "delegation.revoked"
    case .delegationReported: "delegation.reported"
    case .systemChanged: "system.changed"
    case .riskAnalysed: "system.risk-analysed"
    case .entitlementChanged: "system.entitlement-changed"
    case .entitlementRetired: "system.entitlement-retired"
    case .accountDescribed: "system.account-described"
    case .accountRotated: "system.account-rotated"
    case .separationRuleAdopted: "separation.rule-adopted"
    case .separationExceptionApproved: "separation.exception-approved"
    case .policyAdopted: "policy.adopted"
    case .requestAmended: "request.amended"
    case .requestReturned: "request.returned"
    case .grantSuspended: "grant.suspended"
    case .grantResumed: "grant.resumed"
    case .grantNarrowed: "grant.narrowed"
    case .grantExpired: "grant.expired"
    case .emergencyActivated: "grant.emergency-activated"
    case .emergencyReviewed: "grant.emergency-reviewed"
    case .eventCorrected: "ledger.event-corrected"
    case .secrecyMarked: "ledger.secrecy-marked"
    case .logKeyReplaced: "ledger.log-key-replaced"
    case .logKeyRetired: "ledger.log-key-retired"
    case .ledgerRestored: "ledger.restored"
    case .headRebuilt: "ledger.head-rebuilt"
    case .disposalDecided: "ledger.disposal-decided"
    case .recordsDisposed: "ledger.records-disposed"
    case .holdSet: "ledger.hold-set"
    case .holdLifted: "ledger.hold-lifted"
    case .recordDisclosed: "ledger.record-disclosed"
    case .disclosureDenied: "ledger.disclosure-denied"
    case .usageImported: "usage.imported"
    case .reconciliationRecorded: "reconciliation.recorded"
    case .discrepancyResolved: "reconciliation.resolved"
    case .staleFlagged: "stale.flagged"
    case .staleNotified: "stale.notified"
    case .staleReopened: "stale.reopened"
    case .staleResolved: "stale.resolved"
    case .reviewCampaignPlanned: "review.campaign-planned"
    case .reviewCampaignStarted: "review.campaign-started"
    case .reviewItemRouted: "review.item-routed"
    case .reviewItemLapsed: "review.item-lapsed"
    case .reviewEffectsReleased: "review.effects-released"
    case .reviewCampaignClosed: "review.campaign-closed"
    case .reviewCampaignAssessed: "review.campaign-assessed"
    case .incidentTriaged: "incident.triaged"
    case .incidentDutyAssessed: "incident.duty-assessed"
    case .incidentActionRecorded: "incident.action-recorded"
    case .incidentNotificationSubmitted: "incident.notification-submitted"
    case .incidentLinked: "incident.linked"
    case .incidentExposureAnswered: "incident.exposure-answered"
    case .incidentMeasureAssigned: "incident.measure-assigned"
    case .incidentMeasureCompleted: "incident.measure-completed"
    case .incidentFollowedUp: "incident.follow-up-recorded"
    case .incidentReopened: "incident.reopened"
    }
  }

  /// The shape of the fact.
  public var payload: any EventPayload.Type {
    switch self {
    case .ledgerOpened: LedgerOpened.self
    case .tailQuarantined: TailQuarantined.self
    case .clockStepped: ClockStepped.self
    case .keyEnrolled: KeyEnrolled.self
    case .keyRevoked: KeyRevoked.self
    case .unitRegistered: UnitRegistered.self
    case .personRegistered: PersonRegistered.self
    case .affiliationStarted: AffiliationStarted.self
    case .affiliationEnded: AffiliationEnded.self
    case .roleAssigned: RoleAssigned.self
    case .roleEnded: RoleEnded.self
    case .systemRegistered: SystemRegistered.self
    case .systemClassified: SystemClassified.self
    case .systemStatusChanged: SystemStatusChanged.self
    case .entitlementDefined: EntitlementDefined.self
    case .accountFound: AccountFound.self
    case .requestSubmitted: RequestSubmitted.self
    case .requestEndorsed: RequestEndorsed.self
    case .requestWithdrawn: RequestWithdrawn.self
    case .requestApproved: RequestApproved.self
    case .requestDenied: RequestDenied.self
    case .grantProvisioned: GrantProvisioned.self
    case .grantRevoked: GrantRevoked.self
    case .removalConfirmed: RemovalConfirmed.self
    case .grantTakenOver: GrantTakenOver.self
    case .reviewItemDecided: ReviewItemDecided.self
    case .incidentReported: IncidentReported.self
    case .incidentClosed: IncidentClosed.self
    case .unitRenamed: UnitRenamed.self
    case .unitMoved: UnitMoved.self
    case .unitClosed: UnitClosed.self
    case .affiliationChanged: AffiliationChanged.self
    case .absenceStarted: AbsenceStarted.self
    case .absenceEnded: AbsenceEnded.self
    case .trainingCompleted: TrainingCompleted.self
    case .identityChanged: IdentityChanged.self
    case .identityErased: IdentityErased.self
    case .delegationGranted: DelegationGranted.self
    case .delegationRevoked: DelegationRevoked.self
    case .delegationReported: DelegationReported.self
    case .systemChanged: SystemChanged.self
    case .riskAnalysed: RiskAnalysed.self
    case .entitlementChanged: EntitlementChanged.self
    case .entitlementRetired: EntitlementRetired.self
    case .accountDescribed: AccountDescribed.self
    case .accountRotated: AccountRotated.self
    case .separationRuleAdopted: SeparationRuleAdopted.self
    case .separationExceptionApproved: SeparationExceptionApproved.self
    case .policyAdopted: PolicyAdopted.self
    case .requestAmended: RequestAmended.self
    case .requestReturned: RequestReturned.self
    case .grantSuspended: GrantSuspended.self
    case .grantResumed: GrantResumed.self
    case .grantNarrowed: GrantNarrowed.self
    case .grantExpired: GrantExpired.self
    case .emergencyActivated: EmergencyActivated.self
    case .emergencyReviewed: EmergencyReviewed.self
    case .eventCorrected: EventCorrected.self
    case .secrecyMarked: SecrecyMarked.self
    case .logKeyReplaced: LogKeyReplaced.self
    case .logKeyRetired: LogKeyRetired.self
    case .ledgerRestored: LedgerRestored.self
    case .headRebuilt: HeadRebuilt.self
    case .disposalDecided: DisposalDecided.self
    case .recordsDisposed: RecordsDisposed.self
    case .holdSet: HoldSet.self
    case .holdLifted: HoldLifted.self
    case .recordDisclosed: RecordDisclosed.self
    case .disclosureDenied: DisclosureDenied.self
    case .usageImported: UsageImported.self
    case .reconciliationRecorded: ReconciliationRecorded.self
    case .discrepancyResolved: DiscrepancyResolved.self
    case .staleFlagged: StaleFlagged.self
    case .staleNotified: StaleNotified.self
    case .staleReopened: StaleReopened.self
    case .staleResolved: StaleResolved.self
    case .reviewCampaignPlanned: ReviewCampaignPlanned.self
    case .reviewCampaignStarted: ReviewCampaignStarted.self
    case .reviewItemRouted: ReviewItemRouted.self
    case .reviewItemLapsed: ReviewItemLapsed.self
    case .reviewEffectsReleased: ReviewEffectsReleased.self
    case .reviewCampaignClosed: ReviewCampaignClosed.self
    case .reviewCampaignAssessed: ReviewCampaignAssessed.self
    case .incidentTriaged: IncidentTriaged.self
    case .incidentDutyAssessed: IncidentDutyAssessed.self
    case .incidentActionRecorded: IncidentActionRecorded.self
    case .incidentNotificationSubmitted: IncidentNotificationSubmitted.self
    case .incidentLinked: IncidentLinked.self
    case .incidentExposureAnswered: IncidentExposureAnswered.self
    case .incidentMeasureAssigned: IncidentMeasureAssigned.self
    case .incidentMeasureCompleted: IncidentMeasureCompleted.self
    case .incidentFollowedUp: IncidentFollowedUp.self
    case .incidentReopened: IncidentReopened.self
    }
  }

  /// The kind with that name.
  public init?(name: InlineASCII) {
    guard let kind = EventKind.byName[name] else { return nil }
    self = kind
  }

  private static let byName: [InlineASCII: EventKind] = {
    var table: [InlineASCII: EventKind] = [:]
    for kind in allCases {
      guard let name = InlineASCII(String(describing: kind.name)) else {
        preconditionFailure("An event's name is at most 32 bytes of ASCII.")
      }
      table[name] = kind
    }
    return table
  }()
}
