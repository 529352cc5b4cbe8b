import AccessModel
import Diagnostics

extension PolicyKey {
  /// What a document may set about review campaigns, in the order in which documents are printed.
  static let review: [PolicyKey] =
    timing + [
      .choice(
        "review", "no-response", \.reviews.onNoResponse, [.expire, .suspend, .escalate],
        isOrdered: true,
        Localized(
          en: "how far it goes with access that nobody answers for",
          sv: "hur långt det går med behörighet som ingen svarar för")),
      .choice(
        "review", "opening", \.reviews.opening, [.automatic, .plannedOnly], isOrdered: false,
        Localized(
          en: "whether the jobs start a review that falls due, or plan it and wait for its steward",
          sv:
            "om jobben startar en granskning som förfaller, eller planerar den och väntar på förvaltaren"
        )),
      .number(
        "review", "bulk-keep-percent", \.reviews.bulkKeepPercentMax, 0...100,
        isMoreStricter: false,
        Localized(
          en: "how many percent of a reviewer's items may be kept by marking many together",
          sv: "hur många procent av en granskares poster som får behållas genom massmarkering")),
      .number(
        "review", "sitting-items", \.reviews.sittingItemsMax, 1...4_000, isMoreStricter: false,
        Localized(
          en: "how many items one submission may answer",
          sv: "hur många poster en inlämning får besvara")),
      .number(
        "review", "stages", \.reviews.stages, 1...2, isMoreStricter: true,
        Localized(
          en: "how many reviewers answer after each other",
          sv: "hur många granskare som svarar efter varandra")),
      .choice(
        "review", "strategy", \.reviews.strategy, [.anyRemoves, .bothRemove, .lastDecides],
        isOrdered: false,
        Localized(
          en: "how the answers of two stages become one",
          sv: "hur svaren i två steg blir ett")),
      .flag(
        "review", "decider-apart", \.reviews.keepsDeciderApart,
        Localized(
          en: "whether who decided a grant never reviews it",
          sv: "om den som beslutat en tilldelning aldrig granskar den")),
      .number(
        "review", "breaker-percent", \.reviews.breakerPercent, 1...100, isMoreStricter: false,
        Localized(
          en: "how many percent of a campaign's items silence may take in one run",
          sv: "hur många procent av en granskningsomgångs poster tystnad får ta i en körning")),
      .number(
        "review", "breaker-items", \.reviews.breakerItems, 1...4_000, isMoreStricter: false,
        Localized(
          en: "how many items silence may take in one run",
          sv: "hur många poster tystnad får ta i en körning")),
      .flag(
        "review", "availability-guard", \.reviews.guardsAvailability,
        Localized(
          en: "whether silence never takes access to what care and rescue must have",
          sv: "om tystnad aldrig tar behörighet till det som vård och räddning måste ha")),
    ]

  private static let timing: [PolicyKey] = [
    .limit(
      "review", "open", \.reviews.open,
      Localized(en: "how long a campaign is open", sv: "hur länge en granskningsomgång är öppen")),
    .limit(
      "review", "first-reminder", \.reviews.reminders[0],
      Localized(
        en: "the first reminder, after it opened", sv: "första påminnelsen, efter öppnandet")),
    .limit(
      "review", "second-reminder", \.reviews.reminders[1],
      Localized(
        en: "the second reminder, after it opened", sv: "andra påminnelsen, efter öppnandet")),
    .limit(
      "review", "third-reminder", \.reviews.reminders[2],
      Localized(
        en: "the third reminder, after it opened", sv: "tredje påminnelsen, efter öppnandet")),
    .limit(
      "review", "superior-after", \.reviews.superiorAfter, mayBeZero: true,
      Localized(
        en: "how long after the due day the reviewer's superior is asked",
        sv: "hur långt efter sista dagen granskarens överordnade tillfrågas")),
    .limit(
      "review", "head-after", \.reviews.headAfter, mayBeZero: true,
      Localized(
        en: "how long after the due day the head of administration is asked",
        sv: "hur långt efter sista dagen förvaltningschefen tillfrågas")),
    .limit(
      "review", "suspend-after", \.reviews.suspendAfter, mayBeZero: true,
      Localized(
        en: "how long after the due day access is suspended",
        sv: "hur långt efter sista dagen behörigheten spärras")),
    .limit(
      "review", "expire-after", \.reviews.expireAfter, mayBeZero: true,
      Localized(
        en: "how long after the due day access ends",
        sv: "hur långt efter sista dagen behörigheten upphör")),
    .limit(
      "review", "source-age", \.reviews.sourceAge, mayBeNone: true,
      Localized(
        en: "how old a source of the register may be when a campaign starts",
        sv: "hur gammal en källa till registret får vara när en omgång startar")),
    .limit(
      "review", "effect-within", \.reviews.effectWithin,
      Localized(
        en: "how soon a reduction that was decided is carried out",
        sv: "hur snart en beslutad minskning genomförs")),
    .limit(
      "review", "unit-interval", \.reviews.unitInterval,
      Localized(
        en: "how often a unit's people are reviewed", sv: "hur ofta en enhets personal granskas")),
    .limit(
      "review", "event-within", \.reviews.eventWithin,
      Localized(
        en: "how soon what happened is followed by a small review",
        sv: "hur snart det som hänt följs av en mindre granskning")),
  ]
}
