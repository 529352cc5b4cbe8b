import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Events
import Policies
import Projections

/// Disposal of what is kept beside the log, on a decision, and what stops it.
enum DisposalVerbs {
  static let decide = Verb(
    VerbDeclaration(
      "disposal", "decide", kind: .writing,
      summary: Localized(
        en: "record a body's decision on disposal", sv: "registrera ett organs gallringsbeslut"),
      discussion: Localized(
        en:
          "The decision says which records, how long they are kept after their end, and from when it may be carried out. Its case number is the reference that every tombstone points to. Nothing is disposed of until liggare disposal carry-out.",
        sv:
          "Beslutet anger vilka uppgifter, hur länge de bevaras efter sitt slut, och från när det får verkställas. Diarienumret är den referens som varje kvarvarande uppgift pekar på. Inget gallras förrän liggare disposal carry-out."
      ),
      examples: [
        "liggare disposal decide --body U-1 --records grants --keep P10Y --case \"KS 2026/41\"",
        "liggare disposal decide --body U-4 --records requests --keep P2Y --system S-1 --case \"SN 2026/7\"",
      ],
      options: [
        OptionDeclaration(
          "body", .unit,
          help: Localized(
            en: "the council, board, committee or company that decided",
            sv: "fullmäktige, styrelsen, nämnden eller bolaget som beslutade"), isRequired: true),
        OptionDeclaration(
          "records", CommonOptions.choices(RetentionClass.self),
          help: Localized(en: "records of which kind", sv: "uppgifter av vilket slag"),
          isRequired: true),
        OptionDeclaration(
          "keep", .text,
          help: Localized(
            en: "how long they are kept after their end: P10Y, P18M",
            sv: "hur länge de bevaras efter sitt slut: P10Y, P18M"), isRequired: true),
        OptionDeclaration(
          "system", .system,
          help: Localized(en: "in this system alone", sv: "endast i detta system")),
        OptionDeclaration(
          "ended-before", .moment,
          help: Localized(
            en: "only what ended before this moment (a day means its start)",
            sv: "endast det som upphört före denna tidpunkt (en dag betyder dess början)")),
        OptionDeclaration(
          "from", .moment,
          help: Localized(
            en: "when it may first be carried out; else now",
            sv: "när det tidigast får verkställas; annars nu")),
        OptionDeclaration("id", .text, help: OrganisationVerbs.Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let body = try session.unit("body", in: ledger),
      let retention = try session.coded("records", RetentionClass.self)
    else { return .usage }
    let months = try keepMonths(session)
    let system = try session.identifier("system", SystemID.self)
    let before = try session.moment("ended-before", in: zone, dayMeans: .start)
    let from = try session.moment("from", in: zone, dayMeans: .start)
    let given = try session.identifier("id", DisposalID.self)
    var decision = DisposalID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(decision)"] }) {
      ledger throws(LedgerError) in
      decision = given ?? ledger.register.nextDisposal
      return [
        .init(
          .disposal(
            .decide(
              DecideDisposal(
                disposal: decision, body: body, retention: retention, keepMonths: months,
                system: system, endedBefore: before,
                from: from ?? session.recordingMoment(in: ledger)))))
      ]
    }
  }

  static let carryOut = Verb(
    VerbDeclaration(
      "disposal", "carry-out", kind: .writing,
      summary: Localized(
        en: "dispose of what a decision covers, for good",
        sv: "gallra det som ett beslut omfattar, för gott"),
      discussion: Localized(
        en:
          "Destroys the free texts of everything that the decision covers and that has been kept long enough: needs, reasons, conditions and their salts leave the identity register. The log stays as it is, with the commitments, and every proof holds. What has effect, must still be removed or is under a legal hold is left alone. It takes a custodian who signs and an archivist who approves. --dry-run shows what it would be. Copies of the folder made before are beyond the program's reach.",
        sv:
          "Förstör fritexterna för allt som beslutet omfattar och som har bevarats tillräckligt länge: behov, skäl och villkor med sina salter försvinner ur identitetsregistret. Loggen står kvar som den är, med sina åtaganden, och alla bevis håller. Det som gäller, som ännu ska tas bort eller som har gallringsstopp lämnas orört. Det krävs en registeransvarig som signerar och en arkivarie som godkänner. --dry-run visar vad det skulle bli. Kopior av mappen som gjorts tidigare når programmet inte."
      ),
      examples: [
        "liggare disposal carry-out DI-1 --approved-by eva.lind --dry-run",
        "liggare disposal carry-out DI-1 --approved-by eva.lind --case \"KS 2036/4\"",
      ],
      positionals: [
        PositionalDeclaration(
          "decision", .text,
          help: Localized(en: "the decision, such as DI-1", sv: "beslutet, till exempel DI-1"))
      ],
      options: [
        OptionDeclaration(
          "approved-by", .person,
          help: Localized(
            en: "the archivist who approved it", sv: "arkivarien som godkänt det"),
          isRequired: true)
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let approver = try session.optionalPerson("approved-by", in: ledger) else {
      return .usage
    }
    let decision = try found(session, in: ledger)
    func heldBack(_ ledger: Ledger) -> [Diagnostic] {
      ledger.register.heldBack(
        from: decision.decided, at: session.recordingMoment(in: ledger), in: zone)
    }
    let isNothing = try ledger.disposals(on: decision, approvedBy: approver).isEmpty
    let held = heldBack(ledger)
    guard !isNothing || !held.isEmpty else {
      try session.answer(
        Localized(
          en: "There is nothing to dispose of under \(decision.decided.disposal) now.",
          sv: "Det finns inget att gallra enligt \(decision.decided.disposal) nu."))
      return .done
    }
    if !isNothing, !held.isEmpty {
      session.tell(
        Localized(
          en: "Held, and left as it is: \(held.count). liggare disposal holds.",
          sv: "Har gallringsstopp och lämnas som det är: \(held.count). liggare disposal holds."))
    }
    var matters: [String] = []
    return try session.record(
      in: ledger, zone: zone, isGrave: true,
      named: {
        ["\(decision.decided.disposal)"] + matters.prefix(namedMax)
          + (matters.count > namedMax ? ["…"] : [])
      }
    ) { ledger throws(LedgerError) in
      let commands = try ledger.disposals(on: decision, approvedBy: approver)
      // There was nothing else to dispose of.
      if commands.isEmpty { throw .refused(Array(heldBack(ledger).prefix(namedMax))) }
      matters = commands.flatMap { $0.grants.map { "\($0)" } + $0.requests.map { "\($0)" } }
      return commands.map { .init(.disposal(.carryOut($0))) }
    }
  }

  static let hold = Verb(
    VerbDeclaration(
      "disposal", "hold", kind: .writing,
      summary: Localized(
        en: "let nothing about one thing be disposed of", sv: "inför ett gallringsstopp"),
      discussion: Localized(
        en:
          "A dispute, an audit or a request for disclosure may need what a decision would let go. While the hold is in force nothing about the person, system, grant or request is disposed of, and the person is not erased.",
        sv:
          "En tvist, en revision eller en begäran om utlämnande kan behöva det som ett beslut annars släpper. Så länge stoppet gäller gallras inget om personen, systemet, tilldelningen eller begäran, och personen raderas inte."
      ),
      examples: [
        "liggare disposal hold G-1 --reason \"The decision is appealed\" --case \"KS 2026/9\"",
        "liggare disposal hold bo.ek --reason \"Claim for damages\" --case \"KS 2026/12\"",
      ],
      positionals: [
        PositionalDeclaration(
          "target", .person,
          help: Localized(
            en: "a person, a system, a grant or a request",
            sv: "en person, ett system, en tilldelning eller en begäran"))
      ],
      options: [OptionDeclaration("id", .text, help: OrganisationVerbs.Options.id)])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let target = try target(session, in: ledger)
    let given = try session.identifier("id", HoldID.self)
    var hold = HoldID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(hold)"] }) {
      ledger throws(LedgerError) in
      hold = given ?? ledger.register.nextHold
      return [.init(.disposal(.hold(SetHold(hold: hold, target: target))))]
    }
  }

  static let release = Verb(
    VerbDeclaration(
      "disposal", "release", kind: .writing,
      summary: Localized(en: "end a legal hold", sv: "häv ett gallringsstopp"),
      examples: ["liggare disposal release H-1 --reason \"The appeal is decided\""],
      positionals: [
        PositionalDeclaration(
          "hold", .text,
          help: Localized(en: "the hold, such as H-1", sv: "gallringsstoppet, till exempel H-1"))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let hold = try session.identifier("hold", HoldID.self) else { return .usage }
    return try session.record(in: ledger, zone: zone, named: { ["\(hold)"] }) { _ in
      [.init(.disposal(.release(LiftHold(hold: hold))))]
    }
  }

  static let list = list(
    "list", Disposals.self,
    Localized(
      en: "list the decisions on disposal, and what was disposed of",
      sv: "lista gallringsbesluten, och vad som gallrats"),
    options: [ViewVerbs.Options.system])

  static let holds = list(
    "holds", Holds.self,
    Localized(en: "list the legal holds in force", sv: "lista gällande gallringsstopp"),
    options: [ViewVerbs.Options.person, ViewVerbs.Options.system])

  static let all = [decide, carryOut, hold, release, list, holds]

  private static func list(
    _ name: String, _ view: any RegisterView.Type, _ summary: Localized,
    options: [OptionDeclaration]
  ) -> Verb {
    Verb(
      VerbDeclaration(
        "disposal", name, kind: .reading, summary: summary,
        examples: ["liggare disposal \(name)"], options: options + TableOrdering.options)
    ) { session in
      let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
      try asked.answer(view)
      return .done
    }
  }

  /// How many grants and requests are named when they are disposed of.
  private static let namedMax = 20

  /// The months that records are kept, as years and months.
  private static func keepMonths(_ session: VerbSession) throws -> Int64 {
    let text = session.command.required("keep")
    guard let duration = CalendarDuration(text), !duration.hasTimePart, duration.weeks == 0,
      duration.days == 0
    else {
      throw session.malformed(
        "keep", text,
        Localized(
          en: "years and months, such as P10Y or P18M", sv: "år och månader, som P10Y eller P18M"))
    }
    return Int64(duration.years) * 12 + Int64(duration.months)
  }

  private static func found(_ session: VerbSession, in ledger: Ledger) throws -> DisposalRow {
    let text = session.command.required("decision")
    let register = ledger.register
    guard let id = DisposalID(text), let row = register.disposal(id) else {
      throw QuestionVerbs.notFound(
        DisposalSubject.word, text,
        near: Suggestions.alike(
          text, among: register.disposals.lazy.map { "\($0.decided.disposal)" }))
    }
    return row
  }

  private static func target(_ session: VerbSession, in ledger: Ledger) throws -> StreamID {
    let text = session.command.required("target")
    let register = ledger.register
    if let id = GrantID(text), register.grants.contains(id) { return StreamID(.grant, id) }
    if let id = RequestID(text), register.requests.contains(id) { return StreamID(.request, id) }
    if let id = SystemID(text), register.systems.contains(id) { return StreamID(.system, id) }
    return StreamID(.person, try session.person(text, in: ledger))
  }
}
