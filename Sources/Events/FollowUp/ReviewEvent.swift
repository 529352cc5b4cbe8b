public import AccessModel

/// The events of the review family.
public enum ReviewEvent: Hashable, Sendable {
  case campaignPlanned(ReviewCampaignPlanned)
  case campaignStarted(ReviewCampaignStarted)
  case itemRouted(ReviewItemRouted)
  case itemDecided(ReviewItemDecided)
  case itemLapsed(ReviewItemLapsed)
  case effectsReleased(ReviewEffectsReleased)
  case campaignClosed(ReviewCampaignClosed)
  case campaignAssessed(ReviewCampaignAssessed)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .campaignPlanned(let payload): payload
    case .campaignStarted(let payload): payload
    case .itemRouted(let payload): payload
    case .itemDecided(let payload): payload
    case .itemLapsed(let payload): payload
    case .effectsReleased(let payload): payload
    case .campaignClosed(let payload): payload
    case .campaignAssessed(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .campaignPlanned(let payload): payload.stream
    case .campaignStarted(let payload): payload.stream
    case .itemRouted(let payload): payload.stream
    case .itemDecided(let payload): payload.stream
    case .itemLapsed(let payload): payload.stream
    case .effectsReleased(let payload): payload.stream
    case .campaignClosed(let payload): payload.stream
    case .campaignAssessed(let payload): payload.stream
    }
  }

  /// The campaign, or the round of reviews in history that was taken over.
  public var review: ReviewID {
    switch self {
    case .campaignPlanned(let payload): payload.review
    case .campaignStarted(let payload): payload.review
    case .itemRouted(let payload): payload.review
    case .itemDecided(let payload): payload.review
    case .itemLapsed(let payload): payload.review
    case .effectsReleased(let payload): payload.review
    case .campaignClosed(let payload): payload.review
    case .campaignAssessed(let payload): payload.review
    }
  }

  /// The grants that it is about; empty for what is about the whole campaign.
  public var grants: [GrantID] {
    switch self {
    case .itemRouted(let payload): payload.grants
    case .itemDecided(let payload): [payload.grant]
    case .itemLapsed(let payload): payload.grants
    case .campaignAssessed(let payload): payload.grants
    case .campaignPlanned, .campaignStarted, .effectsReleased, .campaignClosed: []
    }
  }
}
