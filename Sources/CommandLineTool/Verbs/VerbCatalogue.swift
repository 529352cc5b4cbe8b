import Diagnostics

/// Every verb there is, in the order in which help lists them.
enum VerbCatalogue {
  static let groups: [(title: Localized, verbs: [Verb])] = listed.map {
    ($0.title, inOrder($0.verbs))
  }

  /// The verbs with those of a noun together, each noun where its first verb stands.
  private static func inOrder(_ verbs: [Verb]) -> [Verb] {
    var nouns: [String] = []
    var byNoun: [String: [Verb]] = [:]
    for verb in verbs {
      let noun = verb.declaration.path.first ?? ""
      if byNoun[noun] == nil { nouns.append(noun) }
      byNoun[noun, default: []].append(verb)
    }
    return nouns.flatMap { byNoun[$0] ?? [] }
  }

  private static let listed: [(title: Localized, verbs: [Verb])] = [
    (
      Localized(en: "The ledger", sv: "Liggaren"),
      LedgerVerbs.all + VerificationVerbs.all + PublicationVerbs.all + SurvivalVerbs.all
    ),
    (
      Localized(en: "Organisation and keys", sv: "Organisation och nycklar"),
      [
        OrganisationVerbs.all, RoleVerbs.all, [WhoDecidesVerb.whoDecides], DelegationVerbs.all,
        DelegationViewVerbs.all, KeyVerbs.all, LogKeyVerbs.all, ViewVerbs.organisation,
      ].flatMap(\.self)
    ),
    (
      Localized(en: "Systems", sv: "System"),
      SystemVerbs.all + EntitlementVerbs.all + AccountVerbs.all + SeparationVerbs.all
        + ViewVerbs.systems + RegisterVerbs.all
    ),
    (
      Localized(en: "Requests and grants", sv: "Begäranden och tilldelningar"),
      RequestVerbs.all + RequestLifeVerbs.all + ViewVerbs.requests + GrantVerbs.all
        + GrantLifeVerbs.all + EmergencyVerbs.all + ViewVerbs.grants
    ),
    (
      Localized(en: "Follow-up", sv: "Uppföljning"),
      StaleVerbs.all + UsageVerbs.all + ReconcileVerbs.all + JobVerbs.all
        + [CalendarVerb.calendar]
    ),
    (
      Localized(en: "Reviews", sv: "Granskningar"),
      ReviewVerbs.all + ReviewAnswerVerbs.all + ReviewPacketVerbs.all + ReviewCourseVerbs.all
        + ReviewViewVerbs.all
    ),
    (Localized(en: "Incidents", sv: "Incidenter"), IncidentVerbs.all),
    (Localized(en: "Rules", sv: "Regler"), PolicyVerbs.all),
    (Localized(en: "Disposal", sv: "Gallring"), DisposalVerbs.all),
    (Localized(en: "Giving out", sv: "Utlämnande"), DisclosureVerbs.all),
    (
      Localized(en: "Questions", sv: "Frågor"),
      QuestionVerbs.all + [
        TimelineVerb.timeline, DifferenceVerb.diff, ExposureVerb.exposure, QueryVerb.sql,
      ]
        + EventVerbs.all
        + [ViewVerbs.view, ReportVerb.report, ReadsVerb.reads]
    ),
    (
      Localized(en: "Evidence", sv: "Bevisning"), EvidenceVerbs.all + TimestampVerbs.all
    ),
    (Localized(en: "Taking over", sv: "Ta över"), ImportVerbs.all),
    (Localized(en: "Giving out", sv: "Lämna ut"), ExportVerbs.all),
    (Localized(en: "Witnessing", sv: "Bevittna"), WitnessVerbs.all + WitnessedLedgerVerbs.all),
    (Localized(en: "Help", sv: "Hjälp"), ExplainVerbs.all),
  ]

  static let verbs = groups.flatMap(\.verbs)

  /// The verbs that begin with a word that programs say often; `nil` for any other. A question then makes no verb but those.
  static func often(_ word: String) -> [Verb]? {
    switch word {
    case "can": [QuestionVerbs.can]
    case "who": [QuestionVerbs.who]
    case "what": [QuestionVerbs.what]
    case "why": [QuestionVerbs.why]
    case "view": [ViewVerbs.view]
    case "grant":
      (GrantVerbs.all + GrantLifeVerbs.all + EmergencyVerbs.all + ViewVerbs.grants).filter {
        $0.declaration.path.first == word
      }
    case _: nil
    }
  }
}
