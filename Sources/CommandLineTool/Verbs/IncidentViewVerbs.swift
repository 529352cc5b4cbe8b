import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import EventStore
import Policies
import Projections

/// Incidents to look at: the board, the register, one of them, what happened in it, and drafts of its notices.
enum IncidentViewVerbs {
  static let list = Verb(
    VerbDeclaration(
      "incident", "list", kind: .reading,
      summary: Localized(en: "list incidents", sv: "lista incidenter"),
      examples: ["liggare incident list", "liggare incident list --system S-1"],
      options: [ViewVerbs.Options.system, ViewVerbs.Options.person, ViewVerbs.Options.unit]
        + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(Incidents.self)
    return .done
  }

  static let board = Verb(
    VerbDeclaration(
      "incident", "board", kind: .reading,
      summary: Localized(
        en: "tell what is due about incidents by when, and what is late",
        sv: "visa vad som ska göras om incidenter senast när, och vad som är försenat"),
      discussion: Localized(
        en:
          "The earliest first. Hours run through nights, weekends and changes of the clock; of a month both the date of the calendar and the statutory day are shown, and the earlier one counts. With --with-ended also clocks that were met, and those that ran and are no longer asked for.",
        sv:
          "Det tidigaste först. Timmar går genom nätter, helger och omställningar av klockan; av en månad visas både kalenderns datum och den lagstadgade dagen, och den tidigare räknas. Med --with-ended även klockor som hållits, och de som gått och inte längre krävs."
      ),
      examples: ["liggare incident board", "liggare incident board --unit U-7 --with-ended"],
      options: [
        ViewVerbs.Options.incident, ViewVerbs.Options.system, ViewVerbs.Options.unit,
        ViewVerbs.Options.withEnded,
      ] + TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(IncidentClocks.self)
    return .done
  }

  static let timeline = Verb(
    VerbDeclaration(
      "incident", "timeline", kind: .reading,
      summary: Localized(
        en: "tell what happened in an incident, in order",
        sv: "visa vad som hände i en incident, i ordning"),
      examples: ["liggare incident timeline I-1"], positionals: [IncidentVerbs.Options.incident],
      options: TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { ledger in
      var filter = ViewFilter()
      if let id = try session.identifier("incident", IncidentID.self) { filter.incidents = [id] }
      return filter
    }
    _ = try asked.found(
      session.identifier("incident", IncidentID.self), in: asked.question.register.incidents)
    try asked.answer(IncidentTimeline.self)
    return .done
  }

  static let show = Verb(
    VerbDeclaration(
      "incident", "show", kind: .reading,
      summary: Localized(en: "show one incident", sv: "visa en incident"),
      discussion: Localized(
        en:
          "With a checklist of what is left before it can be closed, each with the command that answers it.",
        sv:
          "Med en checklista över vad som återstår innan den kan avslutas, vart och ett med kommandot som besvarar det."
      ),
      examples: ["liggare incident show I-1"], positionals: [IncidentVerbs.Options.incident])
  ) { session in
    let asked = try QuestionSession(session)
    let row = try asked.found(
      session.identifier("incident", IncidentID.self), in: asked.question.register.incidents)
    try asked.answer(IncidentCard.card(row, asked.question))
    return .done
  }

  static let draft = Verb(
    VerbDeclaration(
      "incident", "draft", kind: .reading,
      summary: Localized(
        en: "draft a notice from what the ledger knows",
        sv: "gör ett utkast till anmälan av det liggaren vet"),
      discussion: Localized(
        en:
          "As text, with what is missing said so. Nothing is sent, and nothing is recorded; liggare incident notify records what was handed in.",
        sv:
          "Som text, med det som saknas angivet. Inget skickas och inget registreras; liggare incident notify registrerar vad som lämnats."
      ),
      examples: ["liggare incident draft I-1 csl warning --entity U-1"],
      positionals: [
        IncidentVerbs.Options.incident, IncidentVerbs.Options.regime,
        PositionalDeclaration(
          "stage", .text,
          help: Localized(
            en: "which notice, as the rules name it",
            sv: "vilken anmälan, som reglerna benämner den")),
      ],
      options: [
        OptionDeclaration(
          "entity", .unit,
          help: Localized(
            en: "the legal entity; the only one concerned when left out",
            sv: "den juridiska enheten; den enda som berörs om det utelämnas"))
      ], sharedOptionNames: ["format", "out", "as-of", "known-at", "original"])
  ) { session in
    let asked = try QuestionSession(session)
    let question = asked.question
    let row = try asked.found(
      session.identifier("incident", IncidentID.self), in: question.register.incidents)
    let rules = question.register.rules(of: row, at: question.asOf)
    let code = session.command.required("regime")
    guard let regime = RegimeCode(code).flatMap({ rules[$0] }) else {
      throw QuestionVerbs.notFound(
        RegimeSubject.word, code,
        near: Suggestions.alike(code, among: rules.regimes.lazy.map { "\($0.code)" }))
    }
    let name = session.command.required("stage")
    guard let stage = StageCode(name).flatMap({ regime[$0] }) else {
      throw QuestionVerbs.notFound(
        StageSubject.word, name,
        near: Suggestions.alike(name, among: regime.stages.lazy.map { "\($0.code)" }))
    }
    let concerned = row.standing(at: question.asOf)?.aware.map(\.entity) ?? []
    let typed = try session.unit("entity", in: asked.ledger)
    guard let entity = typed ?? (concerned.count == 1 ? concerned.first : nil),
      concerned.contains(entity)
    else {
      throw QuestionVerbs.notFound(
        UnitSubject.word, typed.map { "\($0)" } ?? "–", near: concerned.map { "\($0)" })
    }
    var card = IncidentNotice.card(row, regime: regime, stage: stage, entity: entity, question)
    guard session.format == .table else {
      try asked.answer(card)
      return .done
    }
    try asked.check()
    try asked.note(IncidentNotice.description.name)
    card.title = asked.titled(card.title)
    try session.answer(IncidentNotice.text(card))
    return .done
  }

  static let all = [board, list, show, timeline, draft]
}
