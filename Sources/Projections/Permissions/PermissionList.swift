import AccessModel

/// Grants in effect, in the order of the bytes of person, system, entitlement and grant.
///
/// Those whose four identifiers are numbers are kept and sorted as numbers, a fifth of the memory; the identifiers are made when they are
/// asked for.
public struct PermissionList: Sendable {
  private var packed: [PackedPermission] = []
  private var others: [Permission] = []

  public init() {}

  init(packed: consuming [PackedPermission], others: [Permission]) {
    // Sorted where they stand: there may be as many as there are grants.
    packed.sort()
    self.packed = packed
    self.others = others.sorted()
  }

  /// All of several lists as one.
  public init(merging lists: [PermissionList]) {
    self.init(packed: lists.flatMap(\.packed), others: lists.flatMap(\.others))
  }

  public var count: Int { packed.count + others.count }
}

extension PermissionList: Sequence {
  public var underestimatedCount: Int { count }

  public func makeIterator() -> Iterator { Iterator(packed: packed[...], others: others[...]) }

  /// Goes through both in one order.
  public struct Iterator: IteratorProtocol {
    fileprivate var packed: ArraySlice<PackedPermission>
    fileprivate var others: ArraySlice<Permission>

    public mutating func next() -> Permission? {
      guard let first = packed.first else { return others.popFirst() }
      let permission = first.permission
      if let other = others.first, other < permission { return others.popFirst() }
      packed.removeFirst()
      return permission
    }
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
