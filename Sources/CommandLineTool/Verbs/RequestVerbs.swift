import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Requests, from the need to the decision.
enum RequestVerbs {
  static let submit = Verb(
    VerbDeclaration(
      "request", "submit", kind: .writing,
      summary: Localized(
        en: "ask formally that somebody be given an entitlement",
        sv: "begär formellt att någon tilldelas en behörighet"),
      discussion: Localized(
        en:
          "A request states the need: the duty, the purpose, what is needed and why, and for what time. The texts go to the identity register; never write about clients, patients or other people in them.",
        sv:
          "En begäran anger behovet: arbetsuppgiften, ändamålet, vad som behövs och varför, och för vilken tid. Texterna förvaras i identitetsregistret; skriv aldrig om klienter, patienter eller andra personer i dem."
      ),
      examples: [
        "liggare request submit bo.ek S-1/read --need \"Handles new cases from March\" --duty \"Case officer\" --until 2026-12-31"
      ],
      positionals: Options.subject, options: Options.need + [Options.requestedBy])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let wish = try Wish(session, ledger, zone)
    var request = RequestID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(request)"] }) { ledger in
      request = RequestID(number: ledger.register.requests.nextNumber)
      return [.init(.request(.submit(wish.submission(as: request))))]
    }
  }

  static let endorse = Verb(
    VerbDeclaration(
      "request", "endorse", kind: .writing,
      summary: Localized(
        en: "say that a need is real, or that it is not",
        sv: "tillstyrk eller avstyrk ett behov"),
      discussion: Localized(
        en:
          "The endorser leads the unit where the person works. Recorded by somebody else, it needs --case. Where two persons are needed, the endorser declares with --no-interest to have none of their own.",
        sv:
          "Tillstyrkaren är chef för enheten där personen arbetar. Registreras det av någon annan krävs --case. Där två personer krävs förklarar sig tillstyrkaren med --no-interest sakna eget intresse."
      ),
      examples: [
        "liggare request endorse R-1",
        "liggare request endorse R-1 --by eva.lind --case \"SN 2026/7\"",
      ],
      positionals: [Options.request],
      options: [
        OptionDeclaration(
          "by", .person,
          help: Localized(
            en: "who endorses; you when left out", sv: "vem som tillstyrker; du om det utelämnas")),
        Options.noInterest,
        OptionDeclaration.flag(
          "not-supported", help: Localized(en: "the need is not endorsed", sv: "behovet avstyrks")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let request = try session.identifier("request", RequestID.self) else { return .usage }
    let endorser = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let outcome: EndorsementOutcome =
      session.command.flag("not-supported") ? .notSupported : .supported
    return try session.record(in: ledger, zone: zone, named: { ["\(request)"] }) { _ in
      [
        .init(
          .request(
            .endorse(
              EndorseRequest(
                request: request, endorser: endorser, outcome: outcome,
                hasNoInterest: session.command.flag("no-interest")))))
      ]
    }
  }

  static let withdraw = Verb(
    VerbDeclaration(
      "request", "withdraw", kind: .writing,
      summary: Localized(en: "take a request back", sv: "återta en begäran"),
      examples: ["liggare request withdraw R-1 --reason \"Solved in another way\""],
      positionals: [Options.request])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let request = try session.identifier("request", RequestID.self) else { return .usage }
    return try session.record(in: ledger, zone: zone, named: { ["\(request)"] }) { _ in
      [.init(.request(.withdraw(WithdrawRequest(request: request))))]
    }
  }

  static let all = [submit, endorse, withdraw]

  enum Options {
    static let request = PositionalDeclaration(
      "request", .request, help: Localized(en: "which request", sv: "vilken begäran"))
    static let entitlement = PositionalDeclaration(
      "entitlement", .entitlement,
      help: Localized(en: "which entitlement, SYSTEM/NAME", sv: "vilken behörighet, SYSTEM/NAMN"))
    static let noInterest = OptionDeclaration.flag(
      "no-interest",
      help: Localized(
        en: "the endorser declares to have no interest of their own in the matter",
        sv: "tillstyrkaren förklarar sig sakna eget intresse i saken"))
    static let subject = [OrganisationVerbs.Options.person, entitlement]
    static let analysis = OptionDeclaration(
      "analysis", .text,
      help: Localized(
        en: "the needs-and-risk analysis it rests on, such as RA-1; required for care systems",
        sv: "behovs- och riskanalysen det vilar på, till exempel RA-1; krävs för vårdsystem"))
    static let requestedBy = OptionDeclaration(
      "requested-by", .person,
      help: Localized(en: "who asks; you when left out", sv: "vem som begär; du om det utelämnas"))
    /// What a request says, but for who asks.
    static let need = [
      OptionDeclaration(
        "need", .text,
        help: Localized(en: "what is needed, and why", sv: "vad som behövs, och varför"),
        isRequired: true),
      OptionDeclaration(
        "duty", .text,
        help: Localized(en: "the duty it is for", sv: "arbetsuppgiften som det behövs för")),
      OptionDeclaration(
        "purpose", CommonOptions.choices(Purpose.self, except: [.unstated]),
        help: Localized(
          en: "the lawful purpose; public-task when left out",
          sv: "det rättsliga ändamålet; public-task om det utelämnas")),
      OptionDeclaration(
        "alternative", .text,
        help: Localized(
          en: "what else was considered, and why it is not enough",
          sv: "vad som annars övervägts, och varför det inte räcker")),
      analysis,
      OptionDeclaration(
        "scope", .text,
        help: Localized(
          en: "the part of the system it is limited to",
          sv: "den del av systemet det begränsas till")),
      OptionDeclaration("from", .moment, help: OrganisationVerbs.Options.from),
      OptionDeclaration("until", .moment, help: OrganisationVerbs.Options.until),
    ]
  }
}

/// A request as it was typed.
struct Wish {
  let person: PersonID
  let entitlement: EntitlementID
  let scope: ScopeName?
  let from: Instant
  let until: Instant?
  let requester: PersonID
  let purpose: Purpose
  let duty: String?
  let need: String
  let alternative: String?
  let analysis: AnalysisID?

  /// - Parameter requester: who asks, when nobody is named; `nil` for whoever the key signs for.
  init(
    _ session: VerbSession, _ ledger: Ledger, _ zone: TimeZoneRules, requester: PersonID? = nil
  ) throws {
    let command = session.command
    person = try session.person(command.required("person"), in: ledger)
    guard let entitlement = try session.entitlement("entitlement") else {
      throw session.malformed("entitlement", "", Localized(verbatim: "SYSTEM/NAME"))
    }
    self.entitlement = entitlement
    scope = try session.identifier("scope", ScopeName.self)
    let period = try session.period(in: zone)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    from = period.from ?? effective ?? session.ambient.now()
    until = period.until
    self.requester =
      try session.optionalPerson("requested-by", in: ledger) ?? requester
      ?? session.actor(in: ledger)
    purpose = try session.coded("purpose", Purpose.self) ?? .publicTask
    duty = command.string("duty")
    need = command.required("need")
    alternative = command.string("alternative")
    analysis = try session.identifier("analysis", AnalysisID.self)
  }

  func submission(as request: RequestID) -> SubmitRequest {
    SubmitRequest(
      request: request, person: person, entitlement: entitlement, scope: scope, from: from,
      until: until, requester: requester, purpose: purpose, duty: duty, need: need,
      alternative: alternative, analysis: analysis)
  }
}

extension VerbSession {
  /// Whoever the key signs for.
  func actor(in ledger: Ledger) throws -> PersonID {
    try ledger.principal(of: try signingKey())
  }
}
