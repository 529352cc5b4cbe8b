import AccessLedger
import AccessModel
import Commands
import Diagnostics
import EventStore
import Projections

/// The rights that can be granted in a system.
enum EntitlementVerbs {
  static let define = Verb(
    VerbDeclaration(
      "entitlement", "define", kind: .writing,
      summary: Localized(
        en: "define a right that can be granted in a system",
        sv: "definiera en rättighet som kan tilldelas i ett system"),
      examples: [
        "liggare entitlement define S-1/read --name \"Read cases\" --description \"Sees all cases of the own unit, changes nothing\""
      ],
      positionals: [Options.entitlement],
      options: [
        OptionDeclaration(
          "name", .text, help: Localized(en: "what it is called", sv: "vad den heter"),
          isRequired: true),
        OptionDeclaration(
          "description", .text,
          help: Localized(
            en: "what it lets its holder do, in plain words",
            sv: "vad innehavaren får göra, i klartext"),
          isRequired: true),
        OptionDeclaration(
          "account", CommonOptions.choices(AccountKind.self),
          help: Localized(
            en: "through what kind of account; personal when left out",
            sv: "genom vilket slags konto; personal om det utelämnas")),
        OptionDeclaration.flag(
          "privileged",
          help: Localized(
            en: "it gives power over the system itself", sv: "den ger makt över systemet självt")),
        Options.decidedBy, OptionDeclaration.flag("emergency", help: Options.emergencyHelp),
      ] + Options.terms)
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let entitlement = try session.entitlement("entitlement") else { return .usage }
    var conditions = try conditions(session)
    if command.flag("emergency") { conditions.emergency = .yes }
    let define = DefineEntitlement(
      entitlement: entitlement, name: command.required("name"),
      description: command.required("description"),
      account: try session.coded("account", AccountKind.self) ?? .personal,
      privilege: command.flag("privileged") ? .privileged : .ordinary,
      decidedBy: try session.coded("decided-by", Role.self) ?? .steward,
      conditions: conditions)
    return try session.record(in: ledger, zone: zone, named: { ["\(entitlement)"] }) { _ in
      [.init(.system(.define(define)))]
    }
  }

  static let change = Verb(
    VerbDeclaration(
      "entitlement", "change", kind: .writing,
      summary: Localized(
        en: "change what is said of a right", sv: "ändra det som sägs om en rättighet"),
      discussion: Localized(
        en:
          "What is left out stays as it is. Say why with --reason. When the right comes to give more, those who hold it are a finding until they are reviewed.",
        sv:
          "Det som utelämnas förblir som det är. Ange varför med --reason. När rättigheten kommer att ge mer är de som har den en iakttagelse tills de granskas."
      ),
      examples: [
        "liggare entitlement change S-1/read --level 3 --reason \"Now shows health data\""
      ],
      positionals: [Options.entitlement],
      options: [
        OptionDeclaration(
          "name", .text, help: Localized(en: "what it is called", sv: "vad den heter")),
        OptionDeclaration(
          "description", .text,
          help: Localized(
            en: "what it lets its holder do, in plain words",
            sv: "vad innehavaren får göra, i klartext")),
        OptionDeclaration(
          "privilege", CommonOptions.choices(Privilege.self),
          help: Localized(
            en: "whether it gives power over the system itself",
            sv: "om den ger makt över systemet självt")),
        Options.decidedBy,
        OptionDeclaration(
          "emergency", CommonOptions.choices(Answer.self), help: Options.emergencyHelp),
      ] + Options.terms)
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let entitlement = try session.entitlement("entitlement") else { return .usage }
    var conditions = try conditions(session)
    conditions.emergency = try session.coded("emergency", Answer.self)
    let change = ChangeEntitlement(
      entitlement: entitlement, name: command.string("name"),
      description: command.string("description"),
      privilege: try session.coded("privilege", Privilege.self),
      decidedBy: try session.coded("decided-by", Role.self),
      conditions: conditions)
    return try session.record(in: ledger, zone: zone, named: { ["\(entitlement)"] }) { _ in
      [.init(.system(.changeEntitlement(change)))]
    }
  }

