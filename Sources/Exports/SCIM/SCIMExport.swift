public import AuditViews
import Chronology
import Projections

/// What holds at a moment as resources of SCIM 2.0 (RFC 7643), in one ListResponse (RFC 7644).
///
/// A person is a User, whose entitlements are the grants in effect and whose roles those held; an entitlement is a Group, whose members are who
/// has it in effect. A name that is protected or erased is not told: the identifier stands where the standard wants a user name.
public struct SCIMExport {
  let question: ViewQuestion

  public init(_ question: ViewQuestion) {
    self.question = question
  }

  /// The kinds of resources there are.
  public enum Resources: String, CaseIterable, Sendable {
    case users
    case groups
  }

  /// The views that answer the same, for each kind.
  public static func views(of kind: Resources) -> [String] {
    switch kind {
    case .users: [Persons.description.name, ActiveGrants.description.name, Roles.description.name]
    case .groups: [ActiveGrants.description.name]
    }
  }

  /// All resources of a kind, in the order of their identifiers.
  public func list(_ kind: Resources) -> JSONValue {
    let resources = kind == .users ? users() : groups()
    return .members([
      "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
      "totalResults": .integer(Int64(resources.count)), "startIndex": 1,
      "itemsPerPage": .integer(Int64(resources.count)), "Resources": .list(resources),
    ])
  }

  func meta(_ type: String, created: Instant, modified: Instant) -> JSONValue {
    .members([
      "resourceType": .string(type), "created": .string("\(created)"),
      "lastModified": .string("\(modified)"),
      "version": .string("W/\"\(question.register.position)\""),
    ])
  }
}
