import Events

extension EventKind {
  /// Whether it can follow from events of this kind that somebody has access or has it not.
  ///
  /// Exhaustive, so that whoever adds a kind has to say. What is left out of a fold of permissions is what says nothing of who may do
  /// what: opinions, flags, notices, incidents, keys, and how reviews are carried on.
  var bearsOnPermissions: Bool {
    switch self {
    case .ledgerOpened, .ledgerRestored, .eventCorrected, .unitRegistered, .unitRenamed,
      .unitMoved, .unitClosed, .personRegistered, .affiliationStarted, .affiliationEnded,
      .affiliationChanged, .absenceStarted, .absenceEnded, .trainingCompleted, .systemRegistered,
      .systemClassified, .systemStatusChanged, .systemChanged, .entitlementDefined,
      .entitlementChanged, .entitlementRetired, .policyAdopted, .requestSubmitted,
      .requestApproved, .requestDenied, .grantProvisioned, .grantRevoked, .removalConfirmed,
      .grantTakenOver, .grantSuspended, .grantResumed, .grantNarrowed, .emergencyActivated,
      .reviewItemDecided, .reviewItemLapsed:
      true
    case .tailQuarantined, .clockStepped, .keyEnrolled, .keyRevoked, .roleAssigned, .roleEnded,
      .accountFound, .requestEndorsed, .requestWithdrawn, .incidentReported, .incidentClosed,
      .identityChanged, .identityErased, .delegationGranted, .delegationRevoked,
      .delegationReported, .riskAnalysed, .accountDescribed, .accountRotated,
      .separationRuleAdopted, .separationExceptionApproved, .requestAmended, .requestReturned,
      .grantExpired, .emergencyReviewed, .secrecyMarked, .logKeyReplaced, .logKeyRetired,
      .headRebuilt, .disposalDecided, .recordsDisposed, .holdSet, .holdLifted, .recordDisclosed,
      .disclosureDenied, .usageImported, .reconciliationRecorded, .discrepancyResolved,
      .staleFlagged, .staleNotified, .staleReopened, .staleResolved, .reviewCampaignPlanned,
      .reviewCampaignStarted, .reviewItemRouted, .reviewEffectsReleased, .reviewCampaignClosed,
      .reviewCampaignAssessed, .incidentTriaged, .incidentDutyAssessed, .incidentActionRecorded,
      .incidentNotificationSubmitted, .incidentLinked, .incidentExposureAnswered,
      .incidentMeasureAssigned, .incidentMeasureCompleted, .incidentFollowedUp,
      .incidentReopened:
      false
    }
  }
}
