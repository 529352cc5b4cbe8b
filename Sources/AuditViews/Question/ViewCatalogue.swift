import Diagnostics

/// Every question the views answer.
///
/// The command line, help and the documentation are made from it. A new view is a file and a line here.
public enum ViewCatalogue {
  /// What can be asked by name, by what it is about, in the order of help.
  public static let groups: [ViewGroup] = [
    ViewGroup(
      Localized(en: "Access", sv: "Behörighet"),
      [
        ActiveGrants.self, Who.self, What.self, Grants.self, Requests.self, Undecided.self,
        Ending.self, NotCarriedOut.self, Emergencies.self,
      ]),
    ViewGroup(
      Localized(en: "Decisions", sv: "Beslut"),
      [Delegations.self, UnreportedDecisions.self, CompensatingChecks.self, PolicyDocuments.self],
      events: [Decisions.self]),
    ViewGroup(
      Localized(en: "People and the organisation", sv: "Människor och organisation"),
      [
        Persons.self, PersonExtract.self, Units.self, Roles.self, Keys.self, Trainings.self,
        TrainingStatus.self, SecrecyMarkings.self, OrganisationFindings.self,
      ]),
    ViewGroup(
      Localized(en: "Systems", sv: "System"),
      [Systems.self, ClassificationStatus.self, Analyses.self, Impact.self]),
    ViewGroup(
      Localized(en: "Segregation of duties", sv: "Åtskillnad av arbetsuppgifter"),
      [Separations.self, SeparationMatrix.self, SeparationConflicts.self]),
    ViewGroup(
      Localized(en: "Reviews", sv: "Granskningar"),
      [
        Campaigns.self, ReviewItems.self, OverdueReviews.self, DueReviews.self,
        CampaignProtocol.self, ReviewerMeasures.self,
      ]),
    ViewGroup(
      Localized(en: "Accounts and use", sv: "Konton och användning"),
      [Accounts.self, UnknownAccounts.self, Usage.self, Discrepancies.self, StaleFlags.self]),
    ViewGroup(
      Localized(en: "What is to be done", sv: "Vad som ska göras"),
      [WorkList.self, Duties.self, Findings.self]),
    ViewGroup(
      Localized(en: "Incidents", sv: "Incidenter"),
      [
        Incidents.self, IncidentClocks.self, IncidentTimeline.self, IncidentMeasures.self,
        IncidentCauses.self, IncidentAccountability.self,
      ]),
    ViewGroup(
      Localized(en: "Follow-up by management", sv: "Ledningens uppföljning"),
      [
        HeadFollowUp.self, GroupConsolidation.self, ServiceLevels.self,
        ServiceLevelsBySystem.self, ServiceLevelsByUnit.self, ServiceLevelCases.self,
        CostAndBenefit.self,
      ]),
    ViewGroup(
      Localized(en: "The ledger itself", sv: "Liggaren själv"),
      [Disclosures.self, Disposals.self, Holds.self], events: [LogIntegrity.self],
      others: [RuleFindings.description, RuleFindings.summaryDescription]),
  ]

  /// The tables that the register alone answers, in the order of help.
  public static let registerViews: [any RegisterView.Type] = groups.flatMap { $0.views }

  /// The tables that the events answer, in the order of help.
  public static let eventViews: [any EventView.Type] = groups.flatMap { $0.eventViews }

  /// Everything that can be asked by name, in the order of help.
  public static let named: [ViewDescription] = groups.flatMap { $0.descriptions }

  /// All descriptions, those that can be asked by name first.
  public static let views: [ViewDescription] =
    named + [
      EventLog.description, Timeline.description,
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

  /// The view of the events of that name; `nil` for any other.
  public static func eventView(named name: String) -> (any EventView.Type)? {
    eventViews.first { $0.description.name == name }
  }
}
