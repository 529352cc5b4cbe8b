import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// How the bodies and companies of the group stand, and the group as a whole.
public enum GroupConsolidation: RegisterView {
  private static let scope = Column(key: "scope", title: Localized(en: "Of", sv: "Avser"))

  public static let description = ViewDescription(
    "group-consolidation",
    title: Localized(
      en: "The group, by legal entity", sv: "Koncernen, per juridisk person och nämnd"),
    question: Localized(
      en: "How does each body and company stand, and the group as a whole?",
      sv: "Hur står det till i varje nämnd och bolag, och i koncernen som helhet?"),
    controls: [.allSystems, .followUp, .plannedFollowUp],
    columns: [
      scope, .unit, .unitName, .number("persons", Localized(en: "Persons", sv: "Personer")),
      .number("systems", Localized(en: "Systems", sv: "System")),
      .number("classified", Localized(en: "classified", sv: "klassade")),
      .number("stewarded", Localized(en: "with a steward", sv: "med förvaltare")), .grantsInEffect,
      HeadFollowUp.reviewsLate, HeadFollowUp.flags, HeadFollowUp.incidents,
      .number("clocks_late", Localized(en: "Clocks late", sv: "Försenade tidsgränser")),
    ], key: ["scope", "unit"],
    filters: [.unit],
    remark: Localized(
      en:
        "Systems, and what is in them, are counted with the entity that owns them; a classification counts while it holds. The last row is the group: what concerns several entities counts once there.",
      sv:
        "System, och det som finns i dem, räknas hos den som äger dem; en klassning räknas så länge den gäller. Sista raden är koncernen: det som rör flera räknas en gång där."
    ))

  /// What is counted of one entity.
  private struct Counts {
    var persons: Set<PersonID> = []
    var systems = 0
    var classified = 0
    var stewarded = 0
    var grants = 0
    var reviewsLate = 0
    var flags = 0
    var incidents: Set<IncidentID> = []
    var clocksLate: Set<LateClock> = []
  }

  /// A clock that is late, told apart from the others of its incident.
  private struct LateClock: Hashable {
    var incident: IncidentID
    var number: Int
  }

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    var question = question
    question.register.readForAllGrants()
    var byEntity: [UnitID: Counts] = [:]
    var whole = Counts()
    func add(_ entities: Set<UnitID>, _ change: (inout Counts) -> Void) {
      let asked = entities.filter { question.admits(unit: $0) }
      guard !asked.isEmpty else { return }
      change(&whole)
      for entity in asked { change(&byEntity[entity, default: Counts()]) }
    }
    let register = question.register
    let asOf = question.asOf
    func entity(_ unit: UnitID) -> UnitID { register.legalEntity(of: unit, at: asOf) }
    for unit in register.units.rows where unit.isOpen(at: asOf) && entity(unit.id) == unit.id {
      add([unit.id]) { _ in }
    }
    for person in register.persons.rows {
      let places = person.affiliations.filter { $0.isActive(at: asOf) }
      add(Set(places.map { entity($0.unit(at: asOf)) })) { $0.persons.insert(person.id) }
    }
    var owners: [SystemID: UnitID] = [:]
    for system in register.systems.rows where system.registered.effective <= asOf {
      let owner = entity(register.owner(of: system, at: asOf))
      owners[system.id] = owner
      guard system.closing.map({ asOf < $0 }) ?? true else { continue }
      let isClassified =
        register.classificationEnd(of: system, at: asOf, in: question.zone)
        .map { asOf < $0 } ?? false
      let isStewarded = !register.holders(of: .steward, for: system.id, at: asOf).isEmpty
      add([owner]) {
        $0.systems += 1
        if isClassified { $0.classified += 1 }
        if isStewarded { $0.stewarded += 1 }
      }
    }
    func owner(_ system: SystemID?) -> Set<UnitID> {
      system.flatMap { owners[$0] }.map { [$0] } ?? []
    }
    for grant in register.grants.rows where register.isInEffect(grant, at: asOf) {
      add(owner(grant.entitlement.system)) { $0.grants += 1 }
    }
    var unlimited = question
    unlimited.filter = ViewFilter()
    for late in OverdueReviews.overdue(unlimited) {
      add(owner(late.grant.entitlement.system)) { $0.reviewsLate += 1 }
    }
    for flag in register.flags.rows {
      guard let standing = flag.standing(at: asOf), standing.state.isOpen else { continue }
      let person = flag.flagged.person.flatMap { register.persons[$0]?.affiliation(at: asOf) }
      let place: Set<UnitID> =
        flag.flagged.system == nil
        ? person.map { [entity($0.unit(at: asOf))] } ?? [] : owner(flag.flagged.system)
      add(place) { $0.flags += 1 }
    }
    for row in register.incidents.rows {
      guard let standing = row.standing(at: asOf) else { continue }
      let concerned = row.systems(at: asOf, in: register).reduce(
        into: Set(standing.aware.map { entity($0.entity) })
      ) { $0.formUnion(owner($1)) }
      if standing.state.isOpen { add(concerned) { $0.incidents.insert(row.id) } }
      let clocks = register.clocks(of: row, at: asOf, in: question.zone)
      for (number, clock) in clocks.enumerated() where clock.state == .late {
        add(clock.entity.map { [entity($0)] } ?? concerned) {
          $0.clocksLate.insert(LateClock(incident: row.id, number: number))
        }
      }
    }
    let own = Localized(en: "entity", sv: "enskild")
    let group = Localized(en: "group", sv: "hela koncernen")
    return byEntity.sorted { $0.key.comesBefore($1.key) }.map { unit, counts in
      cells(.word(code: "entity", own), unit, counts, question)
    }
      + (register.root(at: asOf).map {
        [cells(.word(code: "group", group), $0, whole, question)]
      } ?? [])
  }

  private static func cells(
    _ scope: Cell, _ unit: UnitID?, _ counts: Counts, _ question: ViewQuestion
  ) -> [Cell] {
    [
      scope, .id(unit), .text(orEmpty: question.unitName(unit)), .integer(counts.persons.count),
      .integer(counts.systems), .integer(counts.classified), .integer(counts.stewarded),
      .integer(counts.grants), .integer(counts.reviewsLate), .integer(counts.flags),
      .integer(counts.incidents.count), .integer(counts.clocksLate.count),
    ]
  }
}
