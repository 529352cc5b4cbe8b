import AccessModel
import EventStore
import Events
import Transparency

/// The events of some lines, as little of each as it is audited by.
///
/// Reading an event takes much longer than auditing it, and needs nothing but the line: it is done on any core, and most of what was
/// read is let go at once.
final class AuditedEvents: EventReading, @unchecked Sendable {
  // Unchecked because one thread at a time has it: who reads the lines, and then who audits them.

  /// The stream of each event, and its revision there.
  private(set) var streams: [KeyedHash] = []
  private(set) var revisions: [Int64] = []
  /// Who acts, each from its place on.
  private(set) var principals = Places<PersonID>()
  /// The history that a batch was decided on, where one is stated.
  private(set) var bases = Places<TreeHead>()
  /// The events that what follows is verified by.
  private(set) var standing = Places<SignedEvent>()

  /// What some places have, asked for from the first place to the last.
  struct Places<Value> {
    private var values: [(place: Int, value: Value)] = []
    private var next = 0

    var last: Value? { values.last?.value }
    var isEmpty: Bool { values.isEmpty }

    mutating func removeAll() {
      values.removeAll(keepingCapacity: true)
      next = 0
    }

    mutating func add(_ value: Value, at place: Int) { values.append((place, value)) }

    /// What a place has, when it has something.
    mutating func take(at place: Int) -> Value? {
      guard next < values.count, values[next].place == place else { return nil }
      defer { next += 1 }
      return values[next].value
    }
  }

  func read(_ lines: [RecordLine]) -> Bool {
    streams.removeAll(keepingCapacity: true)
    revisions.removeAll(keepingCapacity: true)
    principals.removeAll()
    bases.removeAll()
    standing.removeAll()
    for (place, line) in lines.enumerated() {
      do throws(SignedEvent.ReadingError) {
        // Each of its parts is read by the reader of canonical JSON, so that what can be read is canonical.
        add(try SignedEvent(bytes: line.event), at: place, isFirst: line.batchIndex == 1)
      } catch {
        return false
      }
    }
    return true
  }

  private func add(_ signed: borrowing SignedEvent, at place: Int, isFirst: Bool) {
    streams.append(StreamRevisions.name(of: signed.event.stream))
    revisions.append(signed.revision)
    let principal = signed.actor.principal
    if isFirst || principals.last != principal { principals.add(principal, at: place) }
    if let basis = signed.basis { bases.add(basis, at: place) }
    if signed.event.isVerifiedBy { standing.add(copy signed, at: place) }
  }

  func principal(at place: Int) -> PersonID? { principals.take(at: place) }
  func basis(at place: Int) -> TreeHead? { bases.take(at: place) }
  func standingEvent(at place: Int) -> SignedEvent? { standing.take(at: place) }
}

extension AccessEvent {
  /// Whether later signatures, checkpoints or what was disposed of are verified by what the event says.
  var isVerifiedBy: Bool {
    switch self {
    case .key(.enrolled), .key(.revoked), .ledger(.opened), .ledger(.logKeyReplaced),
      .ledger(.logKeyRetired), .ledger(.restored), .ledger(.recordsDisposed):
      true
    case .ledger(.tailQuarantined), .ledger(.clockStepped), .ledger(.eventCorrected),
      .ledger(.secrecyMarked), .ledger(.headRebuilt), .ledger(.disposalDecided),
      .ledger(.holdSet), .ledger(.holdLifted), .ledger(.recordDisclosed),
      .ledger(.disclosureDenied), .unit, .person, .role, .system, .request, .grant, .review,
      .incident, .delegation, .separation, .policy, .usage, .reconciliation, .stale:
      false
    }
  }
}
