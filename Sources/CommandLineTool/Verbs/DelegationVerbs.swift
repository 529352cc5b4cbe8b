import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Delegation orders: their lines, whole versions of them, and reports to the body.
enum DelegationVerbs {
  static let grant = Verb(
    VerbDeclaration(
      "delegation", "grant", kind: .writing,
      summary: Localized(
        en: "let a position decide in a body's place",
        sv: "låt en befattning besluta i ett organs ställe"
      ),
      discussion: Localized(
        en:
          "One line of a delegation order. It covers entitlements of the group of matters in the body's systems and in common ones. Give --effective, the day the body decided, when that is not today. With --parent the head of administration delegates on.",
        sv:
          "En rad i en delegationsordning. Den omfattar ärendegruppens behörigheter i organets system och i gemensamma. Ange --effective, dagen då organet beslutade, om det inte är i dag. Med --parent vidaredelegerar förvaltningschefen."
      ),
      examples: [
        "liggare delegation grant --order \"Delegation order\" --version 1 --body U-4 --position head-of-care --matter access-care --level 3 --case \"SN 2026/1\""
      ],
      options: Options.order + [
        OptionDeclaration(
          "position", .text,
          help: Localized(en: "the position that may decide", sv: "befattningen som får besluta"),
          isRequired: true),
        OptionDeclaration(
          "matter", .text,
          help: Localized(en: "the group of matters", sv: "ärendegruppen"), isRequired: true),
        OptionDeclaration(
          "unit", .unit,
          help: Localized(
            en:
              "where the position must be, with all units below; anywhere below the body when left out",
            sv:
              "var befattningen ska finnas, med alla enheter under; var som helst under organet om det utelämnas"
          )),
        OptionDeclaration(
          "level", .number(0...4),
          help: Localized(
            en: "the highest level of confidentiality or integrity; all when left out",
            sv: "högsta nivån av konfidentialitet eller riktighet; alla om det utelämnas")),
        OptionDeclaration(
          "account", CommonOptions.choices(AccountKind.self),
          help: Localized(
            en: "a kind of account it covers; all when left out",
            sv: "ett kontoslag som den omfattar; alla om det utelämnas"), isRepeatable: true),
        OptionDeclaration(
          "entity", .unit,
          help: Localized(
            en: "a committee or company whose people it covers; the body's own when left out",
            sv: "en nämnd eller ett bolag vars folk den omfattar; organets eget om det utelämnas"),
          isRepeatable: true),
        OptionDeclaration.flag(
          "may-subdelegate",
          help: Localized(
            en: "the head of administration may delegate it on",
            sv: "förvaltningschefen får vidaredelegera")),
        OptionDeclaration.flag(
          "not-reported",
          help: Localized(
            en: "decisions on it are not reported to the body",
            sv: "beslut på den anmäls inte till organet")),
        OptionDeclaration(
          "parent", .text,
          help: Localized(
            en: "the line it is delegated on from, such as DL-1",
            sv: "raden den vidaredelegeras från, till exempel DL-1")),
        OptionDeclaration(
          "delegated-by", .person,
          help: Localized(
            en: "the head of administration who delegates on",
            sv: "förvaltningschefen som vidaredelegerar")),
        OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
        OptionDeclaration("id", .text, help: OrganisationVerbs.Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let body = try session.unit("body", in: ledger),
      let position = try session.identifier("position", PositionCode.self),
      let matter = try session.identifier("matter", MatterCode.self)
    else { return .usage }
    let unit = try session.unit("unit", in: ledger)
    let entities = try command.strings("entity").map {
      try session.unit($0, of: "entity", in: ledger)
    }
    let parent = try session.identifier("parent", DelegationID.self)
    let delegatedBy = try session.optionalPerson("delegated-by", in: ledger)
    let (from, until) = try session.period(in: zone)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    let given = try session.identifier("id", DelegationID.self)
    var line = DelegationID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(line)"] }) {
      ledger throws(LedgerError) in
      line = given ?? DelegationID(number: ledger.register.delegations.nextNumber)
      return [
        .init(
          .delegation(
            .grant(
              GrantDelegation(
                delegation: line, order: command.required("order"),
                version: Int64(command.integer("version") ?? 1), body: body, position: position,
                unit: unit, matter: matter, levelMax: command.integer("level").map(Int64.init),
                accounts: command.strings("account").compactMap { AccountKind.codes[$0] },
                entities: entities, maySubdelegate: command.flag("may-subdelegate"),
                reporting: command.flag("not-reported") ? .notReported : .reported,
                parent: parent, delegatedBy: delegatedBy,
                from: from ?? effective ?? session.recordingMoment(in: ledger), until: until))))
      ]
    }
  }

  static let adopt = Verb(
    VerbDeclaration(
      "delegation", "adopt", kind: .writing,
      summary: Localized(
        en: "record a whole delegation order from a file",
        sv: "registrera en hel delegationsordning från en fil"),
      discussion: Localized(
        en:
          "The file is a table of separated values in UTF-8 with a heading; each row is a line of the order, and all are one signed batch, recorded whole or not at all. From its first moment a version replaces every line of the earlier ones.\n\n  position         the position that may decide\n  matter           the group of matters\n  unit             where the position must be; empty for anywhere in the body\n  level            the highest level, 0 to 4; empty for all\n  accounts         kinds of account, parted by |; empty for all\n  entities         committees or companies, parted by |; empty for the own\n  may-subdelegate  yes or no; empty for no\n  reporting        reported or not-reported; empty for reported\n  from, until      the first and the last day; empty for the order's, and none",
        sv:
          "Filen är en tabell med avgränsade värden i UTF-8 med rubrikrad; varje rad är en rad i delegationsordningen, och alla är en signerad omgång som registreras helt eller inte alls. Från sin första stund ersätter en version varje rad i de tidigare.\n\n  position         befattningen som får besluta\n  matter           ärendegruppen\n  unit             var befattningen ska finnas; tomt för hela organet\n  level            högsta nivån, 0 till 4; tomt för alla\n  accounts         kontoslag, åtskilda med |; tomt för alla\n  entities         nämnder eller bolag, åtskilda med |; tomt för det egna\n  may-subdelegate  yes eller no; tomt för no\n  reporting        reported eller not-reported; tomt för reported\n  from, until      första och sista dagen; tomt för ordningens, och ingen"
      ),
      examples: [
        "liggare delegation adopt order.csv --order \"Delegation order\" --version 2 --body U-4 --effective 2026-03-24 --case \"SN 2026/31\""
      ],
      positionals: [
        PositionalDeclaration(
          "file", .file, help: Localized(en: "the table", sv: "tabellen"))
      ], options: Options.order)
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let body = try session.unit("body", in: ledger) else { return .usage }
    let reading = try DelegationOrderReading(at: session.command.required("file"))
    let from = try session.moment("from", in: zone, dayMeans: .start)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    let order = DelegationOrderReading.Order(
      name: session.command.required("order"),
      version: Int64(session.command.integer("version") ?? 1), body: body,
      from: from ?? effective ?? session.recordingMoment(in: ledger))
    // What each row says is found out once; only its identifier depends on what others have recorded meanwhile.
    let lines = try reading.commands(for: order, in: zone) {
      try session.unit($0, of: "file", in: ledger)
    }
    let hasOwnFrom = from != nil || effective != nil
    var named: [String] = []
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { named }) {
      ledger throws(LedgerError) in
      let first = ledger.register.delegations.nextNumber
      let moment = session.recordingMoment(in: ledger)
      named = lines.isEmpty ? [] : ["DL-\(first)–DL-\(first + lines.count - 1)"]
      return lines.enumerated().map { offset, line in
        var line = line
        line.delegation = DelegationID(number: first + offset)
        if !hasOwnFrom, line.from == order.from { line.from = max(line.from, moment) }
        return .init(.delegation(.grant(line)))
      }
    }
  }

  static let revoke = Verb(
    VerbDeclaration(
      "delegation", "revoke", kind: .writing,
      summary: Localized(en: "take a delegation back", sv: "återkalla en delegation"),
      discussion: Localized(
        en: "It holds no more from now on, or after a last day. Decisions made on it before stand.",
        sv:
          "Den gäller inte längre från och med nu, eller efter en sista dag. Beslut som fattats på den dessförinnan står fast."
      ),
      examples: ["liggare delegation revoke DL-1 --reason \"The committee decides itself\""],
      positionals: [Options.delegation], options: [OrganisationVerbs.Options.lastDay])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let line = try session.identifier("delegation", DelegationID.self) else { return .usage }
    let revoke = RevokeDelegation(delegation: line, lastDay: session.command.day("last-day"))
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(line)"] }) { _ in
      [.init(.delegation(.revoke(revoke)))]
    }
  }

