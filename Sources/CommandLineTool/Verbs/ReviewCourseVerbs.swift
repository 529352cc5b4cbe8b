import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// What happens in a running review besides answers.
enum ReviewCourseVerbs {
  static let reassign = Verb(
    VerbDeclaration(
      "review", "reassign", kind: .writing,
      summary: Localized(
        en: "hand items of a review over to somebody",
        sv: "lämna över poster i en granskning till någon"),
      discussion: Localized(
        en:
          "Never to the one whose access it is, nor to somebody who acts for them; the own access of those who keep a system goes above them.",
        sv:
          "Aldrig till den vars behörighet det är, eller någon som företräder denne; egen behörighet för dem som sköter ett system går till någon ovanför."
      ),
      examples: ["liggare review reassign V-1 --item G-1 --to kim.ahl"],
      positionals: [ReviewVerbs.Options.review],
      options: [
        ReviewVerbs.Options.item,
        OptionDeclaration(
          "to", .person, help: Localized(en: "to whom", sv: "till vem"), isRequired: true),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let to = try session.person(session.command.required("to"), in: ledger)
    let grants = try items(session)
    guard !grants.isEmpty else {
      throw UsageError(
        UsageError.missingRequired, [.init(en: "needed", sv: "krävs", "--item")])
    }
    return try session.record(in: ledger, zone: zone, named: { ["\(review)"] }) { _ in
      [
        .init(
          .review(.reassign(ReassignReviewItems(review: review, grants: grants, to: to))))
      ]
    }
  }

  static let remind = Verb(
    VerbDeclaration(
      "review", "remind", kind: .writing,
      summary: Localized(
        en: "record that those who have items open are reminded",
        sv: "registrera att de som har öppna poster påminns"),
      discussion: Localized(
        en: "Whoever has answered everything is not reminded.",
        sv: "Den som har besvarat allt påminns inte."),
      examples: ["liggare review remind V-1", "liggare review remind V-1 --reviewer eva.lind"],
      positionals: [ReviewVerbs.Options.review],
      options: [
        OptionDeclaration(
          "reviewer", .person,
          help: Localized(en: "this one alone", sv: "endast denna"))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let reviewer = try session.optionalPerson("reviewer", in: ledger)
    return try session.record(in: ledger, zone: zone, named: { ["\(review)"] }) { _ in
      [.init(.review(.remind(RemindReviewers(review: review, reviewer: reviewer))))]
    }
  }

  static let escalate = Verb(
    VerbDeclaration(
      "review", "escalate", kind: .writing,
      summary: Localized(
        en: "ask somebody above the reviewers", sv: "tillfråga någon ovanför granskarna"),
      discussion: Localized(
        en:
          "Both can answer then. Without --item it is everything that is open. liggare review follow-up does it by itself when it is due.",
        sv:
          "Därefter kan båda svara. Utan --item är det allt som är öppet. liggare review follow-up gör det av sig självt när det förfallit."
      ),
      examples: ["liggare review escalate V-1 --item G-1"],
      positionals: [ReviewVerbs.Options.review], options: [ReviewVerbs.Options.item])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let grants = try items(session)
    return try session.record(in: ledger, zone: zone, named: { ["\(review)"] }) { _ in
      [.init(.review(.escalate(EscalateReviewItems(review: review, grants: grants))))]
    }
  }

  static let followUp = Verb(
    VerbDeclaration(
      "review", "follow-up", kind: .writing,
      summary: Localized(
        en: "record what is due in running reviews",
        sv: "registrera det som förfallit i pågående granskningar"),
      discussion: Localized(
        en:
          "For a scheduled job, with a key of its own. Items of reviewers who have left or are away go to others; reminders and escalations are recorded when they are due; reductions that were not carried out are asked for again; and what nobody answers is suspended, and then ends, when and as far as the campaign said. Access that care and rescue must have at hand, and that of the last who runs a system, is never taken so. When silence would take too much at once, nothing is taken, and the exit status says so: liggare review resume. Running it again records nothing.",
        sv:
          "För ett schemalagt jobb, med egen nyckel. Poster hos granskare som slutat eller är frånvarande går till andra; påminnelser och eskaleringar registreras när de förfaller; minskningar som inte genomförts begärs på nytt; och det ingen svarar för spärras, och upphör sedan, när och så långt som omgången sagt. Behörighet som vård och räddning måste ha till hands, och den som den sista som sköter ett system har, tas aldrig så. När tystnad skulle ta för mycket på en gång tas inget, och slutkoden säger det: liggare review resume. En ny körning registrerar inget."
      ),
      examples: ["liggare review follow-up", "liggare review follow-up V-1"],
      positionals: [
        PositionalDeclaration(
          "review", .text,
          help: Localized(
            en: "which review; all that are running when left out",
            sv: "vilken granskning; alla som pågår om det utelämnas"), isOptional: true)
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let moment =
      try session.moment("effective", in: zone, dayMeans: .start) ?? session.ambient.now()
    let named = try session.identifier("review", ReviewID.self)
    if let named, !ledger.register.campaigns.contains(named) {
      throw QuestionVerbs.notFound(
        ReviewSubject.word, "\(named)",
        near: Suggestions.alike(
          "\(named)", among: ledger.register.campaigns.ids.lazy.map { "\($0)" }))
    }
    let due = { (ledger: Ledger) in
      ledger.register.campaigns.rows.filter { row in
        named.map { $0 == row.id } ?? true
      }.map { ($0.id, ledger.register.reviewDuties(of: $0, at: moment)) }
    }
    var duties = due(ledger)
    var status = ExitStatus.done
    if duties.contains(where: { !$0.1.isEmpty }) {
      status = try session.record(
        in: ledger, zone: zone, named: { duties.filter { !$0.1.isEmpty }.map { "\($0.0)" } }
      ) { ledger in
        duties = due(ledger)
        return duties.filter { !$0.1.isEmpty }.map {
          .init(.review(.followUp(FollowUpReview(review: $0.0))))
        }
      }
    } else {
      // The key must be one that may ask.
      _ = try session.actor(in: ledger)
      try session.answer(
        Localized(en: "Nothing is due.", sv: "Inget har förfallit."))
    }
    for (review, duty) in duties {
      if !duty.spared.isEmpty { session.tell(spared(duty.spared, in: review)) }
      if !duty.unanswerable.isEmpty { session.tell(unanswerable(duty.unanswerable, in: review)) }
    }
    let stops = duties.compactMap(\.1.stop)
    guard stops.isEmpty else { throw LedgerError.refused(stops) }
    return status
  }

  static let resume = Verb(
    VerbDeclaration(
      "review", "resume", kind: .writing,
      summary: Localized(
        en: "let the effects of silence through that were stopped because they are many",
        sv: "släpp igenom de verkningar av tystnad som stoppats för att de är många"),
      discussion: Localized(
        en:
          "As many as are due now, and no more. The next liggare review follow-up records them. --reason says why it is right that so much goes.",
        sv:
          "Så många som har förfallit nu, och inte fler. Nästa liggare review follow-up registrerar dem. --reason säger varför det är rätt att så mycket försvinner."
      ),
      examples: ["liggare review resume V-1 --reason \"The unit was closed, nobody is left\""],
      positionals: [ReviewVerbs.Options.review], options: [GrantVerbs.Options.by])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(review)"] }) {
      _ in
      [.init(.review(.release(ReleaseReviewEffects(review: review, by: by))))]
    }
  }

  static let accept = assessment(
    .accepted, "accept",
    Localized(
      en: "record that the auditor accepts a closed review",
      sv: "registrera att revisorn godtar en avslutad granskning"),
    Localized(
      en: "By an auditor with their own key, who took no part in it.",
      sv: "Av en revisor med egen nyckel, som inte deltagit i den."),
    example: "liggare review accept V-1", options: [])

  static let reject = assessment(
    .rejected, "reject",
    Localized(
      en: "record that the auditor rejects a closed review, which opens it again",
      sv: "registrera att revisorn underkänner en avslutad granskning, vilket öppnar den igen"),
    Localized(
      en:
        "By an auditor with their own key, who took no part in it; --reason says what is wanting. With --item only those are answered again. What was revoked stays revoked.",
      sv:
        "Av en revisor med egen nyckel, som inte deltagit i den; --reason säger vad som brister. Med --item besvaras bara de posterna på nytt. Det som tagits bort förblir borttaget."
    ),
    example: "liggare review reject V-1 --item G-1 --reason \"Kept without a look\"",
    options: [ReviewVerbs.Options.item])

  private static func assessment(
    _ outcome: ReviewAssessment, _ verb: String, _ summary: Localized, _ discussion: Localized,
    example: String, options: [OptionDeclaration]
  ) -> Verb {
    Verb(
      VerbDeclaration(
        "review", verb, kind: .writing, summary: summary, discussion: discussion,
        examples: [example], positionals: [ReviewVerbs.Options.review], options: options)
    ) { session in
      let ledger = try session.openLedger(.writing)
      let zone = try ledger.timeZone()
      guard let review = try session.identifier("review", ReviewID.self) else { return .usage }
      let auditor = try session.actor(in: ledger)
      let grants = options.isEmpty ? [] : try items(session)
      return try session.record(in: ledger, zone: zone, named: { ["\(review)"] }) { _ in
        [
          .init(
            .review(
              .assess(
                AssessReview(
                  review: review, auditor: auditor, outcome: outcome, grants: grants))))
        ]
      }
    }
  }

  /// The items named.
  private static func items(_ session: VerbSession) throws -> [GrantID] {
    try session.command.strings("item").map { text in
      guard let grant = GrantID(text) else {
        throw session.malformed("item", text, Localized(verbatim: "G-1"))
      }
      return grant
    }
  }

  static func spared(_ grants: [GrantID], in review: ReviewID) -> Localized {
    let list = grants.map { "\($0)" }.joined(separator: ", ")
    return Localized(
      en: "Spared in \(review), to be asked for: \(list)",
      sv: "Skonade i \(review), att fråga efter: \(list)")
  }

  private static func unanswerable(_ grants: [GrantID], in review: ReviewID) -> Localized {
    let list = grants.map { "\($0)" }.joined(separator: ", ")
    return Localized(
      en: "Nobody is left to ask in \(review): \(list)",
      sv: "Ingen finns kvar att fråga i \(review): \(list)")
  }

  static let all = [reassign, remind, escalate, followUp, resume, accept, reject]
}
