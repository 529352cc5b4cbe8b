import AccessModel
import Events

extension ReviewEvent {
  /// The roles that may record the event.
  var recorders: [Role] {
    switch self {
    case .campaignPlanned, .campaignStarted:
      [.steward, .deputy, .owner, .securityCoordinator, .head, .job, .custodian]
    case .itemRouted:
      [.steward, .deputy, .owner, .manager, .head, .securityCoordinator, .job, .custodian]
    case .itemDecided:
      [.manager, .head, .steward, .deputy, .owner, .securityCoordinator, .auditor, .custodian]
    case .itemLapsed: [.job, .steward, .deputy, .owner, .securityCoordinator, .custodian]
    case .effectsReleased: [.owner, .securityCoordinator, .head, .custodian]
    case .campaignClosed: [.steward, .deputy, .owner, .head, .securityCoordinator, .custodian]
    case .campaignAssessed: [.auditor]
    }
  }
}

extension Register {
  /// The plan of the campaign that an event is about, which may be the event itself.
  func reviewPlan(of event: ReviewEvent) -> ReviewCampaignPlanned? {
    if case .campaignPlanned(let plan) = event { return plan }
    return campaigns[event.review]?.plan
  }

  /// The system that an event of a review is about.
  func system(of event: ReviewEvent) -> SystemID? {
    if case .itemDecided(let item) = event { return grants[item.grant]?.entitlement.system }
    let plan = reviewPlan(of: event)
    return plan?.system ?? plan?.entitlement?.system
  }
}
