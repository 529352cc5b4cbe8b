import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import EventSourcing
import Projections

/// Delegations as they stand, what was decided on them, and what is left to report.
enum DelegationViewVerbs {
  static let list = Verb(
    VerbDeclaration(
      "delegation", "list", kind: .reading,
      summary: Localized(
        en: "list the lines of delegation orders", sv: "lista delegationsordningarnas rader"),
      examples: ["liggare delegation list", "liggare delegation list --with-ended"],
      options: [ViewVerbs.Options.unit, ViewVerbs.Options.withEnded] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(Delegations.self)
    return .done
  }

  static let show = Verb(
    VerbDeclaration(
      "delegation", "show", kind: .reading,
      summary: Localized(
        en: "show one line, who has its position and what was decided on it",
        sv: "visa en rad, vem som har befattningen och vad som beslutats på den"),
      examples: ["liggare delegation show DL-1"],
      positionals: [DelegationVerbs.Options.delegation])
  ) { session in
    let asked = try QuestionSession(session)
    let id = try session.identifier("delegation", DelegationID.self)
    let row = try asked.found(id, in: asked.question.register.delegations)
    try asked.answer(DelegationCard.card(row, asked.question))
    return .done
  }

  static let decisions = Verb(
    VerbDeclaration(
      "delegation", "decisions", kind: .reading,
      summary: Localized(
        en: "list a period's decisions on delegation, for the body's meeting",
        sv: "lista en periods delegationsbeslut, till organets sammanträde"),
      discussion: Localized(
        en:
          "In the order of decision, the same each time for the same period. liggare delegation report then records that they were reported.",
        sv:
          "I beslutsordning, likadant varje gång för samma period. liggare delegation report registrerar sedan att de anmälts."
      ),
      examples: [
        "liggare delegation decisions --body U-4 --from 2026-02-01 --until 2026-02-28",
        "liggare delegation decisions --body U-4 --from 2026-02-01 --until 2026-02-28 --unreported --format csv",
      ],
      options: [DelegationVerbs.Options.body] + DelegationVerbs.Options.span + [
        OptionDeclaration.flag(
          "unreported",
          help: Localized(
            en: "leave out what has been reported", sv: "utelämna det som redan anmälts"))
      ])
  ) { session in
    let asked = try QuestionSession(session)
    guard let body = try session.unit("body", in: asked.ledger),
      case (let from?, let until?) = try session.period(in: asked.zone)
    else { return .usage }
    guard asked.question.register.units.contains(body) else {
      throw QuestionVerbs.notFound(UnitSubject.word, "\(body)")
    }
    try asked.answer(
      DelegatedDecisions.table(
        of: body, from: from, until: until, asked.question,
        onlyUnreported: session.command.flag("unreported")
      ) { asked.event(at: $0)?.caseNumber })
    return .done
  }

  static let unreported = Verb(
    VerbDeclaration(
      "delegation", "unreported", kind: .reading,
      summary: Localized(
        en: "list the delegated decisions that are left to report, and when each is due",
        sv: "lista delegationsbeslut som återstår att anmäla, och när de senast ska anmälas"),
      examples: ["liggare delegation unreported"],
      options: [ViewVerbs.Options.person, ViewVerbs.Options.unit] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(UnreportedDecisions.self)
    return .done
  }

  static let all = [list, show, decisions, unreported]
}
