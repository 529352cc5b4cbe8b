import AccessModel

/// Grants in effect, in the order of the bytes of person, system, entitlement and grant.
///
/// Those whose four identifiers are numbers are kept and sorted as numbers, a fifth of the memory; the identifiers are made when they are
/// asked for.
public struct PermissionList: Sendable {
  private var packed: [PackedPermission] = []
  private var others: [Permission] = []

  public init() {}

  init(packed: [PackedPermission], others: [Permission]) {
    self.packed = packed.sorted()
    self.others = others.sorted()
  }

  /// All of several lists as one.
  public init(merging lists: [PermissionList]) {
    self.init(packed: lists.flatMap(\.packed), others: lists.flatMap(\.others))
  }

  public var count: Int { packed.count + others.count }

  public func forEach(_ body: (Permission) throws -> Void) rethrows {
    var next = others.startIndex
    for one in packed {
      let permission = one.permission
      while next < others.endIndex, others[next] < permission {
        try body(others[next])
        next += 1
      }
      try body(permission)
    }
    for other in others[next...] { try body(other) }
  }

  public func map<Element>(_ transform: (Permission) throws -> Element) rethrows -> [Element] {
    var found: [Element] = []
    found.reserveCapacity(count)
    try forEach { found.append(try transform($0)) }
    return found
  }
}

/// A permission of which all identifiers are numbers.
struct PackedPermission: Comparable, BitwiseCopyable {
  var person: PackedIdentifier
  var right: PackedRight
  var grant: PackedIdentifier

  static func < (left: Self, right: Self) -> Bool {
    if left.person != right.person { return left.person < right.person }
    if left.right.system != right.right.system { return left.right.system < right.right.system }
    if left.right.name != right.right.name { return left.right.name < right.right.name }
    return left.grant < right.grant
  }

  var permission: Permission {
    Permission(
      person: person.identifier(),
      entitlement: EntitlementID(system: right.system.identifier(), name: right.name.identifier()),
      grant: grant.identifier())
  }
}