  static let report = Verb(
    VerbDeclaration(
      "delegation", "report", kind: .writing,
      summary: Localized(
        en: "record that a period's decisions were reported to the body",
        sv: "registrera att en periods beslut har anmälts till organet"),
      discussion: Localized(
        en:
          "Covers what liggare delegation decisions lists for the same period, except what was reported before and what --leave names.",
        sv:
          "Omfattar det som liggare delegation decisions listar för samma period, utom det som anmälts tidigare och det som --leave anger."
      ),
      examples: [
        "liggare delegation report --body U-4 --meeting 2026-03-24 --from 2026-02-01 --until 2026-02-28 --minutes \"SN 2026-03-24 § 31\""
      ],
      options: [
        Options.body,
        OptionDeclaration(
          "meeting", .day, help: Localized(en: "the day of the meeting", sv: "sammanträdesdagen"),
          isRequired: true),
      ] + Options.span + [
        OptionDeclaration(
          "minutes", .text,
          help: Localized(
            en: "the minutes' reference, with the paragraph", sv: "protokollet, med paragrafen"),
          isRequired: true),
        OptionDeclaration(
          "leave", .request,
          help: Localized(
            en: "a decision that is left for another meeting",
            sv: "ett beslut som lämnas till ett annat sammanträde"), isRepeatable: true),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let body = try session.unit("body", in: ledger),
      let meeting = session.command.day("meeting"),
      case (let from?, let until?) = try session.period(in: zone)
    else { return .usage }
    let left = try session.command.strings("leave").map { text in
      guard let id = RequestID(text) else {
        throw session.malformed("leave", text, Localized(verbatim: "R-1"))
      }
      return id
    }
    let report = ReportDelegatedDecisions(
      body: body, meeting: meeting, from: from, until: until, left: left,
      minutes: session.command.required("minutes"))
    var named: [String] = []
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { named }) {
      ledger throws(LedgerError) in
      let before = ledger.register.reportedRequests(at: session.recordingMoment(in: ledger))
      named = ledger.register.delegatedDecisions(of: body, from: from, until: until).map(\.id)
        .filter { !before.contains($0) && !left.contains($0) }.map { "\($0)" }
      return [.init(.delegation(.report(report)))]
    }
  }

  static let all = [grant, adopt, revoke, report]

  enum Options {
    static let delegation = PositionalDeclaration(
      "delegation", .text,
      help: Localized(
        en: "the line, such as DL-1", sv: "raden, till exempel DL-1"))
    static let body = OptionDeclaration(
      "body", .unit,
      help: Localized(
        en: "the committee, board or company", sv: "nämnden, styrelsen eller bolaget"),
      isRequired: true)
    static let order = [
      OptionDeclaration(
        "order", .text,
        help: Localized(en: "what the order is called", sv: "vad delegationsordningen heter"),
        isRequired: true),
      OptionDeclaration(
        "version", .number(from: 1),
        help: Localized(
          en: "its version; a later one replaces the earlier; 1 when left out",
          sv: "dess version; en senare ersätter de tidigare; 1 om det utelämnas")),
      body,
      OptionDeclaration("from", .moment, help: OrganisationVerbs.Options.from),
    ]
    static let span = [
      OptionDeclaration(
        "from", .moment,
        help: Localized(
          en: "the first day of the period", sv: "periodens första dag"),
        isRequired: true),
      OptionDeclaration(
        "until", .moment,
        help: Localized(
          en: "the last day of the period, included", sv: "periodens sista dag, inräknad"),
        isRequired: true),
    ]
  }
}
