import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The course of each campaign, step by step: what an auditor reads from its plan to its end.
public enum CampaignProtocol: RegisterView {
  private static let step = Column(key: "step", title: Localized(en: "Step", sv: "Steg"))
  private static let who = Column.identifier("by", Localized(en: "By or to", sv: "Av eller till"))
  private static let cause = Column(key: "cause", title: Localized(en: "Why", sv: "Varför"))
  private static let result = Column(key: "result", title: Localized(en: "Comes to", sv: "Blir"))
  private static let bulk = Column(
    key: "is_bulk", title: Localized(en: "Marked together", sv: "Massmarkerad"))
  private static let hint = Column(
    key: "is_against_hint", title: Localized(en: "Against a hint", sv: "Mot en varning"))
  private static let hasReason = Column(
    key: "has_reason", title: Localized(en: "With a reason", sv: "Med skäl"))
  private static let seen = Column.hidden(
    "seen", Localized(en: "Digest of what was shown", sv: "Kontrollsumma för det visade"))

  public static let description = ViewDescription(
    "campaign-protocol",
    title: Localized(en: "Protocol of reviews", sv: "Granskningsprotokoll"),
    question: Localized(
      en: "What happened in a review, step by step, and who answers for what?",
      sv: "Vad hände i en granskning, steg för steg, och vem svarar för vad?"),
    controls: [.accessRights, .followUp, .nonRepudiation],
    columns: [
      Campaigns.review, .position, .effective, step, .grant, who, .actingFor, cause, result, bulk,
      hint, hasReason, seen,
    ], key: ["review", "position", "grant"],
    filters: [.review, .system])

  /// One step of a campaign.
  private struct Step {
    var fact: Fact
    var cells: [Cell]
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.campaigns().flatMap { campaign, _ -> [[Cell]] in
      var steps = frame(of: campaign)
      for item in campaign.items { steps += self.steps(of: item) }
      return steps.filter { $0.fact.effective <= question.asOf }.enumerated().sorted {
        ($0.element.fact.position, $0.offset) < ($1.element.fact.position, $1.offset)
      }.map { entry in
        [
          .id(campaign.id), .integer(Int(clamping: entry.element.fact.position)),
          .instant(entry.element.fact.effective),
        ] + entry.element.cells
      }
    }
  }

  /// What is about the campaign as a whole.
  private static func frame(of campaign: CampaignRow) -> [Step] {
    var steps = [
      make(
        campaign.planned, "planned", Localized(en: "planned", sv: "planerad"),
        by: campaign.plan.planner)
    ]
    if let start = campaign.start {
      steps.append(
        make(
          start.fact, "started", Localized(en: "started", sv: "startad"),
          result: Localized(verbatim: "\(start.started.items)")))
    }
    for row in campaign.releases {
      steps.append(
        make(
          row.fact, "released", Localized(en: "effects let through", sv: "verkningar släppta"),
          by: row.released.by, result: Localized(verbatim: "\(row.released.items)")))
    }
    for row in campaign.closings {
      steps.append(
        make(
          row.fact, "\(row.closed.outcome.code)", row.closed.outcome.word,
          by: row.closed.attester ?? row.closed.by))
    }
    for row in campaign.assessments {
      steps.append(
        make(
          row.fact, "\(row.assessed.outcome.code)", row.assessed.outcome.word,
          by: row.assessed.auditor,
          result: Localized(
            verbatim: row.assessed.grants.map { "\($0)" }.joined(separator: ", "))))
    }
    return steps
  }

  private static func steps(of item: ReviewItemRow) -> [Step] {
    let routings = item.routings.map { row in
      make(
        row.fact, "\(row.routing.code)", row.routing.word, item.grant, by: row.reviewer,
        actingFor: row.actingFor, cause: row.cause.word)
    }
    let answers = item.decisions.map { row in
      var step = make(
        row.fact, "\(row.outcome.code)", row.outcome.word, item.grant, by: row.reviewer,
        actingFor: row.actingFor, result: row.final.map(\.word))
      step.cells.replaceSubrange(
        (step.cells.count - 4)...,
        with: [
          .flag(row.isBulk), .flag(row.hasHint && row.outcome == .keep), .flag(row.hasReason),
          .text(orEmpty: row.seen.map { "\($0)" }),
        ])
      return step
    }
    let lapses = item.lapses.map { row in
      make(
        row.fact, "lapsed", Localized(en: "no answer", sv: "inget svar"), item.grant,
        result: row.effect.word)
    }
    return routings + answers + lapses
  }

  private static func make(
    _ fact: Fact, _ code: String, _ word: Localized, _ grant: GrantID? = nil,
    by person: PersonID? = nil, actingFor: PersonID? = nil, cause: Localized? = nil,
    result: Localized? = nil
  ) -> Step {
    Step(
      fact: fact,
      cells: [
        .word(code: code, word), .id(grant), .id(person), .id(actingFor),
        cause.map(Cell.localized) ?? .empty, result.map(Cell.localized) ?? .empty, .empty, .empty,
        .empty, .empty,
      ])
  }
}
