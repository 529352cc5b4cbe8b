import AccessModel

/// What the rules say of stale access: when it is stale, by when it is answered, and what follows.
public struct StaleTerms: Hashable, Sendable {
  /// How long privileged access, and access of externals, may go unused.
  public var unusedPrivileged: TimeLimit
  /// How long access at level 2 or above may go unused.
  public var unusedSensitive: TimeLimit
  /// How long other access may go unused.
  public var unused: TimeLimit
  /// How long new access may go without a first use.
  public var neverUsed: TimeLimit
  /// How long access for emergencies may go without an exercise or a real use.
  public var drill: TimeLimit
  /// How long a system may be without a steward or a deputy.
  public var vacancy: TimeLimit
  /// How old a classification may be.
  public var classification: TimeLimit
  /// From how many rights that colleagues lack a person is told to be unlike them.
  public var unlikePeersMin = 5
  /// The most colleagues, in per cent, who hold a right that counts as lacking among them.
  public var peerShareMax = 10
  /// From how many grants a need in the same words is told.
  public var repeatedNeedsMin = 5
  /// How many reviews may be decided within the minutes below.
  public var rushedReviewsMax = 50
  /// Within how many minutes.
  public var rushedMinutes = 5
  /// How soon a flag is answered.
  public var answerWithin: TimeLimit
  /// How long what is stale may be accepted at a time.
  public var acceptance: TimeLimit
  /// How soon access is to be ended that nobody answers for; none where staleness ends nothing.
  public var expiry: TimeLimit
  /// How many grants one scan may set to be ended.
  public var breakerCount = 100
  /// What share of all grants one scan may set to be ended, in per cent.
  public var breakerShare = 20

  public init(
    unusedPrivileged: TimeLimit, unusedSensitive: TimeLimit, unused: TimeLimit,
    neverUsed: TimeLimit, drill: TimeLimit, vacancy: TimeLimit, classification: TimeLimit,
    answerWithin: TimeLimit, acceptance: TimeLimit, expiry: TimeLimit
  ) {
    self.unusedPrivileged = unusedPrivileged
    self.unusedSensitive = unusedSensitive
    self.unused = unused
    self.neverUsed = neverUsed
    self.drill = drill
    self.vacancy = vacancy
    self.classification = classification
    self.answerWithin = answerWithin
    self.acceptance = acceptance
    self.expiry = expiry
  }

  /// How long access with that at stake may go unused.
  public func unused(_ stakes: Stakes) -> TimeLimit {
    if stakes.privilege == .privileged || stakes.category.isExternal { return unusedPrivileged }
    return stakes.level >= 2 ? unusedSensitive : unused
  }
}
