import Diagnostics

/// Every verb there is, in the order in which help lists them.
enum VerbCatalogue {
  static let groups: [(title: Localized, verbs: [Verb])] = [
    (Localized(en: "The ledger", sv: "Liggaren"), LedgerVerbs.all + VerificationVerbs.all),
    (
      Localized(en: "Organisation and keys", sv: "Organisation och nycklar"),
      OrganisationVerbs.all + RoleVerbs.all + KeyVerbs.all
    ),
    (Localized(en: "Systems", sv: "System"), SystemVerbs.all + SystemVerbs.entitlements),
    (
      Localized(en: "Requests and grants", sv: "Begäranden och tilldelningar"),
      RequestVerbs.all + GrantVerbs.all
    ),
    (Localized(en: "Questions", sv: "Frågor"), QuestionVerbs.all),
    (Localized(en: "Help", sv: "Hjälp"), ExplainVerbs.all),
  ]

  static let verbs = groups.flatMap(\.verbs)
}
