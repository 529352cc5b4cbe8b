import AccessModel
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// What should have been reviewed and was not: items after their campaign's last day, and grants whose own clock has run out.
public enum OverdueReviews: RegisterView {
  private static let next = Column(
    key: "next_effect", title: Localized(en: "Silence leads to", sv: "Tystnad leder till"))
  private static let nextAt = Column(
    key: "next_effect_at", title: Localized(en: "When", sv: "När"))

  public static let description = ViewDescription(
    "overdue-reviews",
    title: Localized(en: "Overdue reviews", sv: "Försenade granskningar"),
    question: Localized(
      en: "Which access should have been reviewed by now, who was to do it, and what follows?",
      sv:
        "Vilken behörighet borde ha granskats vid det här laget, vem skulle göra det, och vad följer?"
    ),
    controls: [.accessRights, .followUp],
    columns: [
      .grant, .person, .name, .system, .entitlement, .due, Campaigns.review, ReviewItems.reviewer,
      next, nextAt,
    ], key: ["grant"],
    filters: [.review, .person, .system, .entitlement, .unit],
    remark: Localized(
      en: "A grant without a review is overdue by its own clock, and in no campaign.",
      sv:
        "En tilldelning utan granskning är försenad enligt sin egen klocka, och ingår inte i någon omgång."
    ))

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    overdue(question).map(\.cells)
  }

  /// What is overdue, that due first, first.
  static func overdue(_ question: ViewQuestion) -> [(grant: GrantRow, cells: [Cell])] {
    let register = question.register
    let asOf = question.asOf
    var told: Set<GrantID> = []
    var found: [(due: Instant, grant: GrantRow, cells: [Cell])] = []
    for (campaign, state) in question.campaigns(ofAnySystem: true) where state.isRunning {
      for item in campaign.items {
        guard let grant = register.grants[item.grant], admits(grant, question) else { continue }
        told.insert(item.grant)
        let standing = register.state(of: item, in: campaign, at: asOf)
        guard standing.isOpen || standing == .suspended, campaign.plan.due <= asOf else {
          continue
        }
        let effect = next(item, campaign, question)
        found.append(
          (
            campaign.plan.due, grant,
            cells(grant, campaign.plan.due, question) + [
              .id(campaign.id), .list(item.reviewers(at: asOf).map { "\($0.reviewer)" }),
              effect.map { .word($0.effect) } ?? .empty, .instant(orEmpty: effect?.at),
            ]
          ))
      }
    }
    if question.filter.reviews.isEmpty {
      for grant in register.grants.rows where !told.contains(grant.id) && admits(grant, question) {
        guard let due = register.reviewDue(of: grant, at: asOf), due <= asOf else { continue }
        found.append(
          (due, grant, cells(grant, due, question) + [.empty, .list([]), .empty, .empty]))
      }
    }
    return found.enumerated().sorted {
      ($0.element.due, $0.offset) < ($1.element.due, $1.offset)
    }.map { ($0.element.grant, $0.element.cells) }
  }

  private static func admits(_ grant: GrantRow, _ question: ViewQuestion) -> Bool {
    question.filter.admits(grant.entitlement) && question.filter.admits(grant.person)
      && question.admits(unitOf: grant.person)
  }

  private static func cells(
    _ grant: GrantRow, _ due: Instant, _ question: ViewQuestion
  ) -> [Cell] {
    [
      .id(grant.id), .id(grant.person), .text(orEmpty: grant.person.flatMap(question.names)),
      .id(grant.entitlement.system), .id(grant.entitlement.name), .bound(due, .end),
    ]
  }

  /// What silence leads to next, and when; `nil` where it leads no further.
  private static func next(
    _ item: ReviewItemRow, _ campaign: CampaignRow, _ question: ViewQuestion
  ) -> (effect: NoResponseEffect, at: Instant)? {
    let rules = question.register.reviewRules(
      of: campaign.plan, startedAt: campaign.start?.fact.effective, at: question.asOf)
    for effect in [NoResponseEffect.suspend, .expire] {
      switch question.register.objection(
        to: effect, on: item, in: campaign, at: question.asOf, under: rules)
      {
      case nil: return (effect, question.asOf)
      case .tooEarly(let at): return (effect, at)
      case .settled, .tooFar, .availability, .lastKeeper: continue
      }
    }
    return nil
  }
}
