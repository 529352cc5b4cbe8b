import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Requests that change a grant, and what is asked and answered before a decision.
enum RequestLifeVerbs {
  static let renew = Verb(
    VerbDeclaration(
      "request", "renew", kind: .writing,
      summary: Localized(
        en: "ask for more time for a grant", sv: "begär mer tid för en tilldelning"),
      discussion: Localized(
        en:
          "A renewal gives more time and nothing else, and is endorsed and decided like any request: liggare request endorse, liggare grant approve.",
        sv:
          "En förlängning ger mer tid och inget annat, och tillstyrks och beslutas som varje begäran: liggare request endorse, liggare grant approve."
      ),
      examples: [
        "liggare request renew G-1 --until 2027-06-30 --need \"Goes on handling the cases of the northern area\""
      ],
      positionals: [GrantVerbs.Options.grant], options: Options.until + Options.need)
  ) { session in
    try submitChange(session, .renew)
  }

  static let change = Verb(
    VerbDeclaration(
      "request", "change", kind: .writing,
      summary: Localized(
        en: "ask for another scope or period of a grant",
        sv: "begär en annan omfattning eller period för en tilldelning"),
      discussion: Localized(
        en:
          "What is left out stays as it is. The change is endorsed and decided like any request; what it makes wider has effect when it is carried out again. Less access needs no request: liggare grant narrow.",
        sv:
          "Det som utelämnas blir som det är. Ändringen tillstyrks och beslutas som varje begäran; det som utvidgas får verkan när det verkställts på nytt. Mindre behörighet kräver ingen begäran: liggare grant narrow."
      ),
      examples: [
        "liggare request change G-1 --scope south --need \"Moves to the cases of the southern area\""
      ],
      positionals: [GrantVerbs.Options.grant],
      options: [
        OptionDeclaration(
          "scope", .text,
          help: Localized(
            en: "the part of the system it is to be limited to",
            sv: "den del av systemet den ska begränsas till")),
        OptionDeclaration.flag(
          "whole-system",
          help: Localized(
            en: "it is no longer to be limited to a part",
            sv: "den ska inte längre begränsas till en del"
          )),
      ] + Options.until + Options.need)
  ) { session in
    try submitChange(session, .change)
  }

  private static func submitChange(
    _ session: VerbSession, _ kind: RequestKind
  ) throws -> ExitStatus {
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let id = try session.identifier("grant", GrantID.self) else { return .usage }
    guard let grant = ledger.register.grants[id] else {
      let near = Suggestions.alike(
        "\(id)", among: ledger.register.grants.ids.lazy.map { "\($0)" })
      throw QuestionVerbs.notFound(GrantSubject.word, "\(id)", near: near)
    }
    guard let person = grant.person else {
      throw VerbFailure(
        .refused,
        ChangesNobodysGrant.diagnostic(id))
    }
    let moment =
      try session.moment("effective", in: zone, dayMeans: .start) ?? session.ambient.now()
    try refuse("scope", with: "whole-system", session)
    try refuse("until", with: "no-end", session)
    let scope =
      command.declares("scope") ? try session.identifier("scope", ScopeName.self) : nil
    let until = try session.moment("until", in: zone, dayMeans: .end)
    let requester =
      try session.optionalPerson("requested-by", in: ledger) ?? session.actor(in: ledger)
    let purpose = try session.coded("purpose", Purpose.self)
    let analysis = try session.identifier("analysis", AnalysisID.self)
    var request = RequestID(number: 1)
    return try session.record(
      in: ledger, zone: zone, named: { ["\(request)"] },
      steps: { ledger in
        request = RequestID(number: ledger.register.requests.nextNumber)
        let terms = (ledger.register.grants[id] ?? grant).terms(at: moment)
        let isWhole = command.declares("whole-system") && command.flag("whole-system")
        return [
          .init(
            .request(
              .submit(
                SubmitRequest(
                  request: request, kind: kind, grant: id, person: person,
                  entitlement: grant.entitlement, scope: isWhole ? nil : scope ?? terms.scope,
                  from: moment, until: command.flag("no-end") ? nil : until ?? terms.until,
                  requester: requester,
                  purpose: purpose
                    ?? grant.request.flatMap { ledger.register.requests[$0]?.purpose }
                    ?? .publicTask,
                  duty: command.string("duty"), need: command.required("need"),
                  alternative: command.string("alternative"), analysis: analysis))))
        ]
      })
  }

