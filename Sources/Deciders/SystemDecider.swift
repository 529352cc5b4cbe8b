import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections

/// What follows from what is asked about systems, their entitlements and their accounts.
enum SystemDecider {
  static func decide(
    _ command: SystemCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .register(let command): [try register(command, given: state, drafting)]
    case .classify(let command): [try classify(command, given: state, drafting)]
    case .change(let command): [try change(command, given: state, drafting)]
    case .changeStatus(let command):
      [
        try drafting.draft(
          .system(
            .statusChanged(
              SystemStatusChanged(
                system: try system(command.system, in: state).id, status: command.status))))
      ]
    case .analyse(let command): [try analyse(command, given: state, drafting)]
    case .define(let command):
      [try EntitlementDecider.define(command, given: state, drafting)]
    case .changeEntitlement(let command):
      [try EntitlementDecider.change(command, given: state, drafting)]
    case .retire(let command):
      [try EntitlementDecider.retire(command, given: state, drafting)]
    case .findAccount(let command):
      [try AccountDecider.find(command, given: state, drafting)]
    case .describeAccount(let command):
      [try AccountDecider.describe(command, given: state, drafting)]
    case .rotateAccount(let command):
      [try AccountDecider.rotate(command, given: state, drafting)]
    }
  }

  private static func register(
    _ command: RegisterSystem, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    if state.systems.contains(command.system) { throw ReferenceCodes.taken(command.system) }
    for unit in [command.owner, command.informationOwner] {
      if let unit, !state.units.contains(unit) { throw ReferenceCodes.unknown(unit) }
    }
    try ReferenceCodes.check(days: command.reviewDays)
    let name = try drafting.label(command.name, Fields.name)
    let supplier = try drafting.optionalLabel(command.supplier, Fields.supplier)
    let support = try drafting.optionalLabel(command.support, Fields.support)
    return try drafting.draft(about: nil) { id throws(Rejection) in
      let purpose = try command.purpose.map { text throws(Rejection) in
        try drafting.seal(
          text, "purpose", Localized(en: "purpose", sv: "ändamål"), of: id, about: nil)
      }
      return .system(
        .registered(
          SystemRegistered(
            system: command.system, name: name, owner: command.owner,
            ownership: command.ownership, informationOwner: command.informationOwner,
            supplier: supplier, personalData: command.personalData, sector: command.sector,
            support: support, commonDecision: command.commonDecision,
            reviewDays: command.reviewDays, purpose: purpose)))
    }
  }

  private static func change(
    _ command: ChangeSystem, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let row = try system(command.system, in: state)
    for unit in [command.owner, command.informationOwner] {
      if let unit, !state.units.contains(unit) { throw ReferenceCodes.unknown(unit) }
    }
    try ReferenceCodes.check(days: command.reviewDays)
    let changed = SystemChanged(
      system: row.id, name: try drafting.optionalLabel(command.name, Fields.name),
      owner: command.owner, ownership: command.ownership,
      informationOwner: command.informationOwner,
      supplier: try drafting.optionalLabel(command.supplier, Fields.supplier),
      personalData: command.personalData, sector: command.sector,
      support: try drafting.optionalLabel(command.support, Fields.support),
      commonDecision: command.commonDecision, reviewDays: command.reviewDays)
    guard changed != SystemChanged(system: row.id) else {
      throw ReferenceCodes.nothingChanged("\(row.id)")
    }
    return try drafting.draft(.system(.changed(changed)))
  }

  private static func classify(
    _ command: ClassifySystem, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let row = try system(command.system, in: state)
    if let analysis = command.analysis, row.analysis(analysis) == nil {
      throw ReferenceCodes.unknown(analysis)
    }
    let levels = command.classification
    let moment = drafting.context.moment
    let rules = state.effectivePolicy(
      for: row.id, units: [], at: moment, standard: drafting.context.policy
    ).policy
    let validUntil =
      command.validUntil
      ?? ClassificationValidity.end(
        made: moment, stated: nil, within: rules.classificationValidity, in: drafting.context.zone)
    if let violation = OrderedPeriod.check(from: moment, until: validUntil) {
      throw Rejection(violation)
    }
    return try drafting.draft(
      .system(
        .classified(
          SystemClassified(
            system: row.id, confidentiality: Int64(levels.confidentiality),
            integrity: Int64(levels.integrity), availability: Int64(levels.availability),
            method: try drafting.optionalLabel(
              command.method, Localized(en: "method", sv: "metod")),
            participants: command.participants, analysis: command.analysis,
            validUntil: validUntil))))
  }

  private static func analyse(
    _ command: AnalyseRisk, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let row = try system(command.system, in: state)
    if state.analyses.contains(command.analysis) { throw ReferenceCodes.taken(command.analysis) }
    for days in [command.validityDaysMax, command.reviewDaysMax] {
      try ReferenceCodes.check(days: days)
    }
    try ReferenceCodes.check(level: command.residual)
    guard command.conducted <= drafting.context.now else {
      throw ReferenceCodes.order(
        "\(command.analysis)",
        state: Localized(
          en: "made at \(command.conducted), which is to come",
          sv: "gjord \(command.conducted), som inte har inträffat"),
        needed: Localized(
          en: "an analysis that has been made: --conducted DAY",
          sv: "en analys som är gjord: --conducted DAG"))
    }
    return try drafting.draft(
      .system(
        .riskAnalysed(
          RiskAnalysed(
            analysis: command.analysis, system: row.id, kind: command.kind,
            conducted: command.conducted,
            method: try drafting.label(command.method, Localized(en: "method", sv: "metod")),
            reference: try drafting.label(
              command.reference, Localized(en: "reference", sv: "referens")),
            residual: command.residual, validityDaysMax: command.validityDaysMax,
            reviewDaysMax: command.reviewDaysMax, twoPersons: command.twoPersons))))
  }

  static func system(_ id: SystemID, in state: Register) throws(Rejection) -> SystemRow {
    guard let row = state.systems[id] else { throw ReferenceCodes.unknown(id) }
    return row
  }

  private enum Fields {
    static let name = Localized(en: "name", sv: "namn")
    static let supplier = Localized(en: "supplier", sv: "leverantör")
    static let support = Localized(en: "support contact", sv: "supportkontakt")
  }
}
