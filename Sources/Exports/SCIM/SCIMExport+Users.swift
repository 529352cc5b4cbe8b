import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Projections

extension SCIMExport {
  static let userSchema = "urn:ietf:params:scim:schemas:core:2.0:User"
  static let enterpriseSchema = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

  func users() -> [JSONValue] {
    question.register.persons.rows.filter {
      $0.registered.effective <= question.asOf
    }.sorted { $0.id.comesBefore($1.id) }.map(user)
  }

  private func user(_ person: PersonRow) -> JSONValue {
    let register = question.register
    let moment = question.asOf
    let name = question.names(person.id)
    let present = person.affiliation(at: moment)
    let unit = (present ?? person.affiliations.last { $0.from <= moment })
      .map { register.heir(of: $0.unit(at: moment), at: moment) }
    let held = person.grants.lazy.map { register.grants[$0] }
      .filter { register.isInEffect($0, at: moment) }
      .sorted { $0.entitlement.comesBefore($1.entitlement) }
    let manager = register.managers(of: person.id, at: moment).first
    return .members([
      "schemas": .list([.string(Self.userSchema), .string(Self.enterpriseSchema)]),
      "id": .string("\(person.id)"),
      "userName": .string(question.userNames(person.id) ?? "\(person.id)"),
      "name": name.map { .members(["formatted": .string($0)]) },
      "displayName": name.map { .string($0) },
      "userType": .string("\(person.category.code)"),
      "active": .flag(present != nil && person.erased == nil),
      "entitlements": .listed(
        held.map { grant in
          .members([
            "value": .string("\(grant.entitlement)"),
            "display": register.systems[grant.entitlement.system]?
              .entitlement(grant.entitlement.name).map { .string("\($0.name)") },
            "type": .string("\(grant.entitlement.system)"),
          ])
        }),
      "roles": .listed(
        person.assignments.lazy.map { register.assignments[$0] }
          .filter { $0.isInForce(at: moment) }.map { assignment in
            .members([
              "value": .string("\(assignment.role.code)"),
              "display": .string(assignment.role.word.english),
              "type": assignment.system.map { .string("\($0)") }
                ?? assignment.unit.map { .string("\($0)") },
            ])
          }),
      "groups": .listed(
        held.map { .members(["value": .string("\($0.entitlement)"), "type": "direct"]) }),
      Self.enterpriseSchema: enterprise(unit, manager),
      "meta": meta("User", created: person.registered.recorded, modified: modified(person)),
    ])
  }

  private func enterprise(_ unit: UnitID?, _ manager: PersonID?) -> JSONValue? {
    let register = question.register
    var entity = unit
    while let place = entity, let parent = register.units[place]?.parent(at: question.asOf) {
      entity = parent
    }
    func name(_ unit: UnitID) -> JSONValue? {
      register.units[unit].map { .string("\($0.name(at: question.asOf))") }
    }
    guard unit != nil || manager != nil else { return nil }
    return .members([
      "organization": entity.flatMap(name),
      "department": unit.flatMap(name),
      "manager": manager.map { manager in
        .members([
          "value": .string("\(manager)"),
          "displayName": question.names(manager).map { .string($0) },
        ])
      },
    ])
  }

  /// When something was last recorded of the person.
  private func modified(_ person: PersonRow) -> Instant {
    var facts = [person.registered]
    for affiliation in person.affiliations {
      facts += [affiliation.started] + affiliation.changes.map(\.fact)
      if let ended = affiliation.ended { facts.append(ended) }
    }
    if let erased = person.erased { facts.append(erased.fact) }
    facts += person.grants.map { question.register.grants[$0].begun }
    facts += person.grants.compactMap { question.register.grants[$0].ending?.fact }
    return facts.map(\.recorded).max() ?? person.registered.recorded
  }
}
