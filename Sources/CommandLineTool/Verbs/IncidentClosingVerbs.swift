import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Events
import Projections

/// Earning the end of an incident, and what comes after it.
enum IncidentClosingVerbs {
  typealias Options = IncidentVerbs.Options

  static let answer = Verb(
    VerbDeclaration(
      "incident", "answer", kind: .writing,
      summary: Localized(
        en: "record the answer to who could reach what",
        sv: "registrera svaret på vilka som kunde nå vad"),
      discussion: Localized(
        en:
          "The ledger makes the list that liggare incident exposure shows, with the same options, and records its digest, how many ways it tells of and how much of the log it was made from, with your words on what was done about it. Whoever has the log can make the same list again, and liggare incident exposure does.",
        sv:
          "Liggaren gör den lista som liggare incident exposure visar, med samma flaggor, och registrerar dess kontrollsumma, hur många sätt den anger och hur mycket av loggen den gjordes av, med dina ord om vad som gjordes åt det. Den som har loggen kan göra samma lista igen, och liggare incident exposure gör det."
      ),
      examples: [
        "liggare incident answer I-1 \"Six accounts were locked, and their logs read\""
      ],
      positionals: [Options.incident, Options.text],
      options: IncidentExposureVerbs.targets + [Options.by])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let id = try session.identifier("incident", IncidentID.self) else { return .usage }
    guard let row = ledger.register.incidents[id] else {
      throw QuestionVerbs.notFound(
        IncidentSubject.word, "\(id)",
        near: Suggestions.alike(
          "\(id)", among: ledger.register.incidents.ids.lazy.map { "\($0)" }))
    }
    let question = try IncidentExposureVerbs.question(
      of: row, session, ledger.register, at: session.ambient.now(), in: zone)
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let answer = AnswerExposure(
      incident: id, systems: question.systems.sorted(),
      entitlements: question.entitlements.sorted(), from: question.window.lowerBound,
      until: question.window.upperBound, by: by, what: session.command.required("text"))
    return try session.record(in: ledger, zone: zone, named: { ["\(id)"] }) { _ in
      [.init(.incident(.answerExposure(answer)))]
    }
  }

