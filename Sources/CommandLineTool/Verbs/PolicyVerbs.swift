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

/// Adopting the organisation's rules, and looking at them.
enum PolicyVerbs {
  static let adopt = Verb(
    VerbDeclaration(
      "policy", "adopt", kind: .writing,
      summary: Localized(
        en: "record that a document is adopted as rules", sv: "registrera att ett regelverk antas"),
      discussion: Localized(
        en:
          "The whole document goes into the log, where anybody can read it. From --from on it replaces the earlier document of the same level and place, and every decision is judged by the rules in force when it is made. A document for a legal entity, a unit or a system may tighten the rules above it and never loosen them; liggare policy check compares before anything is recorded. Packs to begin from lie in ledger/policy.",
        sv:
          "Hela dokumentet läggs i loggen, där vem som helst kan läsa det. Från och med --from ersätter det det tidigare dokumentet för samma nivå och plats, och varje beslut prövas mot de regler som gäller när det fattas. Ett dokument för en juridisk enhet, en enhet eller ett system får skärpa reglerna ovanför och aldrig mildra dem; liggare policy check jämför innan något registreras. Paket att utgå från finns i ledger/policy."
      ),
      examples: [
        "liggare policy adopt municipality.policy --body U-1 --from 2026-01-01 --review-by 2027-12-31 --case \"KS 2026/12\"",
        "liggare policy adopt care.policy --level entity --unit U-2 --body U-2 --from 2026-02-01 --review-by 2027-12-31",
      ],
      positionals: [Options.file],
      options: [
        OptionDeclaration(
          "body", .unit,
          help: Localized(en: "the body that adopted it", sv: "organet som antog det"),
          isRequired: true),
        Options.level, Options.unit, Options.system,
        OptionDeclaration(
          "from", .moment,
          help: Localized(
            en: "the first moment it holds (a day means its start)",
            sv: "första ögonblicket det gäller (en dag betyder dess början)"),
          isRequired: true),
        OptionDeclaration(
          "review-by", .moment,
          help: Localized(
            en: "when it must have been looked at again (a day means its end)",
            sv: "när det senast ska ha setts över (en dag betyder dess slut)"),
          isRequired: true),
      ])
  ) { session in
    let ledger = try session.openLedger(.writing)
    let zone = try ledger.timeZone()
    let text = try text(ofFile: session.command.required("file"))
    guard let body = try session.identifier("body", UnitID.self),
      let from = try session.moment("from", in: zone, dayMeans: .start),
      let reviewBy = try session.moment("review-by", in: zone, dayMeans: .end)
    else { return .usage }
    let adopt = AdoptPolicy(
      level: try session.coded("level", PolicyLevel.self) ?? .group,
      unit: try session.identifier("unit", UnitID.self),
      system: try session.identifier("system", SystemID.self), body: body, from: from,
      reviewBy: reviewBy, document: text)
    let id =
      IncidentRules.isMeant(by: text)
      ? try IncidentRules(reading: text).id
      : try PolicyDocument(reading: text, events: Register.policyEvents).id
    return try session.record(in: ledger, zone: zone, isGrave: true, named: { ["\(id)"] }) { _ in
      [.init(.policy(.adopt(adopt)))]
    }
  }