  /// Two options that say opposite things.
  private static func refuse(
    _ option: String, with other: String, _ session: VerbSession
  ) throws {
    let command = session.command
    guard command.declares(other), command.flag(option), command.flag(other) else { return }
    throw UsageError(
      UsageError.repeatedOption,
      [
        .init(en: "option", sv: "flagga", "--\(option)"),
        .init(en: "option", sv: "flagga", "--\(other)"),
      ])
  }

  static let sendBack = Verb(
    VerbDeclaration(
      "request", "return", kind: .writing,
      summary: Localized(
        en: "send a request back with a question", sv: "återsänd en begäran för komplettering"),
      discussion: Localized(
        en:
          "The question is given with --reason. The request waits until its need is stated anew: liggare request amend.",
        sv:
          "Frågan anges med --reason. Begäran väntar tills behovet har angetts på nytt: liggare request amend."
      ),
      examples: [
        "liggare request return R-1 --reason \"Which area, and until when?\" --due 2026-03-13"
      ],
      positionals: [RequestVerbs.Options.request],
      options: [
        GrantVerbs.Options.by,
        OptionDeclaration(
          "due", .moment,
          help: Localized(
            en: "the last day for an answer, which is included",
            sv: "sista dagen för svar, som räknas med"), isRequired: true),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let request = try session.identifier("request", RequestID.self),
      let due = try session.moment("due", in: zone, dayMeans: .end)
    else { return .usage }
    let by = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    return try session.record(in: ledger, zone: zone, named: { ["\(request)"] }) { _ in
      [.init(.request(.sendBack(ReturnRequest(request: request, by: by, due: due))))]
    }
  }

  static let amend = Verb(
    VerbDeclaration(
      "request", "amend", kind: .writing,
      summary: Localized(
        en: "state the need of a request anew", sv: "ange behovet i en begäran på nytt"),
      discussion: Localized(
        en:
          "An opinion on the need as it was falls away: the need is endorsed anew. What is left out stays as it is.",
        sv:
          "Ett yttrande om behovet som det var faller bort: behovet tillstyrks på nytt. Det som utelämnas blir som det är."
      ),
      examples: [
        "liggare request amend R-1 --need \"Handles the cases of the northern area\" --until 2026-12-31"
      ],
      positionals: [RequestVerbs.Options.request],
      options: [
        OptionDeclaration(
          "need", .text,
          help: Localized(en: "what is needed, and why", sv: "vad som behövs, och varför"),
          isRequired: true),
        OptionDeclaration(
          "duty", .text,
          help: Localized(
            en: "the duty it is for, when another", sv: "arbetsuppgiften, om den är en annan")),
        OptionDeclaration(
          "purpose", CommonOptions.choices(Purpose.self, except: [.unstated]),
          help: Localized(
            en: "the lawful purpose, when another",
            sv: "det rättsliga ändamålet, om det är ett annat"
          )),
        RequestVerbs.Options.analysis,
        OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let request = try session.identifier("request", RequestID.self) else { return .usage }
    let amendment = AmendRequest(
      request: request, purpose: try session.coded("purpose", Purpose.self),
      duty: session.command.string("duty"), need: session.command.required("need"),
      analysis: try session.identifier("analysis", AnalysisID.self),
      until: try session.moment("until", in: zone, dayMeans: .end))
    return try session.record(in: ledger, zone: zone, named: { ["\(request)"] }) { _ in
      [.init(.request(.amend(amendment)))]
    }
  }

  static let all = [renew, change, sendBack, amend, RequestListVerb.bulk]

  enum Options {
    static let until = [
      OptionDeclaration(
        "until", .moment,
        help: Localized(
          en: "the last day, included, when another",
          sv: "sista dagen, inräknad, om den är en annan"
        )),
      OptionDeclaration.flag(
        "no-end", help: Localized(en: "it is to have no end", sv: "den ska inte ha något slut")),
    ]
    /// What a request says of its need; the period and the scope are the grant's.
    static let need =
      RequestVerbs.Options.need.filter { !["scope", "from", "until"].contains($0.name) }
      + [RequestVerbs.Options.requestedBy]
  }
}
