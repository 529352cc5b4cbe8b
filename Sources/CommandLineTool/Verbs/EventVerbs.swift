import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Deciders
import Diagnostics
import EventSourcing
import EventStore
import Events
import IdentityRegister
import Projections
import Transparency

/// Single events: how they read, and what is corrected in them.
enum EventVerbs {
  static let correct = Verb(
    VerbDeclaration(
      "event", "correct", kind: .writing,
      summary: Localized(
        en: "correct an earlier event, which stays as it was and reads otherwise",
        sv: "rätta en tidigare händelse, som står kvar och läses på annat sätt"),
      discussion: Localized(
        en:
          "Nothing in the log is changed: the correction is an event of its own, and every answer from then on reads the earlier one as corrected. --original and --known-at show what was read before. Give --field with --value, without --value to leave the field out, or --void when nothing of it should have been recorded. A correction is undone by making it void in turn. Values are typed as elsewhere: days, names, identifiers, lists with commas. The field “effective” is the time from which the event holds. Nobody corrects what concerns themselves.",
        sv:
          "Inget i loggen ändras: rättelsen är en egen händelse, och alla svar därefter läser den tidigare som rättad. --original och --known-at visar vad som lästes innan. Ange --field med --value, utan --value för att utelämna fältet, eller --void när inget av den borde ha registrerats. En rättelse upphävs genom att i sin tur förklaras ogiltig. Värden skrivs som annars: dagar, namn, beteckningar, listor med komman. Fältet ”effective” är den tid från vilken händelsen gäller. Ingen rättar det som rör en själv."
      ),
      examples: [
        "liggare event correct 17 --field until --value 2026-06-30 --reason \"The decision says June\" --decided-by siv.dahl --case \"SN 2026/12\"",
        "liggare event correct 17 --void --reason \"Recorded twice\" --decided-by siv.dahl --case \"SN 2026/12\"",
      ],
      positionals: [Options.position],
      options: [
        OptionDeclaration(
          "field", .text,
          help: Localized(
            en: "the field that was wrong; liggare event show names them",
            sv: "fältet som var fel; liggare event show anger dem")),
        OptionDeclaration(
          "value", .text,
          help: Localized(
            en: "what it should hold; when left out, the field is left out",
            sv: "vad det ska innehålla; om det utelämnas tas fältet bort")),
        OptionDeclaration.flag(
          "void",
          help: Localized(
            en: "it should not have been recorded at all",
            sv: "den borde inte ha registrerats alls")),
        OptionDeclaration(
          "decided-by", .person,
          help: Localized(
            en: "who decides on the correction; you when left out",
            sv: "vem som beslutar om rättelsen; du om det utelämnas")),
      ])
  ) { session in
    let isVoid = session.command.flag("void")
    let field = session.command.string("field")
    try check(isVoid, field, hasValue: session.command.string("value") != nil)
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let position = UInt64(session.command.integer("position") ?? 0)
    let decider =
      try session.optionalPerson("decided-by", in: ledger) ?? session.actor(in: ledger)
    let seen = ledger.corrections.corrections(of: position).count
    guard position < ledger.log.head.size, let recorded = try ledger.event(at: position) else {
      throw noEvent(position, ledger)
    }
    var change = CorrectEvent.Change.void
    if let field {
      change = try TypedField(session: session, ledger: ledger, zone: zone)
        .change(field, to: session.command.string("value"), in: recorded.event.kind)
    }
    let told = difference(recorded, change, ledger, session, zone)
    if session.command.flag("dry-run")
      || session.console.isInputTerminal() && !session.command.flag("yes")
    {
      session.tell(told)
    }
    let command = CorrectEvent(
      position: position, change: change, decider: decider, seen: seen)
    return try session.record(
      in: ledger, zone: zone, isGrave: true, named: { [told.text(in: session.language)] }
    ) { _ in [.init(.correct(command))] }
  }

