import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Policies
import Projections

/// Emergency access, from its activation to its follow-up.
enum EmergencyVerbs {
  static let activate = Verb(
    VerbDeclaration(
      "grant", "emergency", kind: .writing,
      summary: Localized(
        en: "record that emergency access is in use", sv: "registrera att nödåtkomst används"),
      discussion: Localized(
        en:
          "For an entitlement that is flagged for emergencies, without a request, for as long as the rules allow: 24 hours where they say nothing. --reason says what the emergency is. When the time is out it is removed like any access, and somebody else follows it up within the time that the rules say, three days where they say nothing: liggare grant follow-up. An exercise is recorded with --exercise and counted apart.",
        sv:
          "För en behörighet som är märkt för nödläge, utan begäran, så länge reglerna tillåter: 24 timmar om de inget säger. --reason anger vad nödläget är. När tiden är ute tas den bort som all behörighet, och någon annan följer upp den inom den tid som reglerna säger, tre dagar om de inget säger: liggare grant follow-up. En övning registreras med --exercise och räknas för sig."
      ),
      examples: [
        "liggare grant emergency bo.ek S-1/open --reason \"The duty officer cannot be reached\" --hours 4 --notified steward"
      ],
      positionals: RequestVerbs.Options.subject,
      options: [
        OptionDeclaration(
          "hours", .number(1...8_784),
          help: Localized(
            en: "for how many hours; the longest allowed when left out",
            sv: "i hur många timmar; längsta tillåtna om det utelämnas")),
        OptionDeclaration.flag(
          "exercise", help: Localized(en: "it is an exercise", sv: "det är en övning")),
        OptionDeclaration(
          "account", .text,
          help: Localized(
            en: "the account it is used through, such as C-3",
            sv: "kontot den används genom, till exempel C-3")),
        OptionDeclaration(
          "notified", .text,
          help: Localized(
            en: "the roles that were told, such as steward,security-coordinator",
            sv: "rollerna som underrättats, till exempel steward,security-coordinator"),
          isRepeatable: true),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let person = try session.person(session.command.required("person"), in: ledger)
    guard let entitlement = try session.entitlement("entitlement") else { return .usage }
    let account = try session.identifier("account", AccountID.self)
    let notified = try roles(session)
    let hours = session.command.integer("hours").map(Int64.init)
    let kind: EmergencyKind = session.command.flag("exercise") ? .exercise : .real
    var grant = GrantID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(grant)"] }) { ledger in
      grant = GrantID(number: ledger.register.grants.nextNumber)
      return [
        .init(
          .grant(
            .activateEmergency(
              ActivateEmergency(
                grant: grant, person: person, entitlement: entitlement, kind: kind,
                account: account, hours: hours, notified: notified))))
      ]
    }
  }

  /// The roles told, written one by one or with commas between, each once.
  private static func roles(_ session: VerbSession) throws -> [Role] {
    var roles: [Role] = []
    for text in session.command.strings("notified").flatMap({ $0.split(separator: ",") }) {
      guard let role = Role.codes[String(text)] else {
        throw session.malformed(
          "notified", String(text),
          Localized(verbatim: Role.allCases.map { "\($0.code)" }.joined(separator: ", ")))
      }
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  static let followUp = Verb(
    VerbDeclaration(
      "grant", "follow-up", kind: .writing,
      summary: Localized(
        en: "record what the follow-up of an emergency access found",
        sv: "registrera vad uppföljningen av en nödåtkomst visade"),
      discussion: Localized(
        en:
          "By the system's owner or steward, or the information-security coordinator, never by the user. Recorded by somebody else, it needs --case.",
        sv:
          "Av systemets ägare eller förvaltare, eller informationssäkerhetssamordnaren, aldrig av användaren. Registreras det av någon annan krävs --case."
      ),
      examples: [
        "liggare grant follow-up G-7 --justified",
        "liggare grant follow-up G-7 --unjustified --measures \"The routine is gone through with the shift\"",
      ],
      positionals: [GrantVerbs.Options.grant],
      options: [
        GrantVerbs.Options.by,
        OptionDeclaration.flag(
          "justified", help: Localized(en: "it was justified", sv: "den var befogad")),
        OptionDeclaration.flag(
          "unjustified", help: Localized(en: "it was not justified", sv: "den var obefogad")),
        OptionDeclaration(
          "measures", .text,
          help: Localized(en: "what is to be done", sv: "vad som ska göras")),
      ])
  ) { session in
    let command = session.command
    guard command.flag("justified") != command.flag("unjustified") else {
      throw UsageError(
        UsageError.missingRequired,
        [
          .init(
            en: "needed", sv: "krävs",
            localized: Localized(
              en: "one of --justified and --unjustified",
              sv: "en av --justified och --unjustified"))
        ])
    }
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let grant = try session.identifier("grant", GrantID.self) else { return .usage }
    let reviewer = try session.optionalPerson("by", in: ledger) ?? session.actor(in: ledger)
    let judgement: EmergencyJudgement = command.flag("justified") ? .justified : .unjustified
    return try session.record(in: ledger, zone: zone, named: { ["\(grant)"] }) { _ in
      [
        .init(
          .grant(
            .followUpEmergency(
              FollowUpEmergency(
                grant: grant, reviewer: reviewer, judgement: judgement,
                measures: command.string("measures")))))
      ]
    }
  }

  static let all = [activate, followUp]
}