  static let check = Verb(
    VerbDeclaration(
      "policy", "check", kind: .reading,
      summary: Localized(
        en: "read a document and compare it with the rules in force, recording nothing",
        sv: "läs ett regelverk och jämför det med gällande regler utan att registrera något"),
      discussion: Localized(
        en:
          "Every line that cannot be read is told with its number. Then what the document would change: for the group, of the group's rules; for a lower level, of the rules above it, where loosening anything ends with exit status 1.",
        sv:
          "Varje rad som inte går att läsa anges med sitt nummer. Därefter vad dokumentet skulle ändra: för koncernen, av koncernens regler; för en lägre nivå, av reglerna ovanför, där varje mildring ger slutkod 1."
      ),
      examples: [
        "liggare policy check municipality.policy",
        "liggare policy check care.policy --level entity --unit U-2",
      ],
      positionals: [Options.file], options: [Options.level, Options.unit, Options.system])
  ) { session in
    let asked = try QuestionSession(session)
    let text = try text(ofFile: session.command.required("file"))
    if IncidentRules.isMeant(by: text) {
      let rules = try IncidentRules(reading: text)
      if let level = try session.coded("level", PolicyLevel.self),
        let violation = GroupWideIncidentRules.check(rules.id, level: level)
      {
        throw VerbFailure(.refused, violation)
      }
      let before = asked.question.register.incidentRules(at: asked.question.asOf)
      try asked.answer(IncidentRulesTable.differences(from: before, to: rules))
      return .done
    }
    let document = try PolicyDocument(reading: text, events: Register.policyEvents)
    let register = asked.question.register
    let level = try session.coded("level", PolicyLevel.self) ?? .group
    let unit = try unit(session, register)
    let system = try system(session, register)
    if let violation = PolicyPlace.check(
      level: level, unit: unit, unitKind: unit.flatMap { register.units[$0] }?.kind,
      system: system, hasSystem: system != nil)
    {
      throw VerbFailure(.refused, violation)
    }
    let above = register.policy(
      above: level, unit: unit, system: system, at: asked.question.asOf)
    var differences = PolicyRules.differences(of: document, at: level, from: above)
    differences.title = asked.titled(differences.title)
    try asked.answer(differences)
    if level != .group, let violation = PolicyTightens.check(document, below: above) {
      throw VerbFailure(.refused, violation)
    }
    return .done
  }

  static let show = Verb(
    VerbDeclaration(
      "policy", "show", kind: .reading,
      summary: Localized(
        en: "show the rules that hold, or one document",
        sv: "visa gällande regler, eller ett regelverk"),
      discussion: Localized(
        en:
          "Without a name: every rule that holds for the whole group, or with --system and --unit for access to that system by people in that unit, and which document each comes from. With a name: what that document sets, or with --text the document itself, byte for byte.",
        sv:
          "Utan namn: varje regel som gäller för hela koncernen, eller med --system och --unit för behörighet till systemet för dem som arbetar i enheten, och vilket dokument var och en kommer från. Med namn: vad dokumentet anger, eller med --text själva dokumentet, byte för byte."
      ),
      examples: [
        "liggare policy show --system S-1 --unit U-2", "liggare policy show municipality-2026.1",
        "liggare policy show municipality-2026.1 --text > municipality.policy",
      ],
      positionals: [
        PositionalDeclaration(
          "policy", .text,
          help: Localized(
            en: "the document's name and version", sv: "dokumentets namn och version"),
          isOptional: true)
      ],
      options: [
        Options.asked("system", .system), Options.asked("unit", .unit),
        OptionDeclaration.flag(
          "text", help: Localized(en: "the document itself", sv: "själva dokumentet")),
      ])
  ) { session in
    let asked = try QuestionSession(session)
    let register = asked.question.register
    guard let name = session.command.string("policy") else {
      guard !session.command.flag("text") else {
        throw session.malformed(
          "text", "--text",
          Localized(en: "together with a document's name", sv: "tillsammans med ett dokuments namn")
        )
      }
      let rules = register.effectivePolicy(
        for: try system(session, register),
        units: [try unit(session, register)].compactMap(\.self), at: asked.question.asOf)
      try asked.answer(PolicyRules.effective(rules, asked.question))
      return .done
    }
    for option in ["system", "unit"] where session.command.string(option) != nil {
      throw session.malformed(
        option, session.command.required(option),
        Localized(
          en: "not together with a document's name", sv: "inte tillsammans med ett dokuments namn"))
    }
    let row = try asked.found(PolicyID(name), in: register.policies, typed: name)
    if session.command.flag("text") {
      guard !asked.isMasked else {
        throw session.malformed(
          "profile", session.command.required("profile"),
          Localized(
            en: "not together with --text, which is given byte for byte or not at all",
            sv: "inte tillsammans med --text, som ges byte för byte eller inte alls"))
      }
      try asked.note(PolicyRules.description.name)
      try session.answer(row.adopted.document.text)
    } else if let rules = row.incidentRules {
      try asked.answer(IncidentRulesTable.table(rules))
    } else {
      try asked.answer(PolicyRules.card(row, asked.question))
    }
    return .done
  }

