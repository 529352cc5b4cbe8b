import AccessModel
import Chronology
import Events
import Projections

/// What is counted of units, each thing once for each unit and for every unit above it.
struct UnitTally {
  /// What there is in a unit and below it.
  struct Counts {
    var persons = 0
    var grants = 0
    var reviewsDue = 0
    var reviewsLate = 0
    var flags = 0
    var flagsLate = 0
    var incidents: Set<IncidentID> = []
    var duties = 0
    var dutiesLate = 0
    var unattested = 0
  }

  private(set) var counts: [UnitID: Counts] = [:]
  private var chains: [UnitID: [UnitID]] = [:]
  private let register: Register
  private let moment: Instant

  init(_ question: ViewQuestion) {
    register = question.register
    moment = question.asOf
    persons(question)
    reviews(question)
    surroundings(question)
  }

  /// A unit that is open, and those above it.
  private mutating func chain(from unit: UnitID) -> [UnitID] {
    if let known = chains[unit] { return known }
    var chain: [UnitID] = []
    var place: UnitID? = register.heir(of: unit, at: moment)
    while let present = place, !chain.contains(present) {
      chain.append(present)
      place = register.parent(of: present, at: moment)
    }
    chains[unit] = chain
    return chain
  }

  private mutating func add(_ unit: UnitID?, _ change: (inout Counts) -> Void) {
    guard let unit else { return }
    for place in chain(from: unit) { change(&counts[place, default: Counts()]) }
  }

  /// Where a person works, or worked last.
  private func unit(of person: PersonID?) -> UnitID? {
    guard let row = person.flatMap({ register.persons[$0] }) else { return nil }
    let place = row.affiliation(at: moment) ?? row.affiliations.last { $0.from <= moment }
    return place?.unit(at: moment)
  }

  private func unit(owning system: SystemID?) -> UnitID? {
    system.flatMap { register.systems[$0] }.map { register.owner(of: $0, at: moment) }
  }

  private mutating func persons(_ question: ViewQuestion) {
    for person in register.persons.rows where person.registered.effective <= moment {
      // Somebody who works in several places counts once in each, and once above.
      let places = person.affiliations.filter { $0.isActive(at: moment) }.map {
        $0.unit(at: moment)
      }
      for unit in Set(places.flatMap { chain(from: $0) }) {
        counts[unit, default: Counts()].persons += 1
      }
    }
    for grant in register.grants.rows where register.isInEffect(grant, at: moment) {
      add(unit(of: grant.person)) { $0.grants += 1 }
    }
  }

  private mutating func reviews(_ question: ViewQuestion) {
    for campaign in register.campaigns.rows {
      guard let state = register.state(of: campaign, at: moment) else { continue }
      let plan = campaign.plan
      if state == .decided {
        add(
          plan.unit ?? unit(of: plan.person)
            ?? unit(owning: plan.system ?? plan.entitlement?.system)
        ) { $0.unattested += 1 }
      }
      guard state.isRunning, moment < plan.due else { continue }
      for item in campaign.items where register.state(of: item, in: campaign, at: moment).isOpen {
        add(unit(of: register.grants[item.grant]?.person)) { $0.reviewsDue += 1 }
      }
    }
    for late in OverdueReviews.overdue(question) {
      add(unit(of: late.grant.person)) { $0.reviewsLate += 1 }
    }
  }

  private mutating func surroundings(_ question: ViewQuestion) {
    for flag in register.flags.rows {
      guard let standing = flag.standing(at: moment), standing.state.isOpen else { continue }
      let isLate = standing.due <= moment
      add(unit(of: flag.flagged.person) ?? unit(owning: flag.flagged.system)) {
        $0.flags += 1
        if isLate { $0.flagsLate += 1 }
      }
    }
    for row in register.incidents.rows where row.isOpen(at: moment) {
      let entities = row.standing(at: moment)?.aware.map(\.entity) ?? []
      let owners = row.systems(at: moment, in: register).compactMap { unit(owning: $0) }
      for place in entities + owners { add(place) { $0.incidents.insert(row.id) } }
    }
    let horizon = moment.advanced(byMilliseconds: 30 * 86_400_000)
    for duty in register.duties(at: moment, until: horizon, in: question.zone) {
      // A duty is counted where it is to be done: with whoever must do it, else with what it is about.
      let units = Set(duty.actors.compactMap { unit(of: $0) })
      let places =
        units.isEmpty
        ? [duty.unit ?? unit(of: duty.person) ?? unit(owning: duty.system)].compactMap(\.self)
        : Array(units)
      for place in Set(places.flatMap({ chain(from: $0) })) {
        counts[place, default: Counts()].duties += 1
        if duty.isLate(at: moment) { counts[place, default: Counts()].dutiesLate += 1 }
      }
    }
  }
}
