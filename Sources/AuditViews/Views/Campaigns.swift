import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// Every review campaign, what it is about and where it stands.
public enum Campaigns: RegisterView {
  static let review = Column.identifier("review", ReviewSubject.capitalised)
  static let axis = Column(key: "axis", title: Localized(en: "Along", sv: "Axel"))
  static let trigger = Column(key: "trigger", title: Localized(en: "After", sv: "Efter"))
  static let opens = Column(key: "opens", title: Localized(en: "Opens", sv: "Öppnar"))
  static let items = Column.number("items", Localized(en: "Items", sv: "Poster"))
  static let open = Column.number("open", Localized(en: "Open", sv: "Öppna"))
  private static let kept = Column.number("kept", Localized(en: "Kept", sv: "Behållna"))
  private static let reduced = Column.number("reduced", Localized(en: "Reduced", sv: "Minskade"))
  private static let revoked = Column.number("revoked", Localized(en: "Revoked", sv: "Borttagna"))
  private static let unjudged = Column.number(
    "unjudged", Localized(en: "Not judged", sv: "Ej bedömda"))
  private static let silent = Column.number(
    "unanswered", Localized(en: "No answer", sv: "Obesvarade"))
  private static let attester = Column.identifier(
    "attested_by", Localized(en: "Attested by", sv: "Intygad av"))

  public static let description = ViewDescription(
    "campaigns",
    title: Localized(en: "Review campaigns", sv: "Granskningsomgångar"),
    question: Localized(
      en: "Which reviews are planned, running and done, and what came of them?",
      sv: "Vilka granskningar är planerade, pågår och är klara, och vad blev det av dem?"),
    controls: [.accessRights, .followUp],
    columns: [
      review, axis, trigger, .unit, .system, .entitlement, .person, .state, opens, .due, items,
      open, kept, reduced, revoked, unjudged, silent, attester,
    ], key: ["review"],
    filters: [.review, .system, .person])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.campaigns().map { campaign, state in
      let plan = campaign.plan
      let totals = question.register.totals(of: campaign, at: question.asOf)
      return [
        .id(campaign.id), .word(plan.axis), plan.trigger.map { .word($0) } ?? .empty,
        .id(plan.unit), .id(plan.system), .text(orEmpty: plan.entitlement.map { "\($0)" }),
        .id(plan.person), .word(code: state.code, state.word), .instant(plan.opens),
        .bound(plan.due, .end), .integer(totals.items), .integer(totals.open),
        .integer(totals[.kept] + totals[.keptUntil]), .integer(totals[.reduced]),
        .integer(totals[.revoked]), .integer(totals[.unjudged]),
        .integer(totals[.suspended] + totals[.expired]),
        .id(campaign.closing(at: question.asOf)?.closed.attester),
      ]
    }
  }
}

extension ViewQuestion {
  /// The campaigns that the filter lets through and that had been planned at the moment, in the order of the log.
  func campaigns() -> [(campaign: CampaignRow, state: CampaignState)] {
    register.campaigns.rows.compactMap { campaign in
      guard filter.reviews.isEmpty || filter.reviews.contains(campaign.id),
        filter.admits(campaign.plan.system ?? campaign.plan.entitlement?.system),
        filter.persons.isEmpty || campaign.plan.person.map(filter.persons.contains) ?? false,
        let state = register.state(of: campaign, at: asOf)
      else { return nil }
      return (campaign, state)
    }
  }
}
