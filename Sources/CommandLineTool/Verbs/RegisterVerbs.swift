import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import Events
import Projections

/// Questions about what systems demand: their analyses, and what a change makes of the grants.
enum RegisterVerbs {
  static let analyses = Verb(
    VerbDeclaration(
      "system", "analyses", kind: .reading,
      summary: Localized(
        en: "list the risk analyses of a system, or of all",
        sv: "lista riskanalyserna av ett system, eller av alla"),
      examples: ["liggare system analyses S-1"],
      positionals: [
        PositionalDeclaration(
          "system", .system, help: Localized(en: "which system", sv: "vilket system"),
          isOptional: true)
      ], options: TableOrdering.options)
  ) { session in
    let asked = try QuestionSession(session) { try ViewVerbs.Options.filter(session, $0) }
    try asked.answer(Analyses.answer(asked.question))
    return .done
  }

  static let impact = Verb(
    VerbDeclaration(
      "system", "impact", kind: .reading,
      summary: Localized(
        en: "list the grants that fall short of what is asked for, before and after a change",
        sv: "lista tilldelningarna som inte når upp till det som krävs, före och efter en ändring"),
      discussion: Localized(
        en:
          "With --classification, --entitlement and --level, or an analysis by --review-days-max, --validity-days-max or --two-persons, it tells what such a change would do; nothing is recorded. Without them it tells of the last change that is recorded.",
        sv:
          "Med --classification, --entitlement och --level, eller en analys genom --review-days-max, --validity-days-max eller --two-persons, visas vad en sådan ändring skulle göra; inget registreras. Utan dem visas den senast registrerade ändringen."
      ),
      examples: [
        "liggare system impact S-1 --classification 3/3/2",
        "liggare system impact S-1 --entitlement S-1/read --level 3 --format json",
        "liggare system impact S-1 --review-days-max 92 --two-persons",
      ],
      positionals: [SystemVerbs.Options.system],
      options: [
        OptionDeclaration(
          "classification", .text,
          help: Localized(
            en: "suppose this class, K/R/T", sv: "anta denna klass, K/R/T")),
        OptionDeclaration(
          "entitlement", .entitlement,
          help: Localized(
            en: "suppose another level of this right: --level",
            sv: "anta en annan nivå för denna rättighet: --level")),
        OptionDeclaration(
          "level", .number(0...4),
          help: Localized(en: "the level supposed, 0–4", sv: "nivån som antas, 0–4")),
        OptionDeclaration(
          "review-days-max", .number(1...3_660),
          help: Localized(
            en: "suppose an analysis that asks for reviews this often, in days",
            sv: "anta en analys som kräver granskning så här ofta, i dagar")),
        OptionDeclaration(
          "validity-days-max", .number(1...3_660),
          help: Localized(
            en: "suppose an analysis that allows this length, in days",
            sv: "anta en analys som tillåter denna längd, i dagar")),
        OptionDeclaration.flag(
          "two-persons",
          help: Localized(
            en: "suppose an analysis that asks for two persons",
            sv: "anta en analys som kräver två personer")),
      ])
  ) { session in
    let supposed = session.command.string("entitlement")
    let asked = try QuestionSession(session) { ledger in
      var filter = ViewFilter()
      let text = session.command.required("system")
      guard let system = SystemID(text), ledger.register.systems.contains(system) else {
        throw QuestionVerbs.noSystem(text, ledger.register)
      }
      filter.systems = [system]
      return filter
    }
    guard let system = asked.question.filter.systems.first else { return .usage }
    let right = try supposed.map {
      try QuestionVerbs.entitlement($0, session, asked.question.register)
    }
    if let change = try change(session, system, right, asked.question) {
      try asked.answer(Impact.answer(asked.question, supposing: change))
    } else {
      try asked.answer(Impact.answer(asked.question))
    }
    return .done
  }

  /// The one change that was typed; `nil` when none was.
  private static func change(
    _ session: VerbSession, _ system: SystemID, _ right: EntitlementID?, _ question: ViewQuestion
  ) throws -> SystemEvent? {
    let command = session.command
    var changes: [SystemEvent] = []
    if let levels = try SystemVerbs.classification(session) {
      changes.append(
        .classified(
          SystemClassified(
            system: system, confidentiality: Int64(levels.confidentiality),
            integrity: Int64(levels.integrity), availability: Int64(levels.availability))))
    }
    if right != nil || command.flag("level") {
      guard let right, right.system == system, let level = command.integer("level") else {
        throw session.malformed(
          "entitlement, level", right.map { "\($0)" } ?? "–",
          Localized(
            en: "both, and a right in \(system)", sv: "båda, och en rättighet i \(system)"))
      }
      changes.append(
        .entitlementChanged(
          EntitlementChanged(entitlement: right, conditions: .init(level: Int64(level)))))
    }
    if let analysis = try analysis(session, system, question) { changes.append(analysis) }
    guard changes.count <= 1 else {
      throw session.malformed(
        "classification, entitlement, analysis", "\(changes.count)",
        Localized(en: "one change at a time", sv: "en ändring i taget"))
    }
    return changes.first
  }

  private static func analysis(
    _ session: VerbSession, _ system: SystemID, _ question: ViewQuestion
  ) throws -> SystemEvent? {
    let command = session.command
    let reviewDays = command.integer("review-days-max").map(Int64.init)
    let validityDays = command.integer("validity-days-max").map(Int64.init)
    let needsTwo = command.flag("two-persons")
    guard reviewDays != nil || validityDays != nil || needsTwo else { return nil }
    var analysis = RiskAnalysed(blank: ())
    analysis.system = system
    analysis.analysis = AnalysisID(number: question.register.analyses.nextNumber)
    analysis.conducted = question.asOf
    analysis.reviewDaysMax = reviewDays
    analysis.validityDaysMax = validityDays
    analysis.twoPersons = needsTwo ? .yes : nil
    return .riskAnalysed(analysis)
  }

  static let all = [analyses, impact]
}
