public import AccessModel
public import Chronology
public import Diagnostics
public import Transparency

/// What one reviewer of a campaign is sent, to be answered without access to the ledger.
///
/// It is frozen: every item says what the register showed at one position of the log, with the digest that an answer is held against when
/// it comes back.
public struct ReviewPacket: Hashable, Sendable {
  /// The name of the log it comes from.
  public var origin: String
  /// What the organisation is called.
  public var organisation: String
  public var review: ReviewID
  /// What is reviewed, in a few words.
  public var about: Localized
  /// The number of events that everything in it rests on.
  public var position: Int64
  /// When the last of them was recorded, as its readers write it.
  public var shownAt: String
  /// The day of that moment; `until` is proposed after it.
  public var shownOn: Day
  public var reviewer: PersonID
  public var reviewerName: String
  /// The last day to answer.
  public var lastDay: Day
  /// What becomes of access that nobody answers for.
  public var onNoResponse: NoResponseEffect
  /// By what the items are grouped at first.
  public var grouping: Grouping
  /// How many of the reviewer's items may be kept by marking many together.
  public var bulkKeepMax: Int
  /// How many items one file may answer.
  public var sittingMax: Int
  /// At least one.
  public var items: [Item]

  /// By what items are put together.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    case person
    case system
  }

  public init(
    origin: String, organisation: String, review: ReviewID, about: Localized, position: Int64,
    shownAt: String, shownOn: Day, reviewer: PersonID, reviewerName: String, lastDay: Day,
    onNoResponse: NoResponseEffect, grouping: Grouping, bulkKeepMax: Int, sittingMax: Int,
    items: [Item]
  ) {
    self.origin = origin
    self.organisation = organisation
    self.review = review
    self.about = about
    self.position = position
    self.shownAt = shownAt
    self.shownOn = shownOn
    self.reviewer = reviewer
    self.reviewerName = reviewerName
    self.lastDay = lastDay
    self.onNoResponse = onNoResponse
    self.grouping = grouping
    self.bulkKeepMax = bulkKeepMax
    self.sittingMax = sittingMax
    self.items = items
  }

  /// What the files of the packet are called, without their ending; made of identifiers alone.
  public var fileName: String { "\(review)-\(reviewer)" }
}

extension ReviewPacket {
  /// One grant to be looked at again.
  public struct Item: Hashable, Sendable {
    public var grant: GrantID
    /// The digest of what the register showed of it at the packet's position.
    public var seen: Digest
    /// Whose it is: a name and an identifier, or that nobody is known to have it.
    public var holder: Localized
    /// Where the holder works; empty where that is nowhere.
    public var units: String
    public var system: SystemID
    public var systemName: String
    public var entitlement: EntitlementID
    public var entitlementName: String
    /// What it lets its holder do, in plain words.
    public var description: String
    public var privilege: Privilege
    /// The level of what is at stake, 0 to 4.
    public var level: Int
    public var scope: ScopeName?
    public var since: Day
    /// The last day; `nil` where there is none.
    public var lastDay: Day?
    /// When it was last used; `nil` where no source tells, which is not the same as unused.
    public var lastUse: Day?
    /// Since when a source tells that it was not used at all.
    public var unusedSince: Day?
    /// How many colleagues there are in the holder's unit, and how many of them have it.
    public var peers: Int
    public var peersWithIt: Int
    /// What speaks against keeping it.
    public var hints: [Localized]
    /// What has become of it since it was last reviewed.
    public var change: Localized
    /// Whether that is anything.
    public var isChanged: Bool
    /// What was said last time, and on which day.
    public var previous: ReviewOutcome?
    public var previousOn: Day?
    /// What may be answered.
    public var outcomes: [ReviewOutcome]

    public init(
      grant: GrantID, seen: Digest, holder: Localized, units: String, system: SystemID,
      systemName: String, entitlement: EntitlementID, entitlementName: String, description: String,
      privilege: Privilege, level: Int, scope: ScopeName?, since: Day, lastDay: Day?,
      lastUse: Day?, unusedSince: Day? = nil, peers: Int, peersWithIt: Int, hints: [Localized],
      change: Localized,
      isChanged: Bool, previous: ReviewOutcome?, previousOn: Day?,
      outcomes: [ReviewOutcome] = ReviewOutcome.allCases
    ) {
      self.grant = grant
      self.seen = seen
      self.holder = holder
      self.units = units
      self.system = system
      self.systemName = systemName
      self.entitlement = entitlement
      self.entitlementName = entitlementName
      self.description = description
      self.privilege = privilege
      self.level = level
      self.scope = scope
      self.since = since
      self.lastDay = lastDay
      self.lastUse = lastUse
      self.unusedSince = unusedSince
      self.peers = peers
      self.peersWithIt = peersWithIt
      self.hints = hints
      self.change = change
      self.isChanged = isChanged
      self.previous = previous
      self.previousOn = previousOn
      self.outcomes = outcomes
    }

    /// Whether keeping it needs a reason, because something speaks against that.
    public var needsReasonToKeep: Bool { !hints.isEmpty }
  }
}
