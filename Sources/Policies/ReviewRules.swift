public import AccessModel
import Chronology

/// How the organisation has access reviewed: from the planning of a campaign to what follows from silence.
public struct ReviewRules: Hashable, Sendable {
  /// How long a campaign is open.
  public var open: TimeLimit
  /// When reviewers are reminded, after it opened; besides those, on the day it is due.
  public var reminders: [TimeLimit]
  /// How long after the due day items go to the reviewer's superior.
  public var superiorAfter: TimeLimit
  /// How long after the due day items go to the head of administration.
  public var headAfter: TimeLimit
  /// How long after the due day access that nobody answered for is suspended.
  public var suspendAfter: TimeLimit
  /// How long after the due day access that nobody answered for ends.
  public var expireAfter: TimeLimit
  /// How far silence may lead.
  public var onNoResponse = NoResponseEffect.suspend
  /// Whether reviews that fall due start by themselves.
  public var opening = ReviewStart.automatic
  /// How many percent of a reviewer's items may be kept by marking many together.
  public var bulkKeepPercentMax = 50
  /// How many items one command may answer.
  public var sittingItemsMax = 200
  /// How old the oldest source of the register may be when a campaign starts.
  public var sourceAge: TimeLimit
  /// How many reviewers answer after each other, 1 or 2.
  public var stages = 1
  /// How two answers become one.
  public var strategy = ReviewStrategy.anyRemoves
  /// Whether who decided a grant never reviews it; else only where nobody else can. (INV-31)
  public var keepsDeciderApart = false
  /// How soon a reduction that was decided is carried out. (INV-35)
  public var effectWithin: TimeLimit
  /// How many percent of a campaign's items may lose their access in one run.
  public var breakerPercent = 20
  /// How many items may lose their access in one run, whatever their share.
  public var breakerItems = 50
  /// Whether access to what must be available in care and rescue is never taken by silence.
  public var guardsAvailability = true
  /// How often the access of a unit's people is reviewed along the unit.
  public var unitInterval: TimeLimit
  /// How soon what happened is followed by a small review.
  public var eventWithin: TimeLimit
}
