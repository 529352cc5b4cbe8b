public import AccessModel
public import Chronology
public import Events

/// What a marking of secrecy is about.
public enum SecrecyTargetID: Hashable, Sendable {
  case person(PersonID)
  case system(SystemID)
  case incident(IncidentID)
  case event(Int64)

  /// How the target is written in the log and in answers.
  public var text: String {
    switch self {
    case .person(let id): "\(id)"
    case .system(let id): "\(id)"
    case .incident(let id): "\(id)"
    case .event(let position): "\(position)"
    }
  }
}

extension SecrecyMarked {
  /// Everything the marking is about: one thing, in a log that the rules have judged.
  public var targets: [SecrecyTargetID] {
    [
      person.map { .person($0) }, system.map { .system($0) }, incident.map { .incident($0) },
      event.map { .event($0) },
    ].compactMap(\.self)
  }
}

extension Register {
  /// The markings in force at a moment, in the order of record: of each target and provision the last that was said.
  public func secrecyInForce(at moment: Instant) -> [SecrecyRow] {
    struct Matter: Hashable {
      var targets: [SecrecyTargetID]
      var provision: Label
    }
    var last: [Matter: Int] = [:]
    for (index, row) in secrecyMarkings.enumerated() where row.fact.effective <= moment {
      let matter = Matter(targets: row.marking.targets, provision: row.marking.provision)
      if let present = last[matter],
        secrecyMarkings[present].fact.effective > row.fact.effective
      {
        continue
      }
      last[matter] = index
    }
    return last.values.sorted().map { secrecyMarkings[$0] }.filter { $0.marking.marking == .yes }
  }

  /// Whether the identity of a person is protected at a moment.
  public func isIdentityProtected(_ person: PersonID, at moment: Instant) -> Bool {
    guard !secrecyMarkings.isEmpty else { return false }
    return secrecyInForce(at: moment).contains {
      $0.marking.person == person && $0.marking.isProtectedIdentity == .yes
    }
  }

  /// The persons whose identity is protected at a moment.
  public func protectedIdentities(at moment: Instant) -> Set<PersonID> {
    guard !secrecyMarkings.isEmpty else { return [] }
    return Set(
      secrecyInForce(at: moment).compactMap {
        $0.marking.isProtectedIdentity == .yes ? $0.marking.person : nil
      })
  }
}
