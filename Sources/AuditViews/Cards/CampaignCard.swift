import AccessModel
import Chronology
import Diagnostics
import Events
public import Projections

/// One review campaign: its plan, where it stands, and who has what to answer.
public enum CampaignCard {
  public static let description = ViewDescription(
    "campaign",
    title: Localized(en: "Review", sv: "Granskning"),
    question: Localized(
      en: "What is a review about, where does it stand, and who is still to answer?",
      sv: "Vad gäller en granskning, var står den, och vem ska ännu svara?"),
    controls: [.accessRights, .followUp], form: .card)

  public static func card(_ row: CampaignRow, _ question: ViewQuestion) -> Card {
    let plan = row.plan
    let state = question.register.state(of: row, at: question.asOf)
    let started = row.start?.started
    let closing = row.closing(at: question.asOf)?.closed
    let totals = question.register.totals(of: row, at: question.asOf)
    return Card(
      name: "campaign",
      title: Localized(en: "Review \(row.id)", sv: "Granskning \(row.id)"),
      fields: [
        .init(Campaigns.review, .id(row.id)), .init(Campaigns.axis, .word(plan.axis)),
        .init(Campaigns.trigger, plan.trigger.map { .word($0) } ?? .empty),
        .init(.unit, .id(plan.unit)), .init(.system, .id(plan.system)),
        .init(.entitlement, .text(orEmpty: plan.entitlement.map { "\($0)" })),
        .init(.person, .id(plan.person)),
        .init(.state, state.map { .word(code: $0.code, $0.word) } ?? .empty),
        .init(Campaigns.opens, .instant(plan.opens)), .init(.due, .bound(plan.due, .end)),
        .init("asked", Localized(en: "Asked first", sv: "Tillfrågas först"), .word(plan.reviewer)),
        .init(
          "second", Localized(en: "Asked second", sv: "Tillfrågas sedan"),
          plan.second.map { .word($0) } ?? .empty),
        .init(
          "strategy", Localized(en: "Two answers", sv: "Två svar"),
          plan.strategy.map { .word($0) } ?? .empty),
        .init(
          "on_no_response", Localized(en: "Without an answer", sv: "Utan svar"),
          .word(plan.onNoResponse)),
        .init(
          "as_of", Localized(en: "About the log up to", sv: "Gäller loggen till"),
          .integer(orEmpty: started.map { Int(clamping: $0.asOf) })),
        .init(Campaigns.items, .integer(orEmpty: started.map { Int(clamping: $0.items) })),
        .init(Campaigns.open, .integer(totals.open)),
        .init(
          "manifest", Localized(en: "Digest of the list", sv: "Listans kontrollsumma"),
          .text(orEmpty: started.map { "\($0.manifest)" })),
        .init(
          "oldest_source", Localized(en: "Oldest source read", sv: "Äldsta källan inläst"),
          .instant(orEmpty: started?.oldestSource)),
        .init(
          "attested_by", Localized(en: "Attested by", sv: "Intygad av"), .id(closing?.attester)),
      ],
      sections: [
        outcomes(totals), reviewers(row, question), IncidentLinks.table(of: row, question),
      ].filter { $0.name != "incidents" || !$0.rows.isEmpty })
  }

  private static func outcomes(_ totals: ReviewTotals) -> Table {
    Table(
      name: "outcomes", title: Localized(en: "What came of it", sv: "Vad det blev"),
      columns: [.state, .count],
      rows: ReviewItemState.allCases.filter { totals[$0] > 0 }.map {
        [.word(code: $0.code, $0.word), .integer(totals[$0])]
      })
  }

  private static func reviewers(_ row: CampaignRow, _ question: ViewQuestion) -> Table {
    var order: [PersonID] = []
    var counts: [PersonID: (open: Int, all: Int)] = [:]
    for item in row.items {
      let state = question.register.state(of: item, in: row, at: question.asOf)
      for reviewer in item.reviewers(at: question.asOf).map(\.reviewer) {
        if counts[reviewer] == nil { order.append(reviewer) }
        counts[reviewer, default: (0, 0)].all += 1
        if state.isOpen { counts[reviewer, default: (0, 0)].open += 1 }
      }
    }
    return Table(
      name: "reviewers", title: Localized(en: "Reviewers", sv: "Granskare"),
      columns: [ReviewItems.reviewer, .name, Campaigns.items, Campaigns.open],
      rows: order.map { person in
        [
          .id(person), .text(orEmpty: question.names(person)),
          .integer(counts[person]?.all ?? 0), .integer(counts[person]?.open ?? 0),
        ]
      })
  }
}
