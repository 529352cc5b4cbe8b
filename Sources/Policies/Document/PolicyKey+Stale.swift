import Diagnostics

extension PolicyKey {
  /// What a document may set about stale access.
  static let stale: [PolicyKey] = [
    .limit(
      "stale", "unused-privileged", \.stale.unusedPrivileged,
      Localized(
        en: "how long privileged access and access of externals may go unused",
        sv: "hur länge privilegierad behörighet och externas behörighet får vara oanvänd")),
    .limit(
      "stale", "unused-sensitive", \.stale.unusedSensitive,
      Localized(
        en: "how long access at level 2 or above may go unused",
        sv: "hur länge behörighet på nivå 2 eller högre får vara oanvänd")),
    .limit(
      "stale", "unused", \.stale.unused,
      Localized(
        en: "how long other access may go unused",
        sv: "hur länge annan behörighet får vara oanvänd")),
    .limit(
      "stale", "never-used", \.stale.neverUsed,
      Localized(
        en: "how long new access may go without a first use",
        sv: "hur länge ny behörighet får sakna första användning")),
    .limit(
      "stale", "drill", \.stale.drill,
      Localized(
        en: "how long access for emergencies may go without an exercise or a use",
        sv: "hur länge behörighet för nödläge får sakna övning eller användning")),
    .limit(
      "stale", "vacancy", \.stale.vacancy,
      Localized(
        en: "how long a system may be without a steward or a deputy",
        sv: "hur länge ett system får sakna förvaltare eller ersättare")),
    .limit(
      "stale", "classification", \.stale.classification,
      Localized(
        en: "how old a classification may be", sv: "hur gammal en klassning får vara")),
    .number(
      "stale", "unlike-peers", \.stale.unlikePeersMin, 1...1_000, isMoreStricter: false,
      Localized(
        en: "from how many rights that colleagues lack a person is told to be unlike them",
        sv: "från hur många behörigheter som kollegor saknar en person anges avvika")),
    .number(
      "stale", "peer-share", \.stale.peerShareMax, 0...100, isMoreStricter: true,
      Localized(
        en: "the most colleagues, in per cent, who hold a right that counts as lacking",
        sv: "högsta andel kollegor, i procent, med en behörighet som räknas som saknad")),
    .number(
      "stale", "repeated-needs", \.stale.repeatedNeedsMin, 2...10_000, isMoreStricter: false,
      Localized(
        en: "from how many grants a need in the same words is told",
        sv: "från hur många tilldelningar ett behov med samma ord anges")),
    .number(
      "stale", "rushed-reviews", \.stale.rushedReviewsMax, 1...10_000, isMoreStricter: false,
      Localized(
        en: "how many reviews one person may decide within the minutes of rushed-minutes",
        sv: "hur många granskningar en person får besluta inom minuterna i rushed-minutes")),
    .number(
      "stale", "rushed-minutes", \.stale.rushedMinutes, 1...1_440, isMoreStricter: true,
      Localized(
        en: "within how many minutes reviews are counted",
        sv: "inom hur många minuter granskningar räknas")),
    .limit(
      "stale", "answer-within", \.stale.answerWithin,
      Localized(en: "how soon a flag is answered", sv: "hur snart en flagga besvaras")),
    .limit(
      "stale", "acceptance", \.stale.acceptance,
      Localized(
        en: "how long what is stale may be accepted at a time",
        sv: "hur länge det inaktuella får godtas åt gången")),
    .limit(
      "stale", "expiry", \.stale.expiry, mayBeNone: true,
      Localized(
        en: "how soon unused access is to be ended that nobody answers for",
        sv: "hur snart oanvänd behörighet som ingen svarar för ska avslutas")),
    .number(
      "stale", "breaker-count", \.stale.breakerCount, 0...1_000_000, isMoreStricter: false,
      Localized(
        en: "how many grants one scan may set to be ended",
        sv: "hur många tilldelningar en genomgång får bestämma ska avslutas")),
    .number(
      "stale", "breaker-share", \.stale.breakerShare, 0...100, isMoreStricter: false,
      Localized(
        en: "what share of all grants, in per cent, one scan may set to be ended",
        sv: "vilken andel av alla tilldelningar, i procent, en genomgång får bestämma ska avslutas")
    ),
  ]
}
