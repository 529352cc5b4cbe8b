import AccessLedger
import AuditViews
import Chronology
import Diagnostics
import EventSourcing
import Events
import Exports
import Projections

/// The events of the log, as other programs read them: one after another, so that the longest log needs no more memory than a short one.
enum EventExportVerbs {
  private static let stretch = [
    OptionDeclaration(
      "from", .text,
      help: Localized(
        en: "the first position, or since when it was recorded",
        sv: "första positionen, eller sedan när det registrerades")),
    OptionDeclaration(
      "to", .text,
      help: Localized(
        en: "the last position, or until when it was recorded (a day means its end)",
        sv: "sista positionen, eller till när det registrerades (en dag betyder dess slut)")),
  ]

  static let ocsf = Verb(
    VerbDeclaration(
      "export", "ocsf", kind: .tool,
      summary: Localized(
        en: "give the events as OCSF, for security monitoring",
        sv: "ge händelserna som OCSF, för säkerhetsövervakning"),
      discussion: Localized(
        en:
          "One JSON object on each line, by OCSF 1.8.0. Access given and taken is User Access Management (3005), persons and accounts are Account Change (3001), incidents Incident Finding (2005), flags Compliance Finding (2003), and everything else Entity Management (3004). metadata.uid is the log's name and the position: whoever reads a stretch again knows each event. time is when it holds, metadata.logged_time when it was recorded; what the standard has no place for is in unmapped. With --findings, what stands against the rules at --as-of follows after the events. Protected identities have no name in it.",
        sv:
          "Ett JSON-objekt per rad, enligt OCSF 1.8.0. Åtkomst som ges och tas bort är User Access Management (3005), personer och konton är Account Change (3001), incidenter Incident Finding (2005), flaggor Compliance Finding (2003), och allt annat Entity Management (3004). metadata.uid är loggens namn och positionen: den som läser en del igen känner igen varje händelse. time är när det gäller, metadata.logged_time när det registrerades; det som standarden inte har plats för finns i unmapped. Med --findings följer efter händelserna det som strider mot reglerna vid --as-of. Skyddade identiteter har inget namn i den."
      ),
      examples: [
        "liggare export ocsf --out events.jsonl", "liggare export ocsf --from 100",
        "liggare export ocsf --from 2026-03-01 --to 2026-03-31 --findings",
      ],
      options: stretch + [
        OptionDeclaration.flag(
          "findings",
          help: Localized(
            en: "tell also what stands against the rules",
            sv: "ta även med det som strider mot reglerna")),
        ExportVerbs.out,
      ] + ExportVerbs.moments, sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let asked = try QuestionSession(session)
    let export = OCSFExport(asked.question, origin: asked.origin)
    let wantsFindings = session.command.flag("findings")
    try give(asked, also: wantsFindings ? OCSFExport.views : []) { recorded in
      JSONText.line(export.event(recorded))
    } last: {
      wantsFindings ? export.findings().map(JSONText.line) : []
    }
    return .done
  }

  static let syslog = Verb(
    VerbDeclaration(
      "export", "syslog", kind: .tool,
      summary: Localized(
        en: "give the events as messages of syslog", sv: "ge händelserna som meddelanden för syslog"
      ),
      discussion: Localized(
        en:
          "One message on each line, by RFC 5424, in facility 13, the log of audits. The structured data tells the position, the stream, who recorded it and when it holds; its name ends in the enterprise number, which is the one for documentation unless --enterprise gives your own. Protected identities have no name in it.",
        sv:
          "Ett meddelande per rad, enligt RFC 5424, i facilitet 13, granskningsloggen. De strukturerade uppgifterna anger position, ström, vem som registrerade och när det gäller; deras namn slutar på ett företagsnummer, som är det för dokumentation om inte --enterprise anger ert eget. Skyddade identiteter har inget namn i den."
      ),
      examples: [
        "liggare export syslog --from 2026-03-01", "liggare export syslog --enterprise 99999",
      ],
      options: stretch + [
        OptionDeclaration(
          "enterprise", .number(1...4_294_967_295),
          help: Localized(
            en: "your private enterprise number", sv: "ert privata företagsnummer (PEN)")),
        ExportVerbs.out,
      ] + ExportVerbs.moments.filter { $0.name == "known-at" },
      sharedOptionNames: ["ledger", "lang"])
  ) { session in
    let asked = try QuestionSession(session)
    let export = SyslogExport(
      asked.question, origin: asked.origin,
      enterprise: session.command.integer("enterprise") ?? SyslogExport.documentationEnterprise)
    try give(asked, also: []) { export.line(for: $0) }
    return .done
  }

  /// Hands out a line for each event of the stretch that was asked for, and what follows after them.
  private static func give(
    _ asked: QuestionSession, also questions: [String],
    _ line: (borrowing Recorded<AccessEvent>) -> [UInt8], last: () -> [[UInt8]] = { [] }
  ) throws {
    let filter = try filter(asked)
    // What has been written cannot be taken back.
    asked.ledger.register.checkAll()
    for question in [EventLog.description.name] + questions { try asked.note(question) }
    let sink = ExportSink(asked)
    try QuestionVerbs.forEachEvent(asked, filter) { recorded in
      if let from = filter.from, recorded.recorded < from { return }
      if let to = filter.to, recorded.recorded >= to { return }
      try sink.add(line(recorded))
    }
    for line in last() { try sink.add(line) }
    try sink.finish()
  }

  /// The stretch: a number is a position, all else a moment of record.
  private static func filter(_ asked: QuestionSession) throws -> LogFilter {
    let session = asked.session
    var filter = LogFilter()
    if let position = session.command.string("from").flatMap(UInt64.init) {
      filter.fromPosition = position
    } else {
      filter.from = try session.moment("from", in: asked.zone, dayMeans: .start)
    }
    if let position = session.command.string("to").flatMap(UInt64.init) {
      filter.toPosition = position
    } else {
      filter.to = try session.moment("to", in: asked.zone, dayMeans: .end)
    }
    return filter
  }
}
