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
          "purpose", .text,
          help: Localized(en: "what it is for, in free text", sv: "vad det är till för, i fritext")),
        OptionDeclaration("id", .system, help: OrganisationVerbs.Options.id),
      ] + Details.all + Grounds.all)
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let owner = try session.unit("owner", in: ledger) else { return .usage }
    let ownership = try session.coded("ownership", Ownership.self) ?? .committee
    let classification = try classification(session)
    let status = try session.coded("status", SystemStatus.self)
    let grounds = try Classifying(session, zone)
    let details = try ChangeSystem(session, SystemID(number: 1))
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
                ownership: ownership, informationOwner: details.informationOwner,
                supplier: details.supplier, personalData: details.personalData,
                sector: details.sector, support: details.support,
                commonDecision: details.commonDecision, reviewDays: details.reviewDays,
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
        steps.append(.init(.system(.classify(grounds.command(system, classification)))))
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
      discussion: Localized(
        en:
          "Lowering a level needs a reason and a risk analysis made since the last classification. Level 4 is outside this register.",
        sv:
          "Att sänka en nivå kräver ett skäl och en riskanalys gjord efter den senaste klassningen. Nivå 4 ligger utanför detta register."
      ),
      examples: [
        "liggare system classify S-1 3/3/2 --participant steward --participant owner",
        "liggare system classify S-1 2/2/2 --analysis RA-1 --reason \"No health data any more\"",
      ],
      positionals: [
        Options.system,
        PositionalDeclaration(
          "classification", .text,
          help: Localized(en: "K/R/T, each 0–4", sv: "K/R/T, vardera 0–4")),
      ], options: Grounds.all)
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let system = try session.identifier("system", SystemID.self),
      let classification = try classification(session)
    else { return .usage }
    let grounds = try Classifying(session, zone)
    return try session.record(in: ledger, zone: zone, named: { ["\(system)"] }) { _ in
      [.init(.system(.classify(grounds.command(system, classification))))]
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

  static func classification(_ session: VerbSession) throws -> Classification? {
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

  static let all = [register, change, classify, status, risk]

  enum Options {
    static let system = PositionalDeclaration(
      "system", .system, help: Localized(en: "which system", sv: "vilket system"))
  }

  static let change = Verb(
    VerbDeclaration(
      "system", "change", kind: .writing,
      summary: Localized(
        en: "change what is said of a system", sv: "ändra det som sägs om ett system"),
      discussion: Localized(
        en: "What is left out stays as it is. Say why with --reason.",
        sv: "Det som utelämnas förblir som det är. Ange varför med --reason."),
      examples: [
        "liggare system change S-1 --owner U-4 --reason \"The duty has moved to the board\""
      ],
      positionals: [Options.system],
      options: [
        OptionDeclaration(
          "name", .text, help: Localized(en: "what it is called", sv: "vad det heter")),
        OptionDeclaration(
          "owner", .unit, help: Localized(en: "the body that owns it", sv: "organet som äger det")),
      ] + Details.all)
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    guard let system = try session.identifier("system", SystemID.self) else { return .usage }
    var change = try ChangeSystem(session, system)
    change.name = session.command.string("name")
    change.owner = try session.identifier("owner", UnitID.self)
    change.ownership = try session.coded("ownership", Ownership.self)
    let command = change
    return try session.record(in: ledger, zone: zone, named: { ["\(system)"] }) { _ in
      [.init(.system(.change(command)))]
    }
  }

  static let risk = Verb(
    VerbDeclaration(
      "system", "risk", kind: .writing,
      summary: Localized(
        en: "record that a risk analysis of a system has been made",
        sv: "registrera att en riskanalys av ett system är gjord"),
      discussion: Localized(
        en:
          "An analysis may ask for shorter times and for two persons than the rules do, never for less. Of each kind the analysis made last counts.",
        sv:
          "En analys får kräva kortare tider och två personer utöver reglerna, aldrig mindre. Av varje slag gäller den senast gjorda."
      ),
      examples: [
        "liggare system risk S-1 --kind needs-and-risk --method \"Workshop\" --reference \"SN 2026/31\" --residual 2 --conducted 2026-03-02 --review-days-max 92 --two-persons"
      ],
      positionals: [Options.system],
      options: [
        OptionDeclaration(
          "kind", CommonOptions.choices(RiskAnalysisKind.self),
          help: Localized(
            en: "what sort of analysis; general when left out",
            sv: "vilket slags analys; general om det utelämnas")),
        OptionDeclaration(
          "method", .text, help: Localized(en: "the method used", sv: "metoden som använts"),
          isRequired: true),
        OptionDeclaration(
          "reference", .text,
          help: Localized(en: "where it is kept", sv: "var den förvaras"), isRequired: true),
        OptionDeclaration(
          "residual", .number(0...4),
          help: Localized(
            en: "the level of the risk that is left, 0–4", sv: "kvarstående risk, 0–4"),
          isRequired: true),
        OptionDeclaration(
          "conducted", .moment, help: Localized(en: "when it was made", sv: "när den gjordes"),
          isRequired: true),
        OptionDeclaration(
          "validity-days-max", .number(1...3_660),
          help: Localized(
            en: "the longest time a grant may run, in days",
            sv: "längsta tid en tilldelning får löpa, i dagar")),
        OptionDeclaration(
          "review-days-max", .number(1...3_660),
          help: Localized(
            en: "the longest time between reviews, in days",
            sv: "längsta tid mellan granskningar, i dagar")),
        OptionDeclaration.flag(
          "two-persons",
          help: Localized(
            en: "two persons are needed to decide", sv: "två personer krävs för beslut")),
        OptionDeclaration("id", .text, help: OrganisationVerbs.Options.id),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let command = session.command
    guard let system = try session.identifier("system", SystemID.self),
      let conducted = try session.moment("conducted", in: zone, dayMeans: .start)
    else { return .usage }
    let kind = try session.coded("kind", RiskAnalysisKind.self) ?? .general
    let given = try session.identifier("id", AnalysisID.self)
    var analysis = AnalysisID(number: 1)
    return try session.record(in: ledger, zone: zone, named: { ["\(analysis)"] }) { ledger in
      analysis = given ?? AnalysisID(number: ledger.register.analyses.nextNumber)
      return [
        .init(
          .system(
            .analyse(
              AnalyseRisk(
                analysis: analysis, system: system, kind: kind, conducted: conducted,
                method: command.required("method"), reference: command.required("reference"),
                residual: Int64(command.integer("residual") ?? 0),
                validityDaysMax: command.integer("validity-days-max").map(Int64.init),
                reviewDaysMax: command.integer("review-days-max").map(Int64.init),
                twoPersons: command.flag("two-persons") ? .yes : nil))))
      ]
    }
  }
}

/// What was typed of a classification besides its levels.
private struct Classifying {
  let method: String?
  let participants: [Role]
  let analysis: AnalysisID?
  let validUntil: Instant?

  init(_ session: VerbSession, _ zone: TimeZoneRules) throws {
    method = session.command.string("method")
    participants = try session.roles("participant")
    analysis = try session.identifier("analysis", AnalysisID.self)
    validUntil = try session.moment("valid-until", in: zone, dayMeans: .end)
  }

  func command(_ system: SystemID, _ classification: Classification) -> ClassifySystem {
    ClassifySystem(
      system: system, classification: classification, method: method, participants: participants,
      analysis: analysis, validUntil: validUntil)
  }
}

extension ChangeSystem {
  /// What was typed of a system's details, without its name and whose it is.
  fileprivate init(_ session: VerbSession, _ system: SystemID) throws {
    let command = session.command
    self.init(
      system: system,
      informationOwner: try session.identifier("information-owner", UnitID.self),
      supplier: command.string("supplier"),
      personalData: try session.coded("personal-data", PersonalDataKind.self),
      sector: try session.coded("sector", Sector.self), support: command.string("support"),
      commonDecision: try session.caseNumber("common-decision"),
      reviewDays: command.integer("review-days").map(Int64.init))
  }
}
