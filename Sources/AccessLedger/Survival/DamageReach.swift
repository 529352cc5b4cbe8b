public import AccessModel
import EventSourcing
import EventStore
import Events
import Projections

/// What a piece of damage touches, as the events that can be read tell it.
public struct DamageReach: Hashable, Sendable {
  public var grants: [GrantID] = []
  public var requests: [RequestID] = []
  public var persons: [PersonID] = []
  public var systems: [SystemID] = []

  public var isEmpty: Bool {
    grants.isEmpty && requests.isEmpty && persons.isEmpty && systems.isEmpty
  }

  /// Every identifier, the grants first.
  public var identifiers: [String] {
    grants.map { "\($0)" } + requests.map { "\($0)" } + persons.map { "\($0)" }
      + systems.map { "\($0)" }
  }

  /// What streams are about, and whom and what their rows name.
  init(_ streams: Set<StreamID>, _ register: Register) {
    var grants: Set<GrantID> = []
    var requests: Set<RequestID> = []
    var persons: Set<PersonID> = []
    var systems: Set<SystemID> = []
    for stream in streams {
      switch stream.kind {
      case .grant: grants.insert(stream.identifier(GrantID.self))
      case .request: requests.insert(stream.identifier(RequestID.self))
      case .person: persons.insert(stream.identifier(PersonID.self))
      case .system: systems.insert(stream.identifier(SystemID.self))
      case .ledger, .principal, .unit, .role, .review, .incident, .delegation, .separation, .policy,
        .flag:
        break
      }
    }
    for request in requests {
      guard let row = register.requests[request] else { continue }
      persons.insert(row.person)
      systems.insert(row.entitlement.system)
      if let grant = row.decision?.grant { grants.insert(grant) }
    }
    for grant in grants {
      guard let row = register.grants[grant] else { continue }
      if let person = row.person { persons.insert(person) }
      systems.insert(row.entitlement.system)
    }
    self.grants = grants.sorted()
    self.requests = requests.sorted()
    self.persons = persons.sorted()
    self.systems = systems.sorted()
  }
}

/// Finds the streams that damaged events belong to: by reading them where they can be read, by the other events of their command, and by
/// the numbers that are missing in the streams that go on after them.
struct DamageSearch {
  private let ranges: [ClosedRange<UInt64>?]
  private var found: [Set<StreamID>]
  /// The last event of each stream, and the revision that the next one has.
  private var last: [StreamID: (position: UInt64, next: Int64)] = [:]

  init(_ damage: [Damage]) {
    ranges = damage.map(\.positions)
    found = damage.map { _ in [] }
  }

  /// Takes the next event that can be read.
  mutating func take(_ signed: SignedEvent, _ record: Record) {
    let stream = signed.event.stream
    let position = record.position
    let first = position - min(position, UInt64(max(0, record.fields.batchIndex - 1)))
    let end = first + UInt64(max(1, record.fields.batchCount)) - 1
    let before = last[stream]
    let isMissing = signed.revision > before?.next ?? 0
    last[stream] = (position, signed.revision + 1)
    for (index, range) in ranges.enumerated() {
      guard let range else { continue }
      let isOfCommand = range.overlaps(first...end)
      // Numbers of the stream are missing, and this is where they can have been.
      let isLost =
        isMissing && range.lowerBound < position
        && before.map { range.upperBound > $0.position } ?? true
      if isOfCommand || isLost { found[index].insert(stream) }
    }
  }

  func reaches(_ register: Register) -> [DamageReach] {
    found.map { DamageReach($0, register) }
  }
}
