import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Decisions, and what becomes of them.
enum GrantVerbs {
  static let issue = Verb(
    VerbDeclaration(
      "grant", "issue", kind: .writing,
      summary: Localized(
        en: "record request, need, endorsement, decision and execution at once",
        sv: "registrera begäran, behov, tillstyrkan, beslut och verkställande på en gång"),
      discussion: Localized(
        en:
          "The everyday path, for what has been decided and is shown by a case or a file. All of it is one signed batch, recorded whole or not at all; every rule is checked as on the long path.",
        sv:
          "Den vardagliga vägen, för det som är beslutat och som visas av ett ärende eller en fil. Allt är en signerad omgång som registreras helt eller inte alls; varje regel prövas som på den långa vägen."
      ),
      examples: [
        "liggare grant issue bo.ek S-1/read --need \"Handles new cases from March\" --endorsed-by eva.lind --decided-by siv.dahl --case \"SN 2026/12\" --until 2026-12-31 --provisioned"
      ],
      positionals: RequestVerbs.Options.subject,
      options: RequestVerbs.Options.need + [
        OptionDeclaration(
          "requested-by", .person,
          help: Localized(
            en: "who asks; who endorses when left out",
            sv: "vem som begär; den som tillstyrker om det utelämnas")),
        OptionDeclaration(
          "endorsed-by", .person,
          help: Localized(en: "the manager who endorses", sv: "chefen som tillstyrker"),
          isRequired: true),
        RequestVerbs.Options.noInterest, Options.decidedBy, Options.evidence, Options.reviewDays,
        Options.conditions, Options.takesOver, Options.smallUnit, Options.account,
        OptionDeclaration.flag(
          "provisioned",
          help: Localized(
            en: "it is carried out already, by you", sv: "det är redan verkställt, av dig")),
        OptionDeclaration(
          "provisioned-by", .person,
          help: Localized(
            en: "it is carried out already, by this person",
            sv: "det är redan verkställt, av denna person")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let endorser = try session.person(session.command.required("endorsed-by"), in: ledger)
    let wish = try Wish(session, ledger, zone, requester: endorser)
    let deciders = try deciders(session, ledger)
    let evidence = try session.evidence()
    let reviewDays = session.command.integer("review-days").map(Int64.init)
    let found = try session.identifier("takes-over", GrantID.self)
    let executor = try executor(session, ledger, hasFound: found != nil)
    let account = try session.identifier("account", AccountID.self)
    if account != nil, executor == nil {
      throw session.malformed(
        "account", session.command.string("account") ?? "",
        Localized(
          en: "only with --provisioned or --provisioned-by, which say that it is carried out",
          sv: "bara med --provisioned eller --provisioned-by, som säger att det är verkställt"))
    }
    var request = RequestID(number: 1)
    var grant = GrantID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(request)", "\(grant)"] }) {
      ledger in
      request = RequestID(number: ledger.register.requests.nextNumber)
      grant = found ?? GrantID(number: ledger.register.grants.nextNumber)
      var steps: [Recording.Step] = [
        .init(.request(.submit(wish.submission(as: request)))),
        .init(
          .request(
            .endorse(
              EndorseRequest(
                request: request, endorser: endorser, outcome: .supported,
                hasNoInterest: session.command.flag("no-interest"))))),
        .init(
          .request(
            .approve(
              ApproveRequest(
                request: request, grant: grant, deciders: deciders, from: wish.from,
                until: .some(wish.until), reviewDays: reviewDays,
                conditions: session.command.string("conditions"), evidence: evidence,
                isSmallUnit: session.command.flag("small-unit"))))),
      ]
      if let executor {
        steps.append(
          .init(
            .grant(
              .provision(
                ProvisionGrant(
                  grant: grant, by: executor, account: account, evidence: evidence)))))
      }
      return steps
    }
  }

  static let approve = Verb(
    VerbDeclaration(
      "grant", "approve", kind: .writing,
      summary: Localized(en: "decide that a request is granted", sv: "bifall en begäran"),
      discussion: Localized(
        en:
          "The decision has effect when it is carried out: liggare grant provision. Recorded by somebody else than the decider, it needs --case or --evidence.",
        sv:
          "Beslutet får verkan när det är verkställt: liggare grant provision. Registreras det av någon annan än beslutsfattaren krävs --case eller --evidence."
      ),
      examples: ["liggare grant approve R-1 --until 2026-12-31"],
      positionals: [RequestVerbs.Options.request],
      options: [
        Options.decidedBy, Options.evidence, Options.reviewDays, Options.conditions,
        Options.takesOver, Options.smallUnit,
        OptionDeclaration(
          "from", .moment,
          help: Localized(
            en: "the first moment; that of the request when left out",
            sv: "första ögonblicket; begärans om det utelämnas")),
        OptionDeclaration(
          "until", .moment,
          help: Localized(
            en: "the last day, included; that of the request when left out",
            sv: "sista dagen, inräknad; begärans om det utelämnas")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let request = try session.identifier("request", RequestID.self) else { return .usage }
    let deciders = try deciders(session, ledger)
    let evidence = try session.evidence()
    let (from, until) = try session.period(in: zone)
    let found = try session.identifier("takes-over", GrantID.self)
    var grant = GrantID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(request)", "\(grant)"] }) {
      ledger in
      // A change or a renewal is of a grant that is there.
      grant =
        ledger.register.requests[request]?.changedGrant ?? found
        ?? GrantID(number: ledger.register.grants.nextNumber)
      return [
        .init(
          .request(
            .approve(
              ApproveRequest(
                request: request, grant: grant, deciders: deciders, from: from,
                until: until.map { .some($0) },
                reviewDays: session.command.integer("review-days").map(Int64.init),
                conditions: session.command.string("conditions"), evidence: evidence,
                isSmallUnit: session.command.flag("small-unit")))))
      ]
    }
  }

  static let deny = Verb(
    VerbDeclaration(
      "grant", "deny", kind: .writing,
      summary: Localized(en: "decide that a request is not granted", sv: "avslå en begäran"),
      examples: [
        "liggare grant deny R-1 --ground too-wide --reason \"Read access is enough for the duty\""
      ],
      positionals: [RequestVerbs.Options.request],
      options: [
        OptionDeclaration(
          "ground", CommonOptions.choices(DenialGround.self, except: [.unstated]),
          help: Localized(en: "on what ground", sv: "på vilken grund"), isRequired: true),
        Options.decidedBy, Options.evidence,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let request = try session.identifier("request", RequestID.self) else { return .usage }
    let deciders = try deciders(session, ledger)
    let evidence = try session.evidence()
    let ground = try session.coded("ground", DenialGround.self) ?? .unstated
    return try session.record(in: ledger, zone: zone, named: { ["\(request)"] }) { _ in
      [
        .init(
          .request(
            .deny(
              DenyRequest(
                request: request, deciders: deciders, ground: ground, evidence: evidence))))
      ]
    }
  }

  static let provision = Verb(
    VerbDeclaration(
      "grant", "provision", kind: .writing,
      summary: Localized(
        en: "record that a decision was carried out in the system",
        sv: "registrera att ett beslut är verkställt i systemet"),
      discussion: Localized(
        en:
          "A decision that makes a grant wider is carried out again before its wider part has effect. More time needs that only where the account has an end of its own, told with --account-until.",
        sv:
          "Ett beslut som utvidgar en tilldelning verkställs på nytt innan den vidare delen får verkan. Mer tid kräver det bara där kontot har ett eget slut, som anges med --account-until."
      ),
      examples: [
        "liggare grant provision G-1",
        "liggare grant provision G-1 --account C-3 --account-until 2026-12-31",
      ],
      positionals: [Options.grant],
      options: [
        Options.by, Options.evidence,
        OptionDeclaration(
          "at", .moment,
          help: Localized(
            en: "when it began to work; now when left out",
            sv: "när det började fungera; nu om det utelämnas")),
        Options.account,
        OptionDeclaration(
          "account-until", .moment,
          help: Localized(
            en:
              "the last day on which the account itself works, where an end was set in the system",
            sv: "sista dagen då själva kontot fungerar, där ett slut är satt i systemet")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let grant = try session.identifier("grant", GrantID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let at = try session.moment("at", in: zone, dayMeans: .start)
    let account = try session.identifier("account", AccountID.self)
    let accountUntil = try session.moment("account-until", in: zone, dayMeans: .end)
    let evidence = try session.evidence()
    return try session.record(in: ledger, zone: zone, named: { ["\(grant)"] }) { _ in
      [
        .init(
          .grant(
            .provision(
              ProvisionGrant(
                grant: grant, by: by, at: at, accountUntil: accountUntil, account: account,
                evidence: evidence))))
      ]
    }
  }

  static let revoke = Verb(
    VerbDeclaration(
      "grant", "revoke", kind: .writing,
      summary: Localized(en: "end a grant before its time", sv: "återkalla en tilldelning"),
      discussion: Localized(
        en:
          "It has no effect from the moment on, or from the end of the last day, and is then to be removed in the system: liggare grant confirm.",
        sv:
          "Den har ingen verkan från tidpunkten, eller från slutet av den sista dagen, och ska sedan tas bort i systemet: liggare grant confirm."
      ),
      examples: ["liggare grant revoke G-1 --reason \"The duty has moved to another unit\""],
      positionals: [Options.grant],
      options: [
        Options.by,
        OptionDeclaration(
          "cause", CommonOptions.choices(RevocationCause.self, except: [.unstated]),
          help: Localized(
            en: "why; need-ended when left out", sv: "varför; need-ended om det utelämnas")),
        OrganisationVerbs.Options.lastDay,
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let grant = try session.identifier("grant", GrantID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let cause = try session.coded("cause", RevocationCause.self) ?? .needEnded
    let lastDay = session.command.day("last-day")
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(grant)"] }) { _ in
      [.init(.grant(.revoke(RevokeGrant(grant: grant, by: by, cause: cause, lastDay: lastDay))))]
    }
  }

  static let confirm = Verb(
    VerbDeclaration(
      "grant", "confirm", kind: .writing,
      summary: Localized(
        en: "record that access is gone from the system",
        sv: "registrera att behörigheten är borttagen i systemet"),
      examples: ["liggare grant confirm G-1"],
      positionals: [Options.grant], options: [Options.by])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let grant = try session.identifier("grant", GrantID.self) else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    return try session.record(in: ledger, zone: zone, named: { ["\(grant)"] }) { _ in
      [.init(.grant(.confirmRemoval(ConfirmRemoval(grant: grant, by: by))))]
    }
  }

  static let all = [issue, approve, deny, provision, revoke, confirm]

  /// Whoever is named as decider; the actor when nobody is.
  private static func deciders(_ session: VerbSession, _ ledger: Ledger) throws -> [PersonID] {
    let named = try session.command.strings("decided-by").map {
      try session.person($0, in: ledger)
    }
    return named.isEmpty ? [try session.actor(in: ledger)] : named
  }

  /// Whoever carried it out, if that is done; what was found working need not be carried out, and saying so is refused.
  private static func executor(
    _ session: VerbSession, _ ledger: Ledger, hasFound: Bool
  ) throws -> PersonID? {
    let given = ["provisioned", "provisioned-by"].filter { session.command.flag($0) }
    guard let option = given.last else { return nil }
    guard !hasFound else {
      throw UsageError(
        UsageError.conflictingOptions,
        [
          .init(en: "option", sv: "flagga", "--\(option)"),
          .init(en: "does not go with", sv: "går inte ihop med", "--takes-over"),
          .init(
            en: "because", sv: "eftersom",
            localized: Localized(
              en: "what is taken over works already", sv: "det som tas över fungerar redan")),
        ])
    }
    return try session.optionalPerson("provisioned-by", in: ledger) ?? session.actor(in: ledger)
  }

  enum Options {
    static let grant = PositionalDeclaration(
      "grant", .grant, help: Localized(en: "which grant", sv: "vilken tilldelning"))
    static let by = OptionDeclaration(
      "by", .person,
      help: Localized(
        en: "who did it; you when left out", sv: "vem som gjorde det; du om det utelämnas"))
    static let decidedBy = OptionDeclaration(
      "decided-by", .person,
      help: Localized(
        en: "the one person who decides; you when left out",
        sv: "den enda person som beslutar; du om det utelämnas"))
    static let smallUnit = OptionDeclaration.flag(
      "small-unit",
      help: Localized(
        en:
          "one person takes steps that should be apart because the unit is small; needs --reason, and a check as often as the rules say",
        sv:
          "en person tar steg som ska vara åtskilda eftersom enheten är liten; kräver --reason, och en kontroll så ofta som reglerna säger"
      ))
    static let conditions = OptionDeclaration(
      "conditions", .text,
      help: Localized(
        en: "what the decision is subject to, in free text",
        sv: "vad beslutet är förenat med, i fritext"))
    static let evidence = OptionDeclaration(
      "evidence", .file,
      help: Localized(
        en: "a file that shows it; its SHA-256 is recorded",
        sv: "en fil som visar det; dess SHA-256 registreras"))
    static let account = OptionDeclaration(
      "account", .text,
      help: Localized(
        en: "the account it works through, such as C-3",
        sv: "kontot det fungerar genom, till exempel C-3"))
    static let takesOver = OptionDeclaration(
      "takes-over", .grant,
      help: Localized(
        en: "the undecided access that this decides on, such as G-7",
        sv: "den inte beslutade åtkomst som detta beslutar om, till exempel G-7"))
    static let reviewDays = OptionDeclaration(
      "review-days", .number(1...3_660),
      help: Localized(
        en: "how often it is reviewed, in days; by the rules when left out",
        sv: "hur ofta den granskas, i dagar; enligt reglerna om det utelämnas"))
  }
}
