import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import EventStore
import Policies
import Projections

/// Reviews to look at: which there are, one of them, one item of it, and which fall due.
enum ReviewViewVerbs {
  static let list = Verb(
    VerbDeclaration(
      "review", "list", kind: .reading,
      summary: Localized(en: "list reviews", sv: "lista granskningar"),
      examples: ["liggare review list"], options: [ViewVerbs.Options.system] + TableOrdering.options
    )
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(Campaigns.self)
    return .done
  }

  static let due = Verb(
    VerbDeclaration(
      "review", "due", kind: .reading,
      summary: Localized(
        en: "tell which reviews are to start within thirty days",
        sv: "visa vilka granskningar som ska starta inom trettio dagar"),
      discussion: Localized(
        en:
          "By the intervals that the rules set for systems, units and power over systems, and by what has happened: moves, changed classifications, incidents, widened entitlements.",
        sv:
          "Efter de intervall som reglerna anger för system, enheter och makt över system, och efter det som hänt: byten av tjänst, ändrade klassningar, incidenter, utvidgade behörigheter."
      ),
      examples: ["liggare review due"], options: [ViewVerbs.Options.system] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(DueReviews.self)
    return .done
  }

  static let show = Verb(
    VerbDeclaration(
      "review", "show", kind: .reading,
      summary: Localized(
        en: "show one review, or what its reviewer is shown of one item",
        sv: "visa en granskning, eller vad granskaren ser av en post"),
      discussion: Localized(
        en:
          "With --item, what the reviewer is shown of it now. With --seen, what the last answer was given on: it is worked out anew from the log as it was then, and its digest compared with the one in the answer.",
        sv:
          "Med --item, vad granskaren ser av den nu. Med --seen, vad det senaste svaret gavs på: det räknas fram på nytt ur loggen som den var då, och kontrollsumman jämförs med den i svaret."
      ),
      examples: ["liggare review show V-1", "liggare review show V-1 --item G-1 --seen"],
      positionals: [ReviewVerbs.Options.review],
      options: [
        OptionDeclaration(
          "item", .grant,
          help: Localized(
            en: "the grant of an item, such as G-1", sv: "en posts tilldelning, till exempel G-1")),
        OptionDeclaration.flag(
          "seen",
          help: Localized(
            en: "what the answer was given on; needs --item",
            sv: "vad svaret gavs på; kräver --item")),
      ])
  ) { session in
    let isSeen = session.command.flag("seen")
    let asked = try QuestionSession(session)
    let campaign = try asked.found(
      session.identifier("review", ReviewID.self), in: asked.question.register.campaigns)
    guard let grant = try session.identifier("item", GrantID.self) else {
      guard !isSeen else {
        throw UsageError(
          UsageError.missingRequired, [.init(en: "needed", sv: "krävs", "--item")])
      }
      try asked.answer(CampaignCard.card(campaign, asked.question))
      return .done
    }
    guard let item = campaign.item(of: grant) else {
      throw QuestionVerbs.notFound(
        ReviewSubject.word, "\(campaign.id)/\(grant)",
        near: Suggestions.alike("\(grant)", among: campaign.items.map { "\($0.grant)" }))
    }
    let sight =
      isSeen
      ? try seen(item, asked) : asked.question.register.reviewSight(of: grant)
    guard let sight else {
      throw QuestionVerbs.notFound(ReviewSubject.word, "\(campaign.id)/\(grant)", near: [])
    }
    try asked.answer(
      ReviewSightCard.card(sight, in: campaign.id, recorded: isSeen, asked.question))
    return .done
  }

  /// What the last answer was given on, worked out from the log as it was then; refused when that is not what the answer says. (REV-07)
  private static func seen(_ item: ReviewItemRow, _ asked: QuestionSession) throws -> ReviewSight? {
    guard let answer = item.decisions.last(where: { $0.seenAt != nil }), let at = answer.seenAt,
      let digest = answer.seen, at > 0
    else { return nil }
    let sight = try asked.ledger.replay(to: UInt64(at - 1)).register.reviewSight(of: item.grant)
    guard sight?.digest == digest else {
      throw VerbFailure(.refused, ShownEvidence.violation(grant: item.grant, position: at))
    }
    return sight
  }

  static let all = [list, show, due]
}