  /// Refuses a command line that says neither what was wrong nor that all of it was, or both.
  private static func check(_ isVoid: Bool, _ field: String?, hasValue: Bool) throws {
    let other = field != nil ? "--field" : hasValue ? "--value" : nil
    if isVoid, let other {
      throw UsageError(
        UsageError.conflictingOptions,
        [
          .init(en: "option", sv: "flagga", "--void"),
          .init(en: "does not go with", sv: "går inte ihop med", other),
        ])
    }
    if !isVoid, field == nil {
      throw UsageError(
        UsageError.missingRequired,
        [
          .init(en: "verb", sv: "verb", "event correct"),
          .init(en: "missing", sv: "saknas", "--field, --void"),
        ])
    }
  }

  /// `17 until: 2026-12-31 → 2026-06-30`.
  private static func difference(
    _ recorded: Recorded<AccessEvent>, _ change: CorrectEvent.Change, _ ledger: Ledger,
    _ session: VerbSession, _ zone: TimeZoneRules
  ) -> Localized {
    let names = NameLookup(ledger, LookupTrouble(), at: session.ambient.now())
    var phrasing = Phrasing(names: { names.identity(of: $0)?.name }, zone: zone)
    phrasing.masks = { names.mask(of: $0) }
    phrasing.language = session.language
    let reading = ledger.corrections.reading(of: recorded)
    func value(_ json: String?, _ field: String) -> Localized {
      phrasing.value(json.map(EventCorrected.plain), of: field)
    }
    let (field, after): (String, Localized)
    switch change {
    case .void:
      return Localized(
        en: "\(recorded.position) is void", sv: "\(recorded.position) är ogiltig")
    case .value(let name, let json): (field, after) = (name, value(json, name))
    case .text(let name, _):
      (field, after) = (name, Localized(en: "the new text", sv: "den nya texten"))
    }
    let before =
      reading.map { value($0.text(of: field), field) } ?? Localized(en: "void", sv: "ogiltig")
    return Localized(
      en: "\(recorded.position) \(field): \(before.english) → \(after.english)",
      sv: "\(recorded.position) \(field): \(before.swedish) → \(after.swedish)")
  }

  private static func noEvent(_ position: UInt64, _ ledger: Ledger) -> VerbFailure {
    VerbFailure(
      .notFound,
      ReferenceCodes.unknown.diagnostic(
        .init(en: "position", sv: "position", "\(position)"),
        .init(en: "events", sv: "händelser", "\(ledger.log.head.size)")))
  }

  static let show = Verb(
    VerbDeclaration(
      "event", "show", kind: .reading,
      summary: Localized(
        en: "show one event: in words, field by field, as a line, and its corrections",
        sv: "visa en händelse: i ord, fält för fält, som rad, och dess rättelser"),
      examples: ["liggare event show 17", "liggare event show 17 --original"],
      positionals: [Options.position],
      sharedOptionNames: ["format", "out", "no-header", "known-at", "original", "profile"])
  ) { session in
    let asked = try QuestionSession(session)
    let position = UInt64(session.command.integer("position") ?? 0)
    guard position < asked.question.register.position,
      let recorded = try asked.ledger.event(at: position)
    else { throw noEvent(position, asked.ledger) }
    var line = ""
    try asked.ledger.log.read(from: position) { record in
      line = String(decoding: record.line, as: UTF8.self)
      return .stop
    }
    try asked.answer(EventCard.card(recorded, line: line, asked.question))
    return .done
  }

  static let list = Verb(
    VerbDeclaration(
      "event", "list", kind: .reading,
      summary: Localized(
        en: "list events; those that were corrected with --corrected",
        sv: "lista händelser; de som rättats med --corrected"),
      examples: ["liggare event list --corrected"],
      options: QuestionVerbs.logOptions + [
        OptionDeclaration.flag(
          "corrected",
          help: Localized(
            en: "only events that were corrected, and the corrections",
            sv: "bara händelser som rättats, och rättelserna"))
      ], sharedOptionNames: ["format", "out", "no-header", "known-at", "original", "profile"])
  ) { session in
    try QuestionVerbs.showLog(session)
    return .done
  }

  static let all = [correct, show, list]

  enum Options {
    static let position = PositionalDeclaration(
      "position", .number(from: 0),
      help: Localized(en: "the event's place in the log", sv: "händelsens plats i loggen"))
  }
}
