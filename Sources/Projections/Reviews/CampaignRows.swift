public import AccessModel
public import Chronology
public import Events
public import Transparency

/// A review campaign through its whole life.
public struct CampaignRow: Sendable {
  public var id: ReviewID { plan.review }
  public var plan: ReviewCampaignPlanned
  public var planned: Fact
  public var start: CampaignStartRow?
  /// What it is about, in the order in which it was assigned; fixed once it has started.
  public var items: [ReviewItemRow] = []
  /// In the order of record.
  public var releases: [ReleaseRow] = []
  /// In the order of record; of several the last counts, unless it was rejected since.
  public var closings: [CampaignClosingRow] = []
  /// In the order of record.
  public var assessments: [AssessmentRow] = []
}

/// The beginning of a campaign.
public struct CampaignStartRow: Sendable {
  public var started: ReviewCampaignStarted
  public var fact: Fact
}

/// One grant in a campaign.
public struct ReviewItemRow: Sendable {
  public var grant: GrantID
  /// Whose it was to answer, and of what they were reminded, in the order of record.
  public var routings: [RoutingRow] = []
  /// In the order of record; within a stage the last counts.
  public var decisions: [ItemDecisionRow] = []
  /// In the order of record.
  public var lapses: [LapseRow] = []
  /// When it was last opened again: what was answered before counts no longer.
  public var openedAgain: Fact?
}

/// An item is somebody's to answer, or they were reminded of it.
public struct RoutingRow: Sendable {
  public var routing: RoutingKind
  public var reviewer: PersonID
  public var actingFor: PersonID?
  public var role: Role
  public var cause: RoutingCause
  public var stage: Int64?
  public var step: Int64?
  public var fact: Fact
}

/// What a reviewer said of an item.
public struct ItemDecisionRow: Sendable {
  public var reviewer: PersonID
  public var actingFor: PersonID?
  public var outcome: ReviewOutcome
  public var stage: Int64?
  public var result: ReviewOutcome?
  public var until: Instant?
  public var scope: ScopeName?
  public var reviewDays: Int64?
  public var isBulk: Bool
  public var seen: Digest?
  public var seenAt: Int64?
  public var hasHint: Bool
  public var hasReason: Bool
  public var seconds: Int64?
  public var fact: Fact

  /// What it comes to; `nil` while a second stage is to answer.
  public var final: ReviewOutcome? { stage == nil ? outcome : result }
}

/// An effect of silence.
public struct LapseRow: Sendable {
  public var effect: NoResponseEffect
  public var due: Instant
  public var fact: Fact
}

/// Effects that were let through.
public struct ReleaseRow: Sendable {
  public var released: ReviewEffectsReleased
  public var fact: Fact
}

/// An end of a campaign.
public struct CampaignClosingRow: Sendable {
  public var closed: ReviewCampaignClosed
  public var fact: Fact
}

/// What an auditor said of it.
public struct AssessmentRow: Sendable {
  public var assessed: ReviewCampaignAssessed
  public var fact: Fact
}
