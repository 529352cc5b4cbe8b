import CanonicalJSON

extension AccessEvent {
  /// Reads the `data` of an event of that kind.
  static func read(
    _ kind: EventKind, from reader: inout JSONReader
  ) throws(CanonicalJSONError) -> AccessEvent {
    switch kind {
    case .ledgerOpened: .ledger(.opened(try FieldReader.read(from: &reader)))
    case .tailQuarantined: .ledger(.tailQuarantined(try FieldReader.read(from: &reader)))
    case .clockStepped: .ledger(.clockStepped(try FieldReader.read(from: &reader)))
    case .keyEnrolled: .key(.enrolled(try FieldReader.read(from: &reader)))
    case .keyRevoked: .key(.revoked(try FieldReader.read(from: &reader)))
    case .unitRegistered: .unit(.registered(try FieldReader.read(from: &reader)))
    case .personRegistered: .person(.registered(try FieldReader.read(from: &reader)))
    case .affiliationStarted: .person(.affiliationStarted(try FieldReader.read(from: &reader)))
    case .affiliationEnded: .person(.affiliationEnded(try FieldReader.read(from: &reader)))
    case .roleAssigned: .role(.assigned(try FieldReader.read(from: &reader)))
    case .roleEnded: .role(.ended(try FieldReader.read(from: &reader)))
    case .systemRegistered: .system(.registered(try FieldReader.read(from: &reader)))
    case .systemClassified: .system(.classified(try FieldReader.read(from: &reader)))
    case .systemStatusChanged: .system(.statusChanged(try FieldReader.read(from: &reader)))
    case .entitlementDefined: .system(.entitlementDefined(try FieldReader.read(from: &reader)))
    case .accountFound: .system(.accountFound(try FieldReader.read(from: &reader)))
    case .requestSubmitted: .request(.submitted(try FieldReader.read(from: &reader)))
    case .requestEndorsed: .request(.endorsed(try FieldReader.read(from: &reader)))
    case .requestWithdrawn: .request(.withdrawn(try FieldReader.read(from: &reader)))
    case .requestApproved: .request(.approved(try FieldReader.read(from: &reader)))
    case .requestDenied: .request(.denied(try FieldReader.read(from: &reader)))
    case .grantProvisioned: .grant(.provisioned(try FieldReader.read(from: &reader)))
    case .grantRevoked: .grant(.revoked(try FieldReader.read(from: &reader)))
    case .removalConfirmed: .grant(.removalConfirmed(try FieldReader.read(from: &reader)))
    case .grantTakenOver: .grant(.takenOver(try FieldReader.read(from: &reader)))
    case .reviewItemDecided: .review(.itemDecided(try FieldReader.read(from: &reader)))
    case .incidentReported: .incident(.reported(try FieldReader.read(from: &reader)))
    case .incidentClosed: .incident(.closed(try FieldReader.read(from: &reader)))
    case .incidentTriaged:
      .incident(.triaged(try FieldReader.read(from: &reader)))
    case .incidentDutyAssessed:
      .incident(.dutyAssessed(try FieldReader.read(from: &reader)))
    case .incidentActionRecorded:
      .incident(.actionRecorded(try FieldReader.read(from: &reader)))
    case .incidentNotificationSubmitted:
      .incident(.notificationSubmitted(try FieldReader.read(from: &reader)))
    case .incidentLinked:
      .incident(.linked(try FieldReader.read(from: &reader)))
    case .incidentExposureAnswered:
      .incident(.exposureAnswered(try FieldReader.read(from: &reader)))
    case .incidentMeasureAssigned:
      .incident(.measureAssigned(try FieldReader.read(from: &reader)))
    case .incidentMeasureCompleted:
      .incident(.measureCompleted(try FieldReader.read(from: &reader)))
    case .incidentFollowedUp:
      .incident(.followedUp(try FieldReader.read(from: &reader)))
    case .incidentReopened:
      .incident(.reopened(try FieldReader.read(from: &reader)))
    case .unitRenamed: .unit(.renamed(try FieldReader.read(from: &reader)))
    case .unitMoved: .unit(.moved(try FieldReader.read(from: &reader)))
    case .unitClosed: .unit(.closed(try FieldReader.read(from: &reader)))
    case .affiliationChanged: .person(.affiliationChanged(try FieldReader.read(from: &reader)))
    case .absenceStarted: .person(.absenceStarted(try FieldReader.read(from: &reader)))
    case .absenceEnded: .person(.absenceEnded(try FieldReader.read(from: &reader)))
    case .trainingCompleted: .person(.trainingCompleted(try FieldReader.read(from: &reader)))
    case .identityChanged: .person(.identityChanged(try FieldReader.read(from: &reader)))
    case .identityErased: .person(.identityErased(try FieldReader.read(from: &reader)))
    case .delegationGranted: .delegation(.granted(try FieldReader.read(from: &reader)))
    case .delegationRevoked: .delegation(.revoked(try FieldReader.read(from: &reader)))
    case .delegationReported: .delegation(.reported(try FieldReader.read(from: &reader)))
    case .systemChanged: .system(.changed(try FieldReader.read(from: &reader)))
    case .riskAnalysed: .system(.riskAnalysed(try FieldReader.read(from: &reader)))
    case .entitlementChanged: .system(.entitlementChanged(try FieldReader.read(from: &reader)))
    case .entitlementRetired: .system(.entitlementRetired(try FieldReader.read(from: &reader)))
    case .accountDescribed: .system(.accountDescribed(try FieldReader.read(from: &reader)))
    case .accountRotated: .system(.accountRotated(try FieldReader.read(from: &reader)))
    case .separationRuleAdopted: .separation(.ruleAdopted(try FieldReader.read(from: &reader)))
    case .separationExceptionApproved:
      .separation(.exceptionApproved(try FieldReader.read(from: &reader)))
    case .policyAdopted: .policy(.adopted(try FieldReader.read(from: &reader)))
    case .requestAmended: .request(.amended(try FieldReader.read(from: &reader)))
    case .requestReturned: .request(.returned(try FieldReader.read(from: &reader)))
    case .grantSuspended: .grant(.suspended(try FieldReader.read(from: &reader)))
    case .grantResumed: .grant(.resumed(try FieldReader.read(from: &reader)))
    case .grantNarrowed: .grant(.narrowed(try FieldReader.read(from: &reader)))
    case .grantExpired: .grant(.expired(try FieldReader.read(from: &reader)))
    case .emergencyActivated: .grant(.emergencyActivated(try FieldReader.read(from: &reader)))
    case .emergencyReviewed: .grant(.emergencyReviewed(try FieldReader.read(from: &reader)))
    case .eventCorrected: .ledger(.eventCorrected(try FieldReader.read(from: &reader)))
    case .secrecyMarked: .ledger(.secrecyMarked(try FieldReader.read(from: &reader)))
    case .logKeyReplaced: .ledger(.logKeyReplaced(try FieldReader.read(from: &reader)))
    case .logKeyRetired: .ledger(.logKeyRetired(try FieldReader.read(from: &reader)))
    case .ledgerRestored: .ledger(.restored(try FieldReader.read(from: &reader)))
    case .headRebuilt: .ledger(.headRebuilt(try FieldReader.read(from: &reader)))
    case .disposalDecided: .ledger(.disposalDecided(try FieldReader.read(from: &reader)))
    case .recordsDisposed: .ledger(.recordsDisposed(try FieldReader.read(from: &reader)))
    case .holdSet: .ledger(.holdSet(try FieldReader.read(from: &reader)))
    case .holdLifted: .ledger(.holdLifted(try FieldReader.read(from: &reader)))
    case .recordDisclosed: .ledger(.recordDisclosed(try FieldReader.read(from: &reader)))
    case .disclosureDenied: .ledger(.disclosureDenied(try FieldReader.read(from: &reader)))
    case .usageImported: .usage(.imported(try FieldReader.read(from: &reader)))
    case .reconciliationRecorded: .reconciliation(.recorded(try FieldReader.read(from: &reader)))
    case .discrepancyResolved:
      .reconciliation(.discrepancyResolved(try FieldReader.read(from: &reader)))
    case .staleFlagged: .stale(.flagged(try FieldReader.read(from: &reader)))
    case .staleNotified: .stale(.notified(try FieldReader.read(from: &reader)))
    case .staleReopened: .stale(.reopened(try FieldReader.read(from: &reader)))
    case .staleResolved: .stale(.resolved(try FieldReader.read(from: &reader)))
    case .reviewCampaignPlanned: .review(.campaignPlanned(try FieldReader.read(from: &reader)))
    case .reviewCampaignStarted: .review(.campaignStarted(try FieldReader.read(from: &reader)))
    case .reviewItemRouted: .review(.itemRouted(try FieldReader.read(from: &reader)))
    case .reviewItemLapsed: .review(.itemLapsed(try FieldReader.read(from: &reader)))
    case .reviewEffectsReleased: .review(.effectsReleased(try FieldReader.read(from: &reader)))
    case .reviewCampaignClosed: .review(.campaignClosed(try FieldReader.read(from: &reader)))
    case .reviewCampaignAssessed: .review(.campaignAssessed(try FieldReader.read(from: &reader)))
    }
  }
}
