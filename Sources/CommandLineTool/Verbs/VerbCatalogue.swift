import Diagnostics

/// Every verb there is, in the order in which help lists them.
enum VerbCatalogue {
  static let groups: [(title: Localized, verbs: [Verb])] = [
    (Localized(en: "The ledger", sv: "Liggaren"), LedgerVerbs.all + VerificationVerbs.all),
    (
      Localized(en: "Organisation and keys", sv: "Organisation och nycklar"),
      OrganisationVerbs.all + RoleVerbs.all + KeyVerbs.all + ViewVerbs.organisation
    ),
    (
      Localized(en: "Systems", sv: "System"),
      SystemVerbs.all + SystemVerbs.entitlements + ViewVerbs.systems
    ),
    (
      Localized(en: "Requests and grants", sv: "Begäranden och tilldelningar"),
      RequestVerbs.all + ViewVerbs.requests + GrantVerbs.all + ViewVerbs.grants
    ),
    (Localized(en: "Questions", sv: "Frågor"), QuestionVerbs.all + [ViewVerbs.view]),
    (Localized(en: "Taking over", sv: "Ta över"), ImportVerbs.all),
    (Localized(en: "Help", sv: "Hjälp"), ExplainVerbs.all),
  ]

  static let verbs = groups.flatMap(\.verbs)
}
