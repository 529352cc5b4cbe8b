import Diagnostics

/// Every question the views answer.
///
/// The command line, help and the documentation are made from it. A new view is a file and a line here.
public enum ViewCatalogue {
  /// The tables that the register alone answers, in the order of help.
  public static let registerViews: [any RegisterView.Type] = [
    ActiveGrants.self, Who.self, What.self, Grants.self, Requests.self, Undecided.self,
    Ending.self, NotCarriedOut.self, Emergencies.self, WorkList.self, Duties.self, Systems.self,
    Units.self,
    Persons.self, Roles.self, Keys.self, Accounts.self, Delegations.self,
    UnreportedDecisions.self, CompensatingChecks.self, PolicyDocuments.self,
    Trainings.self, SecrecyMarkings.self, Disclosures.self, Disposals.self, Holds.self,
    OrganisationFindings.self,
    StaleFlags.self, UnknownAccounts.self, Usage.self, Discrepancies.self, Analyses.self,
    Separations.self, SeparationConflicts.self, Impact.self, Findings.self,
    Campaigns.self, ReviewItems.self, OverdueReviews.self, DueReviews.self, CampaignProtocol.self,
    ReviewerMeasures.self, Incidents.self, IncidentClocks.self, IncidentTimeline.self,
    IncidentMeasures.self, IncidentCauses.self, IncidentAccountability.self,
  ]

  /// All descriptions, tables first.
  public static let views: [ViewDescription] =
    registerViews.map { $0.description } + [
      EventLog.description, Timeline.description, RuleFindings.description,
      RuleFindings.summaryDescription,
      WhoDecides.description, DelegatedDecisions.description, DelegationCard.description,
      Exposure.description, ExposedAccounts.description, Can.description, Why.description,
      GrantCard.description, RequestCard.description,
      SystemCard.description, PersonCard.description, UnitCard.description, StatusCard.description,
      PolicyRules.description, PolicyRules.differencesDescription,
    ] + PolicyWhatIf.descriptions + [
      SeparationCard.description, AccountCard.description, EventCard.description,
      FlagCard.description,
      CampaignCard.description, ReviewSightCard.description, IncidentCard.description,
      IncidentNotice.description,
    ]

  /// The table view of that name; `nil` for a name that is not in the catalogue or needs more than the register.
  public static func registerView(named name: String) -> (any RegisterView.Type)? {
    registerViews.first { $0.description.name == name }
  }
}