  static let retire = Verb(
    VerbDeclaration(
      "entitlement", "retire", kind: .writing,
      summary: Localized(
        en: "grant a right no more", sv: "sluta tilldela en rättighet"),
      discussion: Localized(
        en:
          "Those who hold it keep it, as a finding, until their grants end. Say why with --reason.",
        sv:
          "De som har den behåller den, som en iakttagelse, tills tilldelningarna upphör. Ange varför med --reason."
      ),
      examples: [
        "liggare entitlement retire S-1/read --successor read-all --reason \"One right for both\""
      ],
      positionals: [Options.entitlement],
      options: [
        OptionDeclaration(
          "successor", .text,
          help: Localized(
            en: "the name of the right in the same system that takes its place",
            sv: "namnet på rättigheten i samma system som tar dess plats"))
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let entitlement = try session.entitlement("entitlement") else { return .usage }
    let successor = try session.identifier("successor", EntitlementName.self)
    return try session.record(
      in: ledger, zone: zone, isGrave: true, named: { ["\(entitlement)"] }
    ) { _ in
      [
        .init(
          .system(.retire(RetireEntitlement(entitlement: entitlement, successor: successor))))
      ]
    }
  }

  static let all = [define, change, retire]

  /// The conditions that were typed.
  private static func conditions(_ session: VerbSession) throws -> EntitlementConditions {
    let command = session.command
    return EntitlementConditions(
      validityDaysMax: command.integer("validity-days").map(Int64.init),
      reviewDays: command.integer("review-days").map(Int64.init),
      level: command.integer("level").map(Int64.init),
      matter: try session.identifier("matter", MatterCode.self),
      position: try session.identifier("position", PositionCode.self),
      courses: try session.identifiers("course", CourseCode.self),
      yearlyCost: command.integer("yearly-cost").map(Int64.init))
  }

  enum Options {
    static let entitlement = PositionalDeclaration(
      "entitlement", .entitlement, help: Localized(en: "SYSTEM/NAME", sv: "SYSTEM/NAMN"))
    static let decidedBy = OptionDeclaration(
      "decided-by",
      CommonOptions.choices(
        Role.self,
        except: Role.allCases.filter { ![.owner, .steward, .manager, .head].contains($0) }),
      help: Localized(
        en: "which role decides; steward unless said",
        sv: "vilken roll som beslutar; steward om inget sägs"))
    static let emergencyHelp = Localized(
      en: "it may be activated in an emergency", sv: "den får aktiveras i en nödsituation")
    static let terms = [
      OptionDeclaration(
        "validity-days", .number(1...3_660),
        help: Localized(
          en: "the longest time a grant may run, in days",
          sv: "längsta tid en tilldelning får löpa, i dagar")),
      OptionDeclaration(
        "review-days", .number(1...3_660),
        help: Localized(
          en: "the longest time between reviews, in days",
          sv: "längsta tid mellan granskningar, i dagar")),
      OptionDeclaration(
        "level", .number(0...4),
        help: Localized(
          en: "its own level, 0–4, when above the system's",
          sv: "egen nivå, 0–4, när den är över systemets")),
      OptionDeclaration(
        "matter", .text,
        help: Localized(
          en:
            "its group of matters in delegation orders, such as access-care; it is then decided on delegation",
          sv:
            "dess ärendegrupp i delegationsordningar, till exempel access-care; då beslutas den på delegation"
        )),
      OptionDeclaration(
        "position", .text,
        help: Localized(
          en: "the position its holder must have", sv: "befattningen innehavaren måste ha")),
      OptionDeclaration(
        "course", .text,
        help: Localized(
          en: "a course its holder must have completed",
          sv: "en utbildning innehavaren måste ha genomfört"), isRepeatable: true),
      OptionDeclaration(
        "yearly-cost", .number(0...1_000_000_000),
        help: Localized(
          en: "what one holder costs in a year, in whole kronor",
          sv: "vad en innehavare kostar per år, i hela kronor")),
    ]
  }
}
