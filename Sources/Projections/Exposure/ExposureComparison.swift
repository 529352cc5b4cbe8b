import CanonicalJSON
import Events
public import Transparency

/// What was known of a way to reach something at two moments of knowledge.
public enum ReachKnowledge: Hashable, Sendable, CaseIterable {
  /// It was known then, for the same time, and is known now.
  case same
  /// It was known then, for another time.
  case otherwise
  /// It has become known since.
  case since
  /// It was believed then, and is known now not to have been.
  case believed
}

/// Who could reach something as known now, beside what was known at an earlier moment.
public struct ExposureComparison: Sendable {
  /// A way, and what was known of it.
  public struct Row: Hashable, Sendable {
    public var reach: Reach
    public var knowledge: ReachKnowledge
  }

  /// As known now, in the order of the exposure; then what was believed and is not so.
  public private(set) var rows: [Row] = []

  public init(now: [Reach], then: [Reach]) {
    let known = Dictionary(grouping: then, by: \.key)
    for reach in now {
      let before = known[reach.key] ?? []
      let isSame = before.contains { $0.from == reach.from && $0.until == reach.until }
      rows.append(
        Row(reach: reach, knowledge: before.isEmpty ? .since : isSame ? .same : .otherwise))
    }
    let present = Set(now.map(\.key))
    rows += then.filter { !present.contains($0.key) }.map { Row(reach: $0, knowledge: .believed) }
  }

  public func count(_ knowledge: ReachKnowledge) -> Int {
    rows.count { $0.knowledge == knowledge }
  }
}

extension ReachBasis {
  /// What programs read.
  public var code: String {
    switch self {
    case .inEffect: "in-effect"
    case .suspended: "suspended"
    case .scheduled: "scheduled"
    case .undecided: "undecided"
    case .notRemoved: "not-removed"
    case .account: "account"
    }
  }
}

extension [Reach] {
  /// The digest of the list in its canonical form: a JSON array with one object for each way, in the order of the exposure.
  public var digest: Digest {
    var json = JSONWriter(reserving: count * 160 + 2)
    json.raw("[")
    for (place, reach) in enumerated() {
      if place > 0 { json.raw(",") }
      reach.write(to: &json)
    }
    json.raw("]")
    return SHA256.digest(of: json.bytes)
  }
}

extension Reach {
  /// The way as a canonical JSON object: its keys in the order of their bytes, without those that have no value.
  fileprivate func write(to json: inout JSONWriter) {
    json.raw("{")
    if let account {
      json.key("account")
      account.write(to: &json)
      json.raw(",")
    }
    json.key("basis")
    json.string(basis.code)
    if isEmergency { json.raw(",\"emergency\":true") }
    if let entitlement {
      json.raw(",")
      json.key("entitlement")
      entitlement.write(to: &json)
    }
    json.raw(",")
    json.key("from")
    from.write(to: &json)
    if let grant {
      json.raw(",")
      json.key("grant")
      grant.write(to: &json)
    }
    if let person {
      json.raw(",")
      json.key("person")
      person.write(to: &json)
    }
    if isPrivileged { json.raw(",\"privileged\":true") }
    if isShared { json.raw(",\"shared\":true") }
    json.raw(",")
    json.key("system")
    system.write(to: &json)
    json.raw(",")
    json.key("until")
    until.write(to: &json)
    json.raw("}")
  }
}
