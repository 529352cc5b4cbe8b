extension EventKind {
  /// Whether a fact of this kind can be corrected.
  ///
  /// What tells of the keeping of the ledger itself cannot: signatures are checked by it. Nor can an erasure, a disposal or a change of names, which was carried
  /// out outside the log.
  public var isCorrectable: Bool {
    switch self {
    case .ledgerOpened, .tailQuarantined, .clockStepped, .logKeyReplaced, .logKeyRetired,
      .ledgerRestored, .headRebuilt, .keyEnrolled,
      .keyRevoked, .identityChanged, .identityErased, .recordsDisposed, .recordDisclosed,
      .reviewCampaignStarted,
      .reviewEffectsReleased:
      false
    case .unitRegistered, .personRegistered, .affiliationStarted, .affiliationEnded, .roleAssigned,
      .roleEnded, .systemRegistered, .systemClassified, .systemStatusChanged, .entitlementDefined,
      .accountFound, .requestSubmitted, .requestEndorsed, .requestWithdrawn, .requestApproved,
      .requestDenied, .grantProvisioned, .grantRevoked, .removalConfirmed, .grantTakenOver,
      .reviewItemDecided, .incidentReported, .incidentClosed, .unitRenamed, .unitMoved,
      .unitClosed, .affiliationChanged, .absenceStarted, .absenceEnded, .trainingCompleted,
      .delegationGranted, .delegationRevoked, .delegationReported, .systemChanged, .riskAnalysed,
      .entitlementChanged, .entitlementRetired, .accountDescribed, .accountRotated,
      .separationRuleAdopted, .separationExceptionApproved, .policyAdopted, .requestAmended,
      .requestReturned, .grantSuspended, .grantResumed, .grantNarrowed, .grantExpired,
      .emergencyActivated, .emergencyReviewed, .eventCorrected, .secrecyMarked, .disposalDecided,
      .holdSet, .holdLifted, .disclosureDenied, .usageImported,
      .reconciliationRecorded, .discrepancyResolved, .staleFlagged, .staleNotified,
      .staleReopened, .staleResolved, .reviewCampaignPlanned, .reviewItemRouted, .reviewItemLapsed,
      .reviewCampaignClosed,
      .reviewCampaignAssessed, .incidentTriaged, .incidentDutyAssessed, .incidentActionRecorded,
      .incidentNotificationSubmitted, .incidentLinked, .incidentExposureAnswered,
      .incidentMeasureAssigned, .incidentMeasureCompleted, .incidentFollowedUp, .incidentReopened:
      true
    }
  }

  /// The fields that say what the fact is about: with another value it would be another fact, which is recorded anew.
  public var identityFields: Set<String> {
    switch self {
    case .ledgerOpened, .tailQuarantined, .clockStepped, .logKeyReplaced, .logKeyRetired,
      .ledgerRestored, .headRebuilt:
      []
    case .keyEnrolled, .keyRevoked: ["fingerprint"]
    case .unitRegistered, .unitRenamed, .unitMoved, .unitClosed: ["unit"]
    case .personRegistered, .trainingCompleted, .identityChanged, .identityErased: ["person"]
    case .affiliationStarted, .affiliationEnded, .affiliationChanged, .absenceStarted,
      .absenceEnded:
      ["affiliation", "person"]
    case .roleAssigned, .roleEnded: ["assignment"]
    case .systemRegistered, .systemClassified, .systemStatusChanged, .systemChanged: ["system"]
    case .riskAnalysed: ["analysis", "system"]
    case .entitlementDefined, .entitlementChanged, .entitlementRetired: ["entitlement"]
    case .accountFound, .accountDescribed, .accountRotated: ["account", "system"]
    case .requestSubmitted, .requestEndorsed, .requestWithdrawn, .requestDenied, .requestAmended,
      .requestReturned:
      ["request"]
    case .requestApproved: ["request", "grant"]
    case .grantProvisioned: ["grant", "request"]
    case .grantRevoked, .removalConfirmed, .grantTakenOver, .grantSuspended, .grantResumed,
      .grantNarrowed, .grantExpired, .emergencyActivated, .emergencyReviewed:
      ["grant"]
    case .reviewItemDecided: ["review", "grant"]
    case .reviewCampaignPlanned, .reviewCampaignStarted, .reviewEffectsReleased,
      .reviewCampaignClosed, .reviewCampaignAssessed:
      ["review"]
    case .reviewItemRouted, .reviewItemLapsed: ["review", "grants"]
    case .incidentReported, .incidentClosed, .incidentTriaged, .incidentActionRecorded,
      .incidentLinked, .incidentExposureAnswered, .incidentReopened:
      ["incident"]
    case .incidentDutyAssessed: ["incident", "regime", "entity"]
    case .incidentNotificationSubmitted: ["incident", "regime", "entity", "stage"]
    case .incidentMeasureAssigned, .incidentMeasureCompleted: ["incident", "number"]
    case .incidentFollowedUp: ["incident", "stage"]
    case .delegationGranted, .delegationRevoked: ["delegation"]
    case .delegationReported: ["body"]
    case .separationRuleAdopted: ["rule"]
    case .separationExceptionApproved: ["exception", "rule", "person"]
    case .policyAdopted: ["policy"]
    case .usageImported: ["system", "source"]
    case .reconciliationRecorded: ["reconciliation", "system", "source", "part"]
    case .discrepancyResolved: ["reconciliation", "system", "number"]
    case .staleFlagged: ["flag", "rule", "about"]
    case .staleNotified, .staleReopened, .staleResolved: ["flag"]
    case .eventCorrected: ["target", "event", "field"]
    case .secrecyMarked: ["person", "system", "incident", "event"]
    case .disposalDecided, .recordsDisposed: ["disposal"]
    case .holdSet: ["hold", "target"]
    case .holdLifted: ["hold"]
    case .recordDisclosed: ["request", "view", "digest"]
    case .disclosureDenied: ["request"]
    }
  }
}