  static let diff = Verb(
    VerbDeclaration(
      "policy", "diff", kind: .reading,
      summary: Localized(
        en: "tell where two documents differ", sv: "visa var två regelverk skiljer sig"),
      discussion: Localized(
        en:
          "Each is the name of an adopted document, or a file. Only what differs is shown, with whether the second is tighter or looser; what a document says nothing of counts as in the standard rules.",
        sv:
          "Vart och ett är namnet på ett antaget dokument, eller en fil. Bara det som skiljer visas, med om det andra är striktare eller slappare; det ett dokument inte nämner räknas som i standardreglerna."
      ),
      examples: ["liggare policy diff municipality-2026.1 municipality.policy"],
      positionals: [
        PositionalDeclaration(
          "before", .file,
          help: Localized(en: "a document or a file", sv: "ett dokument eller en fil")),
        PositionalDeclaration(
          "after", .file, help: Localized(en: "another", sv: "ett annat")),
      ], sharedOptionNames: ["format", "out", "no-header", "known-at", "profile"])
  ) { session in
    let asked = try QuestionSession(session)
    if let differences = try incidentDifferences(asked) {
      try asked.answer(differences)
      return .done
    }
    let documents = try ["before", "after"].map { name in
      let written = session.command.required(name)
      if let id = PolicyID(written), let row = asked.question.register.policies[id],
        let document = row.document
      {
        return document
      }
      return try PolicyDocument(reading: text(ofFile: written), events: Register.policyEvents)
    }
    try asked.answer(
      PolicyRules.differences(from: documents[0], to: documents[1], standard: .standard))
    return .done
  }

  static let list = Verb(
    VerbDeclaration(
      "policy", "list", kind: .reading,
      summary: Localized(en: "list policy documents", sv: "lista regelverk"),
      examples: ["liggare policy list"], options: TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session)
    try asked.answer(PolicyDocuments.answer(asked.question))
    return .done
  }

  /// Where two documents of rules for incidents differ; `nil` when the first is none.
  private static func incidentDifferences(_ asked: QuestionSession) throws -> Table? {
    func text(_ name: String) throws -> DocumentText {
      let written = asked.session.command.required(name)
      if let row = PolicyID(written).flatMap({ asked.question.register.policies[$0] }) {
        return row.adopted.document
      }
      return try PolicyVerbs.text(ofFile: written)
    }
    let before = try text("before")
    guard IncidentRules.isMeant(by: before) else { return nil }
    return IncidentRulesTable.differences(
      from: try IncidentRules(reading: before), to: try IncidentRules(reading: try text("after")))
  }

  static func text(ofFile path: String) throws -> DocumentText {
    // One byte more than a document may have, so that one that is too long is told as such.
    try PolicyDocument.text(of: WholeFile.read(path, bytesMax: 1_000_000))
  }

  static func unit(_ session: VerbSession, _ register: Register) throws -> UnitID? {
    guard let text = session.command.string("unit") else { return nil }
    guard let unit = UnitID(text), register.units.contains(unit) else {
      throw QuestionVerbs.notFound(
        UnitSubject.word, text,
        near: Suggestions.alike(text, among: register.units.ids.lazy.map { "\($0)" }))
    }
    return unit
  }

  static func system(_ session: VerbSession, _ register: Register) throws -> SystemID? {
    guard let text = session.command.string("system") else { return nil }
    guard let system = SystemID(text), register.systems.contains(system) else {
      throw QuestionVerbs.noSystem(text, register)
    }
    return system
  }

  static let all = [adopt, check, PolicyWhatIfVerb.whatIf, show, diff, list]

  enum Options {
    static let file = PositionalDeclaration(
      "file", .file, help: Localized(en: "the document", sv: "dokumentet"))
    static let level = OptionDeclaration(
      "level", CommonOptions.choices(PolicyLevel.self),
      help: Localized(
        en: "whose rules they are; group when left out",
        sv: "vems regler de är; group om det utelämnas"))
    static let unit = OptionDeclaration(
      "unit", .unit,
      help: Localized(
        en: "the legal entity or unit they are for", sv: "den juridiska enhet eller enhet de gäller"
      ))
    static let system = OptionDeclaration(
      "system", .system,
      help: Localized(en: "the system they are for", sv: "systemet de gäller"))

    static func asked(_ name: String, _ form: ArgumentForm) -> OptionDeclaration {
      OptionDeclaration(
        name, form,
        help: name == "system"
          ? Localized(en: "for access to this system", sv: "för behörighet till detta system")
          : Localized(
            en: "for people in this unit", sv: "för dem som arbetar i denna enhet"))
    }
  }
}
