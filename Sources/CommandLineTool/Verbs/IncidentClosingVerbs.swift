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
          "The list of who could reach the systems or entitlements in the window of the incident is a file; its digest is recorded, with how many it names and how much of the log it was made from, and in words what was done about it. The window is that of the triage where nothing else is said.",
        sv:
          "Listan över vilka som kunde nå systemen eller behörigheterna under incidenten är en fil; dess kontrollsumma registreras, med hur många den anger och hur mycket av loggen den gjordes av, och i ord vad som gjordes åt det. Tiden är bedömningens om inget annat sägs."
      ),
      examples: [
        "liggare incident answer I-1 \"Six accounts were locked\" --system S-1 --list reach.csv --found 41"
      ],
      positionals: [Options.incident, Options.text],
      options: [
        OptionDeclaration(
          "system", .system,
          help: Localized(
            en: "a system that was asked about; those of the incident when left out",
            sv: "ett system som frågan gällde; incidentens om det utelämnas"), isRepeatable: true),
        OptionDeclaration(
          "entitlement", .entitlement,
          help: Localized(
            en: "an entitlement that was asked about", sv: "en behörighet som frågan gällde"),
          isRepeatable: true),
        OptionDeclaration(
          "list", .file, help: Localized(en: "the list", sv: "listan"), isRequired: true),
        OptionDeclaration(
          "found", .number(from: 0),
          help: Localized(en: "how many it names", sv: "hur många den anger"), isRequired: true),
        OptionDeclaration(
          "position", .number(from: 0),
          help: Localized(
            en: "how many events of the log it was made from; all when left out",
            sv: "hur många av loggens händelser den gjordes av; alla om det utelämnas")),
        OptionDeclaration(
          "from", .moment,
          help: Localized(en: "the first moment of the window", sv: "tidens första ögonblick")),
        OptionDeclaration(
          "until", .moment,
          help: Localized(en: "the last day or moment of it", sv: "dess sista dag eller ögonblick")),
        Options.by,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let id = try session.identifier("incident", IncidentID.self),
      let list = try session.digest(ofFile: "list"), let found = session.command.integer("found")
    else { return .usage }
    let now = session.ambient.now()
    let row = ledger.register.incidents[id]
    let standing = row?.standing(at: now)
    var systems: [SystemID] = []
    for text in session.command.strings("system") {
      guard let system = SystemID(text), ledger.register.systems.contains(system) else {
        throw QuestionVerbs.noSystem(text, ledger.register)
      }
      systems.append(system)
    }
    let rights = try session.command.strings("entitlement").map {
      try QuestionVerbs.entitlement($0, session, ledger.register)
    }
    if systems.isEmpty, rights.isEmpty {
      systems = row?.systems(at: now, in: ledger.register) ?? []
    }
    let period = try session.period(in: zone)
    let from = period.from ?? standing?.triage?.from ?? row?.report.noticed ?? now
    let until = period.until ?? standing?.triage?.until ?? standing?.handled ?? now
    let answer = AnswerExposure(
      incident: id, systems: systems, entitlements: rights, from: from,
      until: max(until, from.advanced(byMilliseconds: 1)),
      asOf: session.command.integer("position").map(Int64.init)
        ?? Int64(clamping: ledger.register.position),
      rows: Int64(found), list: list,
      by: try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger),
      what: session.command.required("text"))
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
