import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

extension HistoryDecider {
  /// A system: registered, classified, in operation, with its entitlements and those who answer for it.
  static func register(
    _ command: HistoryCommand.System, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    if state.systems.contains(command.system) { throw HistoryCodes.taken(command.system) }
    let moment = drafting.context.moment
    let holders: [(Role, PersonID)] = [
      (.owner, command.owner), (.steward, command.steward), (.deputy, command.deputy),
    ]
    for (_, holder) in holders { try require(holder, in: state) }
    guard let body = administration(of: command.owner, at: moment, in: state) else {
      throw HistoryCodes.order(
        "\(command.owner)",
        state: Localized(en: "works in no unit", sv: "arbetar inte i någon enhet"))
    }
    let id = drafting.drawID()
    let purpose = try command.purpose.map { text throws(Rejection) in
      try drafting.seal(text, "purpose", of: id, about: nil)
    }
    var drafts = [
      try drafting.draft(
        id,
        .system(
          .registered(
            SystemRegistered(
              system: command.system, name: command.name, owner: body, ownership: .committee,
              reviewDays: command.reviewDays, purpose: purpose)))),
      try drafting.draft(
        .system(
          .classified(
            SystemClassified(
              system: command.system,
              confidentiality: Int64(command.classification.confidentiality),
              integrity: Int64(command.classification.integrity),
              availability: Int64(command.classification.availability))))),
      try drafting.draft(
        .system(
          .statusChanged(SystemStatusChanged(system: command.system, status: .inOperation)))),
    ]
    for entitlement in command.entitlements {
      drafts.append(
        try drafting.draft(
          .system(
            .entitlementDefined(
              EntitlementDefined(
                entitlement: EntitlementID(system: command.system, name: entitlement.name),
                name: entitlement.label, description: entitlement.label, account: .personal,
                privilege: .ordinary, decidedBy: .steward)))))
    }
    for (place, (role, holder)) in holders.enumerated() {
      drafts.append(
        try drafting.draft(
          .role(
            .assigned(
              RoleAssigned(
                assignment: AssignmentID(number: state.assignments.nextNumber + place), role: role,
                holder: holder, system: command.system, from: moment))), about: holder))
    }
    return drafts
  }

  /// The unit directly below the root in which a person works, or worked last; the root itself for those placed there.
  private static func administration(
    of person: PersonID, at moment: Instant, in state: Register
  ) -> UnitID? {
    guard let row = state.persons[person],
      var unit = (row.affiliation(at: moment) ?? row.affiliations.last)?.unit(at: moment)
    else { return nil }
    // A tree is no deeper than it has units, whatever the log says.
    for _ in 0...state.units.count {
      guard let parent = state.parent(of: unit, at: moment),
        state.parent(of: parent, at: moment) != nil
      else {
        return unit
      }
      unit = parent
    }
    return unit
  }

  /// A person comes, or moves: the new affiliation begins before the old one ends, so that presence has no gap.
  static func register(
    _ command: HistoryCommand.Person, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.units.contains(command.unit) else { throw HistoryCodes.unknown(command.unit) }
    let moment = drafting.context.moment
    var drafts: [Draft<AccessEvent>] = []
    var unit = command.unit
    for (place, name) in command.newUnits.enumerated() {
      let id = UnitID(number: state.units.nextNumber + place)
      drafts.append(
        try drafting.draft(
          .unit(
            .registered(
              UnitRegistered(
                unit: id, name: name,
                kind: place == 0 && command.startsBelowRoot ? .administration : .unit,
                parent: unit)))))
      unit = id
    }
    let known = state.persons[command.person]
    if known == nil {
      drafts.append(
        try drafting.draft(
          .person(
            .registered(PersonRegistered(person: command.person, category: command.category)))))
    }
    drafts.append(
      try drafting.draft(
        .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: AffiliationID(number: state.affiliations.nextNumber),
              person: command.person, unit: unit, from: moment)))))
    for affiliation in known?.affiliations ?? [] where affiliation.ended == nil {
      drafts.append(
        try drafting.draft(
          .person(
            .affiliationEnded(
              AffiliationEnded(affiliation: affiliation.id, person: command.person)))))
    }
    return drafts
  }

  static func leave(
    _ command: HistoryCommand.Departure, given state: Register, _ drafting: HistoryDrafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard let person = state.persons[command.person] else {
      throw HistoryCodes.unknown(command.person)
    }
    try require(command.by, in: state)
    let open = person.affiliations.filter { $0.ended == nil }
    guard !open.isEmpty else {
      throw HistoryCodes.order(
        "\(command.person)", state: Localized(en: "has left", sv: "har slutat"),
        since: person.affiliations.last?.ended?.effective)
    }
    return try open.map { (place) throws(Rejection) in
      try drafting.draft(
        .person(
          .affiliationEnded(
            AffiliationEnded(
              affiliation: place.id, person: command.person, lastDay: command.lastDay))))
    }
  }
}
