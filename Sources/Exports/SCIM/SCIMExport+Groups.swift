import AccessModel
import AuditViews
import Chronology
import Projections

extension SCIMExport {
  static let groupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group"

  func groups() -> [JSONValue] {
    question.register.systems.rows.sorted { $0.id.comesBefore($1.id) }.flatMap { system in
      system.entitlements.filter { $0.defined.effective <= question.asOf }
        .sorted { $0.id.comesBefore($1.id) }.map { group($0, of: system) }
    }
  }

  private func group(_ right: EntitlementRow, of system: SystemRow) -> JSONValue {
    let grants = question.register.grants(of: right.id).map { question.register.grants[$0] }
    var members: [PersonID] = []
    for grant in grants where question.register.isInEffect(grant, at: question.asOf) {
      if let person = grant.person, !members.contains(person) { members.append(person) }
    }
    members.sort { $0.comesBefore($1) }
    let facts =
      [right.defined] + right.changes.map(\.fact) + grants.map(\.begun)
      + grants.compactMap { $0.ending?.fact } + (right.retired.map { [$0] } ?? [])
    return .members([
      "schemas": .list([.string(Self.groupSchema)]), "id": .string("\(right.id)"),
      "displayName": .string("\(system.name): \(right.name)"),
      "members": .listed(
        members.map { person in
          .members([
            "value": .string("\(person)"),
            "display": question.names(person).map { .string($0) }, "type": "User",
          ])
        }),
      "meta": meta(
        "Group", created: right.defined.recorded,
        modified: facts.map(\.recorded).max() ?? right.defined.recorded),
    ])
  }
}
