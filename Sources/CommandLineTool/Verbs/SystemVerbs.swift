import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Projections

/// Registering systems, and what can be granted in them.
enum SystemVerbs {
  static let register = Verb(
    VerbDeclaration(
      "system", "register", kind: .writing,
      summary: Localized(en: "take a system into the register", sv: "registrera ett system"),
      discussion: Localized(
        en:
          "With --steward, --deputy, --operative-owner, --classification and --status the system is ready for grants in one command, all of it recorded together or not at all.",
        sv:
          "Med --steward, --deputy, --operative-owner, --classification och --status blir systemet klart för tilldelningar i ett kommando; allt registreras tillsammans eller inte alls."
      ),
      examples: [
        "liggare system register \"Case system\" --owner U-2 --operative-owner eva.lind --steward bo.ek --deputy siv.dahl --classification 2/2/1 --status in-operation"
      ],
      positionals: [
        PositionalDeclaration(
          "name", .text, help: Localized(en: "what it is called", sv: "vad det heter"))
      ],
      options: [
        OptionDeclaration(
          "owner", .unit, help: Localized(en: "the body that owns it", sv: "organet som äger det"),
          isRequired: true),
        OptionDeclaration(
          "ownership", CommonOptions.choices(Ownership.self),
          help: Localized(
            en: "whose it is; committee when left out",
            sv: "vems det är; committee om det utelämnas")),
        OptionDeclaration(
          "operative-owner", .person,
          help: Localized(en: "who acts for the owner", sv: "vem som handlar för ägaren")),
        OptionDeclaration(
          "steward", .person, help: Localized(en: "the system steward", sv: "systemförvaltaren")),
        OptionDeclaration(
          "deputy", .person,
          help: Localized(en: "the steward's deputy", sv: "systemförvaltarens ersättare")),
        OptionDeclaration(
          "classification", .text,
          help: Localized(
            en: "K/R/T, each 0–4, such as 2/2/1", sv: "K/R/T, vardera 0–4, till exempel 2/2/1")),
        OptionDeclaration(
          "status", CommonOptions.choices(SystemStatus.self, except: [.proposed]),
          help: Localized(en: "where it is in its life", sv: "var det är i sin livscykel")),
        OptionDeclaration(
          "review-days", .number(1...3_660),
          help: Localized(
            en: "its own review interval, in days", sv: "eget granskningsintervall, i dagar")),
        OptionDeclaration(
          "purpose", .text,
          help: Localized(en: "what it is for, in free text", sv: "vad det är till för, i fritext")),
        OptionDeclaration("id", .system, help: OrganisationVerbs.Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let owner = try session.identifier("owner", UnitID.self) else { return .usage }
    let ownership = try session.coded("ownership", Ownership.self) ?? .committee
    let classification = try classification(session)
    let status = try session.coded("status", SystemStatus.self)
    let holders: [(Role, PersonID)] = try [
      (.owner, "operative-owner"), (.steward, "steward"), (.deputy, "deputy"),
    ].compactMap { role, option in
      try session.optionalPerson(option, in: ledger).map { (role, $0) }
    }
    let given = try session.identifier("id", SystemID.self)
    let effective = try session.moment("effective", in: zone, dayMeans: .start)
    var system = SystemID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(system)"] }) { ledger in
      system = given ?? SystemID(number: ledger.register.systems.nextNumber)
      var steps = [
        Recording.Step(
          .system(
            .register(
              RegisterSystem(
                system: system, name: command.required("name"), owner: owner,
                ownership: ownership, reviewDays: command.integer("review-days").map(Int64.init),
                purpose: command.string("purpose")))))
      ]
      let next = ledger.register.assignments.nextNumber
      for (offset, (role, holder)) in holders.enumerated() {
        steps.append(
          .init(
            .role(
              .assign(
                AssignRole(
                  assignment: AssignmentID(number: next + offset), role: role, holder: holder,
                  system: system, appointedBy: owner,
                  from: effective ?? session.ambient.now())))))
      }
      if let classification {
        steps.append(
          .init(
            .system(
              .classify(ClassifySystem(system: system, classification: classification)))))
      }
      if let status {
        steps.append(
          .init(.system(.changeStatus(ChangeSystemStatus(system: system, status: status)))))
      }
      return steps
    }
  }

  static let classify = Verb(
    VerbDeclaration(
      "system", "classify", kind: .writing,
      summary: Localized(
        en: "set a system's levels of confidentiality, integrity and availability",
        sv: "ange ett systems nivåer för konfidentialitet, riktighet och tillgänglighet"),
      examples: ["liggare system classify S-1 3/3/2"],
      positionals: [
        Options.system,
        PositionalDeclaration(
          "classification", .text,
          help: Localized(en: "K/R/T, each 0–4", sv: "K/R/T, vardera 0–4")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let system = try session.identifier("system", SystemID.self),
      let classification = try classification(session)
    else { return .usage }
    return try session.record(in: ledger, zone: zone, named: { ["\(system)"] }) { _ in
      [.init(.system(.classify(ClassifySystem(system: system, classification: classification))))]
    }
  }

  static let status = Verb(
    VerbDeclaration(
      "system", "status", kind: .writing,
      summary: Localized(
        en: "move a system on in its life", sv: "för ett system vidare i dess livscykel"),
      examples: ["liggare system status S-1 in-operation"],
      positionals: [
        Options.system,
        PositionalDeclaration(
          "status", CommonOptions.choices(SystemStatus.self, except: [.proposed]),
          help: Localized(en: "where it is now", sv: "var det är nu")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let system = try session.identifier("system", SystemID.self),
      let status = try session.coded("status", SystemStatus.self)
    else { return .usage }
    return try session.record(in: ledger, zone: zone, named: { ["\(system)"] }) { _ in
      [.init(.system(.changeStatus(ChangeSystemStatus(system: system, status: status))))]
    }
  }

  static let define = Verb(
    VerbDeclaration(
      "entitlement", "define", kind: .writing,
      summary: Localized(
        en: "define a right that can be granted in a system",
        sv: "definiera en rättighet som kan tilldelas i ett system"),
      examples: [
        "liggare entitlement define S-1/read --name \"Read cases\" --description \"Sees all cases of the own unit, changes nothing\""
      ],
      positionals: [
        PositionalDeclaration(
          "entitlement", .entitlement, help: Localized(en: "SYSTEM/NAME", sv: "SYSTEM/NAMN"))
      ],
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
        OptionDeclaration(
          "decided-by",
          CommonOptions.choices(
            Role.self,
            except: [
              .deputy, .administrator, .registrar, .securityCoordinator, .auditor, .custodian,
            ]),
          help: Localized(
            en: "which role decides; steward when left out",
            sv: "vilken roll som beslutar; steward om det utelämnas")),
        OptionDeclaration.flag(
          "emergency",
          help: Localized(
            en: "it may be used in an emergency without a request: liggare grant emergency",
            sv: "den får användas i nödläge utan begäran: liggare grant emergency")),
        OptionDeclaration(
          "validity-days", .number(1...3_660),
          help: Localized(
            en: "the longest time a grant may run, in days",
            sv: "längsta tid en tilldelning får löpa, i dagar")),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let entitlement = try session.entitlement("entitlement") else { return .usage }
    let define = DefineEntitlement(
      entitlement: entitlement, name: session.command.required("name"),
      description: session.command.required("description"),
      account: try session.coded("account", AccountKind.self) ?? .personal,
      privilege: session.command.flag("privileged") ? .privileged : .ordinary,
      decidedBy: try session.coded("decided-by", Role.self) ?? .steward,
      validityDaysMax: session.command.integer("validity-days").map(Int64.init),
      emergency: session.command.flag("emergency") ? .yes : nil)
    return try session.record(in: ledger, zone: zone, named: { ["\(entitlement)"] }) { _ in
      [.init(.system(.define(define)))]
    }
  }

  private static func classification(_ session: VerbSession) throws -> Classification? {
    guard let text = session.command.string("classification") else { return nil }
    guard let classification = Classification(text) else {
      throw session.malformed(
        "classification", text,
        Localized(
          en: "K/R/T, each 0 to 4, such as 2/2/1", sv: "K/R/T, vardera 0 till 4, till exempel 2/2/1"
        ))
    }
    return classification
  }

  static let all = [register, classify, status]
  static let entitlements = [define]

  enum Options {
    static let system = PositionalDeclaration(
      "system", .system, help: Localized(en: "which system", sv: "vilket system"))
  }
}
