import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

/// What follows from what is asked about the rights in a system.
enum EntitlementDecider {
  private static let name = Localized(en: "name", sv: "namn")
  private static let description = Localized(en: "description", sv: "beskrivning")

  static func define(
    _ command: DefineEntitlement, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let row = try SystemDecider.system(command.entitlement.system, in: state)
    if row.entitlement(command.entitlement.name) != nil {
      throw ReferenceCodes.taken(command.entitlement.name)
    }
    try checkDecider(command.decidedBy)
    try check(command.conditions)
    return try drafting.draft(
      .system(
        .entitlementDefined(
          EntitlementDefined(
            entitlement: command.entitlement, name: try drafting.label(command.name, name),
            description: try drafting.label(command.description, description),
            account: command.account, privilege: command.privilege,
            decidedBy: command.decidedBy, conditions: command.conditions))))
  }

  static func change(
    _ command: ChangeEntitlement, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let row = try entitlement(command.entitlement, in: state)
    try notRetired(row)
    if let role = command.decidedBy { try checkDecider(role) }
    try check(command.conditions)
    let changed = EntitlementChanged(
      entitlement: row.id, name: try drafting.optionalLabel(command.name, name),
      description: try drafting.optionalLabel(command.description, description),
      privilege: command.privilege, decidedBy: command.decidedBy, conditions: command.conditions)
    guard changed != EntitlementChanged(entitlement: row.id) else {
      throw ReferenceCodes.nothingChanged("\(row.id)")
    }
    return try drafting.draft(.system(.entitlementChanged(changed)))
  }

  static func retire(
    _ command: RetireEntitlement, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let row = try entitlement(command.entitlement, in: state)
    try notRetired(row)
    if let successor = command.successor {
      let id = EntitlementID(system: row.id.system, name: successor)
      let other = try entitlement(id, in: state)
      guard id != row.id, other.retired == nil else {
        throw ReferenceCodes.order(
          "\(id)", state: Localized(en: "granted no more", sv: "tilldelas inte längre"),
          needed: Localized(
            en: "another right in the system that is still granted",
            sv: "en annan behörighet i systemet som fortfarande tilldelas"))
      }
    }
    return try drafting.draft(
      .system(
        .entitlementRetired(
          EntitlementRetired(entitlement: row.id, successor: command.successor))))
  }

  private static func entitlement(
    _ id: EntitlementID, in state: Register
  ) throws(Rejection) -> EntitlementRow {
    guard let row = try SystemDecider.system(id.system, in: state).entitlement(id.name) else {
      throw ReferenceCodes.unknown(id)
    }
    return row
  }

  private static func notRetired(_ row: EntitlementRow) throws(Rejection) {
    guard let retired = row.retired else { return }
    throw ReferenceCodes.order(
      "\(row.id)",
      state: Localized(
        en: "retired at \(retired.effective)", sv: "avvecklad \(retired.effective)"),
      needed: Localized(en: "a right that is still granted", sv: "en behörighet som tilldelas"))
  }

  private static func check(_ conditions: EntitlementConditions) throws(Rejection) {
    for count in [conditions.validityDaysMax, conditions.reviewDays] {
      try ReferenceCodes.check(days: count)
    }
    if let level = conditions.level { try ReferenceCodes.check(level: level) }
    guard let cost = conditions.yearlyCost, cost < 0 || cost > 1_000_000_000 else { return }
    throw Rejection(
      ReferenceCodes.range.diagnostic(
        .init(en: "cost in a year", sv: "kostnad per år", "\(cost)"),
        .init(en: "allowed", sv: "tillåtet", "0–1000000000")))
  }

  /// An entitlement is decided by a role whose authority the rules know: owner, steward, manager or head.
  private static func checkDecider(_ role: Role) throws(Rejection) {
    switch role {
    case .owner, .steward, .manager, .head: return
    case .deputy, .administrator, .registrar, .securityCoordinator, .auditor, .custodian, .helpdesk,
      .dataProtectionOfficer, .archivist, .personnelSource, .job:
      throw Rejection(
        ReferenceCodes.decidingRole.diagnostic(
          .init(en: "role", sv: "roll", localized: role.word)))
    }
  }
}
