public import AccessModel

/// The incidents that were ever said to be about each system, by index: those that a snapshot lists, and those that came since.
///
/// A question about one grant then reads the incidents of its system, and not every one that was ever reported.
struct IncidentLists: Sendable {
  /// One list a row: the system, then the indexes.
  var kept: KeptTable?
  private(set) var added: [SystemID: [Int32]] = [:]

  /// The incidents about a system, in the order of their reports.
  subscript(system: SystemID) -> [Int32] {
    let kept = keptList(of: system)
    guard let added = added[system] else { return kept }
    return (kept + added).sorted()
  }

  mutating func add(_ index: Int32, of system: SystemID) {
    guard added[system]?.contains(index) != true, !keptList(of: system).contains(index) else {
      return
    }
    added[system, default: []].append(index)
  }

  /// Every system that there is a list of, in their order.
  var systems: [SystemID] {
    var systems = Set(added.keys)
    for index in 0..<Int32(kept?.count ?? 0) {
      if let system = keptList(at: index)?.key { systems.insert(system) }
    }
    return systems.sorted()
  }

  private func keptList(of system: SystemID) -> [Int32] {
    kept.map { $0.list(of: system, hash: system.ascii.hash(seed: $0.seed)) } ?? []
  }

  private func keptList(at index: Int32) -> (key: SystemID, list: [Int32])? {
    kept?.list(at: index)
  }
}

extension Register {
  /// Notes every system that an incident is said to be about, at whatever moment that holds.
  mutating func noteSystems(ofIncidentAt index: Int32) {
    for system in incidents[index].everySystem(in: self) { incidentLists.add(index, of: system) }
  }

  /// The incidents that were ever said to be about a system, in the order of their reports.
  public func incidents(about system: SystemID) -> [IncidentRow] {
    let indexes = incidentLists[system]
    incidents.expect(indexes)
    return indexes.map { incidents[$0] }
  }
}
