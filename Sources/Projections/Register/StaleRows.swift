public import AccessModel
public import Chronology
public import Events
public import Transparency

/// What one feed says of the use of an account.
public struct AccountUseRow: Sendable {
  /// When it was last used up to `until`; `nil` when it was not used in the period.
  public var last: Instant?
  /// How often it was used in the period, when the feed says.
  public var count: Int64?
  /// The first moment that the feed covers.
  public var from: Instant
  /// The first moment after.
  public var until: Instant
  public var fact: Fact
}

/// A file that told of the use of accounts in a system.
public struct UsageFeedRow: Sendable {
  public var source: Digest
  public var from: Instant
  public var until: Instant
  /// How many accounts it told of.
  public var rows: Int64
  public var fact: Fact
}

/// A comparison of the register with what a system really gave.
public struct ReconciliationRow: Sendable {
  public var id: ReconciliationID
  public var system: SystemID
  public var source: Digest
  /// When the system was read.
  public var taken: Instant
  public var matched: Int64
  public var missing: [GrantID]
  public var unknown: [AccountRight]
  public var differing: [GrantID]
  public var fact: Fact
  /// In the order of record.
  public var resolutions: [DiscrepancyResolutionRow] = []
}

/// What was done about a difference.
public struct DiscrepancyResolutionRow: Hashable, Sendable {
  public var number: Int64
  public var outcome: DiscrepancyOutcome
  public var by: PersonID
  public var fact: Fact
}

/// A flag that a rule raised, with all that was said of it.
public struct FlagRow: Sendable {
  public var id: FlagID { flagged.flag }
  public var flagged: StaleFlagged
  public var raised: Fact
  /// In the order of record.
  public var steps: [FlagStepRow] = []
}

/// Something that was said of a flag: exactly one of them.
public struct FlagStepRow: Sendable {
  public var notified: StaleNotified?
  public var reopened: StaleReopened?
  public var resolved: StaleResolved?
  public var fact: Fact
}

/// What one open flag stands for.
struct FlagMatter: Hashable, Sendable {
  var rule: StaleRule
  var about: FlaggedThing
}

extension FlagRow {
  var matter: FlagMatter { FlagMatter(rule: flagged.rule, about: flagged.about) }
}
