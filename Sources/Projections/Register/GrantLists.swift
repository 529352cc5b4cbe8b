public import AccessModel
public import Chronology

/// The grants ever made of each entitlement, by index: those that a snapshot lists, and those that were made since.
///
/// They stand beside the rows and not in them, so that a grant more changes no row of a system, and a question about an entitlement reads
/// its own list alone.
struct GrantLists: Sendable {
  /// One list a row: the entitlement, then a `GrantBounds` for each grant.
  var kept: KeptTable?
  private(set) var added: [EntitlementID: [Int32]] = [:]

  mutating func add(_ index: Int32, of right: EntitlementID) {
    added[right, default: []].append(index)
  }

  /// The grants of an entitlement, in the order in which they became known.
  subscript(right: EntitlementID) -> [Int32] {
    bounds(of: right).map(\.index) + (added[right] ?? [])
  }

  /// What is kept of each grant of an entitlement, in the order in which they became known.
  func bounds(of right: EntitlementID) -> [GrantBounds] {
    kept.map { $0.list(of: right, hash: GrantLists.hash(right, seed: $0.seed)) } ?? []
  }

  /// Every entitlement with its grants, in the order of the entitlements.
  var all: [(right: EntitlementID, grants: [Int32])] {
    var rights = Set(added.keys)
    for index in 0..<Int32(kept?.count ?? 0) {
      if let right = keptList(at: index)?.key { rights.insert(right) }
    }
    return rights.sorted().map { ($0, self[$0]) }
  }

  private func keptList(at index: Int32) -> (key: EntitlementID, list: [GrantBounds])? {
    kept?.list(at: index)
  }

  static func hash(_ right: EntitlementID, seed: UInt64) -> UInt32 {
    right.name.ascii.hash(seed: seed ^ UInt64(right.system.ascii.hash(seed: seed)))
  }
}

/// A grant, and between which moments there is anything to say of it: before, it had not begun, and after, it is ended.
///
/// What follows from the grant's own row alone, so that it holds as long as the row does.
struct GrantBounds: Hashable, StateValue {
  var index: Int32
  /// The first moment, in milliseconds.
  var since: Int64
  /// The first moment after, in milliseconds; the largest number when there is none.
  var until: Int64

  init(_ grant: GrantRow, at index: Int32) {
    self.index = index
    var first = grant.begun.effective
    if let found = grant.takenOver { first = min(first, found.effective) }
    for execution in [grant.provisioned].compactMap(\.self) + grant.provisionedAgain {
      first = min(first, execution.at)
    }
    since = first.milliseconds
    until =
      grant.removal.map { max($0.fact.effective, grant.begun.effective).milliseconds } ?? .max
  }

  func write(to state: inout StateWriter) {
    index.write(to: &state)
    since.write(to: &state)
    until.write(to: &state)
  }

  init(from state: inout StateReader) {
    index = Int32(from: &state)
    since = Int64(from: &state)
    until = Int64(from: &state)
  }

  func contains(_ moment: Instant) -> Bool {
    since <= moment.milliseconds && moment.milliseconds < until
  }
}

extension Register {
  /// Notes a grant in the list of what it is of; of an entitlement that is not defined then, in that of the system.
  mutating func note(_ index: Int32, of right: EntitlementID) {
    guard let system = systems[right.system] else { return }
    let isDefined = system.entitlement(right.name) != nil
    grantLists.add(
      index, of: isDefined ? right : EntitlementID(system: right.system, name: .blank))
  }

  /// The grants ever made of an entitlement, by index, in the order in which they became known.
  public func grants(of right: EntitlementID) -> [Int32] { grantLists[right] }

  /// The grants ever made in a system, by index, in the order in which they became known.
  public func grants(in system: SystemID) -> [Int32] {
    rights(in: system).flatMap { grantLists[$0] }.sorted()
  }

  /// The grants of entitlements, or of all that systems have where none is named, by index, in the order in which they became known.
  ///
  /// - Parameter moment: when to leave out what had not begun or was ended, as far as that is known without looking; `nil` for never.
  public func grants(
    in systems: Set<SystemID>, of rights: Set<EntitlementID>, standingAt moment: Instant?
  ) -> [Int32] {
    var wanted = rights
    for right in rights { wanted.insert(EntitlementID(system: right.system, name: .blank)) }
    if rights.isEmpty { for system in systems { wanted.formUnion(self.rights(in: system)) } }
    return wanted.flatMap { right in
      guard let moment else { return grantLists[right] }
      return grantLists.bounds(of: right).filter {
        $0.contains(moment) || !grants.isUnchanged($0.index)
      }.map(\.index) + (grantLists.added[right] ?? [])
    }.sorted()
  }

  /// What grants in a system are listed under.
  private func rights(in system: SystemID) -> [EntitlementID] {
    (systems[system]?.entitlements.map(\.id) ?? [])
      + [EntitlementID(system: system, name: .blank)]
  }
}
