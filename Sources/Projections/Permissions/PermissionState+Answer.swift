public import AccessModel
public import Chronology

/// A grant that is in effect, by its names.
public struct Permission: Hashable, Sendable {
  public var person: PersonID?
  public var entitlement: EntitlementID
  public var grant: GrantID

  public init(person: PersonID?, entitlement: EntitlementID, grant: GrantID) {
    self.person = person
    self.entitlement = entitlement
    self.grant = grant
  }

  init(_ grant: GrantRow) {
    self.init(person: grant.person, entitlement: grant.entitlement, grant: grant.id)
  }

  /// Appends `person TAB system TAB entitlement TAB grant LF`, as `view active-grants` writes it for programs.
  public func write(to bytes: inout [UInt8]) {
    person?.ascii.write(to: &bytes)
    bytes.append(0x09)
    entitlement.system.ascii.write(to: &bytes)
    bytes.append(0x09)
    entitlement.name.ascii.write(to: &bytes)
    bytes.append(0x09)
    grant.ascii.write(to: &bytes)
    bytes.append(0x0A)
  }
}

extension Permission: Comparable {
  /// By the bytes of the four, person first.
  public static func < (left: Permission, right: Permission) -> Bool {
    let (one, other) = (left.person?.ascii ?? InlineASCII(), right.person?.ascii ?? InlineASCII())
    if one != other { return one < other }
    if left.entitlement != right.entitlement { return left.entitlement < right.entitlement }
    return left.grant < right.grant
  }
}

extension PermissionState {
  /// The grants in effect at a moment.
  public func inEffect(at moment: Instant) -> PermissionList {
    inEffect(at: moment, part: 0, of: 1)
  }

  /// The same of one of so many parts of the grants: parts can be asked for by many threads at once.
  public func inEffect(at moment: Instant, part: Int, of partCount: Int) -> PermissionList {
    var packed: [PackedPermission] = []
    for index in plain.count * part / partCount..<plain.count * (part + 1) / partCount {
      let row = plain.row(index).pointee
      guard row.canBeInEffect(at: moment.milliseconds), let grant = grantRow(of: row),
        register.state(of: grant, by: holder(of: grant, numbered: Int(row.person)), at: moment)
          == .inEffect
      else { continue }
      packed.append(
        PackedPermission(
          person: people.name(row.person), right: rights[row.entitlement], grant: row.grant))
    }
    // What is not of the plain form is little.
    var others: [Permission] = []
    if part == 0 {
      for grant in register.grants.rows
      where register.state(of: grant, by: holder(of: grant), at: moment) == .inEffect {
        others.append(Permission(grant))
      }
    }
    return PermissionList(packed: packed, others: others)
  }
}