  static let measure = Verb(
    VerbDeclaration(
      "incident", "measure", kind: .writing,
      summary: Localized(
        en: "give a measure an owner and a date, or record that it is done",
        sv: "ge en åtgärd ansvarig och datum, eller registrera att den är gjord"),
      examples: [
        "liggare incident measure I-1 \"Two persons check each letter\" --owner eva.lind --due 2026-05-31",
        "liggare incident measure I-1 --done 1",
      ],
      positionals: [
        Options.incident,
        PositionalDeclaration(
          "text", .text,
          help: Localized(
            en: "what is to be done; left out with --done",
            sv: "vad som ska göras; utelämnas med --done"),
          isOptional: true),
      ],
      options: [
        OptionDeclaration(
          "owner", .person,
          help: Localized(en: "who answers for it", sv: "vem som ansvarar för den")),
        OptionDeclaration(
          "due", .moment,
          help: Localized(
            en: "by when (a day means its end)", sv: "senast när (en dag betyder dess slut)")),
        OptionDeclaration(
          "done", .number(from: 1),
          help: Localized(
            en: "the number of the measure that is done", sv: "numret på den åtgärd som är gjord")),
        Options.at, Options.by,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self) else { return .usage }
    let command = session.command
    if let number = command.integer("done") {
      let complete = CompleteMeasure(
        incident: incident, number: Int64(number), at: try Options.at(session, zone),
        by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger))
      return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
        [.init(.incident(.completeMeasure(complete)))]
      }
    }
    guard let text = command.string("text"),
      let owner = try session.optionalPerson("owner", in: ledger),
      let due = try session.moment("due", in: zone, dayMeans: .end)
    else {
      throw UsageError(
        UsageError.missingRequired,
        [
          .init(
            en: "needed", sv: "krävs",
            localized: Localized(
              en: "TEXT, --owner and --due; or --done", sv: "TEXT, --owner och --due; eller --done")
          )
        ])
    }
    let assign = AssignMeasure(incident: incident, what: text, owner: owner, due: due)
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.assignMeasure(assign)))]
    }
  }

  static let close = Verb(
    VerbDeclaration(
      "incident", "close", kind: .writing,
      summary: Localized(en: "close an incident", sv: "avsluta en incident"),
      discussion: Localized(
        en:
          "It is refused while anything is left, and everything that is left is told at once, each with the command that answers it; liggare incident show tells the same at any time. Never by its only reporter, nor by whose access caused it.",
        sv:
          "Det nekas medan något återstår, och allt som återstår anges på en gång, vart och ett med kommandot som besvarar det; liggare incident show anger detsamma när som helst. Aldrig av den enda rapportören, eller av den vars behörighet orsakade den."
      ),
      examples: [
        "liggare incident close I-1 --cause human-error --cause-text \"Two letters in one envelope\" --effects \"One person read it\" --lessons \"Check the envelope\""
      ],
      positionals: [Options.incident],
      options: [
        OptionDeclaration(
          "cause", CommonOptions.choices(RootCause.self),
          help: Localized(
            en: "why it could happen, in a word", sv: "varför den kunde hända, i ett ord")),
        OptionDeclaration(
          "cause-text", .text,
          help: Localized(
            en: "why it could happen, in free text", sv: "varför den kunde hända, i fritext")),
        OptionDeclaration(
          "effects", .text,
          help: Localized(en: "what it led to", sv: "vad den ledde till")),
        OptionDeclaration(
          "lessons", .text,
          help: Localized(en: "what is to be learnt", sv: "vad som går att lära")),
        OptionDeclaration.flag(
          "without-measures",
          help: Localized(
            en: "nothing is to be done, for the reason given",
            sv: "inget ska göras, av det skäl som anges")),
        Options.by,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self) else { return .usage }
    var close = CloseIncident(
      incident: incident,
      by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger))
    close.cause = try session.coded("cause", RootCause.self)
    close.causeText = session.command.string("cause-text")
    close.effects = session.command.string("effects")
    close.lessons = session.command.string("lessons")
    close.isWithoutMeasures = session.command.flag("without-measures")
    let asked = close
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(incident)"] }) {
      _ in [.init(.incident(.close(asked)))]
    }
  }

  static let followUp = Verb(
    VerbDeclaration(
      "incident", "follow-up", kind: .writing,
      summary: Localized(
        en: "record the follow-up of a closed incident",
        sv: "registrera uppföljningen av en avslutad incident"),
      examples: [
        "liggare incident follow-up I-1 follow-up \"The routine is in use\" --works yes",
        "liggare incident follow-up I-1 effect \"No letter went wrong since\" --works yes",
      ],
      positionals: [
        Options.incident,
        PositionalDeclaration(
          "stage", .text,
          help: Localized(
            en: "which follow-up, as the rules name it: follow-up or effect",
            sv: "vilken uppföljning, som reglerna benämner den: follow-up eller effect")),
        Options.text,
      ],
      options: [
        OptionDeclaration(
          "works", CommonOptions.choices(AnswerSoFar.self),
          help: Localized(en: "whether the measures work", sv: "om åtgärderna verkar"),
          isRequired: true),
        Options.by,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self),
      let stage = try session.identifier("stage", StageCode.self),
      let works = try session.coded("works", AnswerSoFar.self)
    else { return .usage }
    let followUp = FollowUpIncident(
      incident: incident, stage: stage, works: works,
      by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger),
      what: session.command.required("text"))
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.followUp(followUp)))]
    }
  }

  static let reopen = Verb(
    VerbDeclaration(
      "incident", "reopen", kind: .writing,
      summary: Localized(
        en: "open a closed incident again", sv: "öppna en avslutad incident igen"),
      discussion: Localized(
        en:
          "It is handled again: it is to be said anew when it is handled, and new measures are to be assigned. Assessments, notices and clocks stay.",
        sv:
          "Den hanteras igen: det ska anges på nytt när den är hanterad, och nya åtgärder ska beslutas. Prövningar, anmälningar och klockor står kvar."
      ),
      examples: ["liggare incident reopen I-1 \"The same letter went out again\""],
      positionals: [Options.incident, Options.text], options: [Options.by])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let incident = try session.identifier("incident", IncidentID.self) else { return .usage }
    let reopen = ReopenIncident(
      incident: incident,
      by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger),
      cause: session.command.required("text"))
    return try session.record(in: ledger, zone: zone, named: { ["\(incident)"] }) { _ in
      [.init(.incident(.reopen(reopen)))]
    }
  }

  static let all = [answer, measure, close, followUp, reopen]
}
