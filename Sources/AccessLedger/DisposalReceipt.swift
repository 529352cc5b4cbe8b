public import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import Events
public import Transparency

/// What stays of a text that was disposed of: where in the log its commitment stands.
public struct DisposalTombstone: Hashable, Sendable {
  /// The place of the event in the log.
  public var position: UInt64
  /// The type of the event, as the log writes it.
  public var type: String
  /// When the event was recorded, as the log writes it.
  public var recorded: String
  /// The SHA-256 of the line: its leaf in the tree.
  public var leaf: Digest
  public var field: String
  public var commitment: Commitment
}

/// What the log keeps of a disposal: a digest over its tombstones.
///
/// SHA-256 over the decision's identifier and a line feed, and for each text, in the order of positions and then of fields, its position,
/// type, time of record, leaf hash, field and commitment, parted by spaces, and a line feed. All of it stands in the lines of the log, so
/// that anybody can compute it again.
public enum DisposalReceipt {
  public static func digest(of disposal: DisposalID, _ tombstones: [DisposalTombstone]) -> Digest {
    var hasher = SHA256()
    hasher.update(Array("\(disposal)\n".utf8))
    for stone in tombstones {
      hasher.update(
        Array(
          "\(stone.position) \(stone.type) \(stone.recorded) \(stone.leaf.hexadecimal) \(stone.field) \(stone.commitment.digest.hexadecimal)\n"
            .utf8))
    }
    return hasher.digest
  }
}

/// Finds the texts of grants and requests in the lines of a log, in the order in which they stand.
///
/// They are the commitments in the events of their streams, in reviews of the grants, in flags about them, and in corrections of any of
/// these.
struct DisposalSearch {
  let grants: Set<GrantID>
  let requests: Set<RequestID>
  private(set) var tombstones: [DisposalTombstone] = []
  private var positions: Set<Int64> = []
  private var flags: Set<FlagID> = []

  init(grants: some Sequence<GrantID>, requests: some Sequence<RequestID>) {
    self.grants = Set(grants)
    self.requests = Set(requests)
  }

  /// - Parameter leaf: the hash of the line, asked for when the line has a text.
  mutating func take(_ recorded: borrowing Recorded<AccessEvent>, leaf: () -> Digest) {
    if case .stale(.flagged(let flagged)) = recorded.event, case .grant(let grant) = flagged.about,
      grants.contains(grant)
    {
      flags.insert(flagged.flag)
    }
    guard concerns(recorded.event) else { return }
    positions.insert(Int64(clamping: recorded.position))
    var found: [(field: String, commitment: Commitment)] = []
    if let reason = recorded.reason { found.append(("reason", reason)) }
    for field in FieldTexts.fields(of: recorded.event.payload) {
      if let commitment = field.value as? Commitment { found.append((field.key, commitment)) }
    }
    guard !found.isEmpty else { return }
    let type = "\(Swift.type(of: recorded.event.payload).kind.name)"
    var moment: [UInt8] = []
    recorded.recorded.write(to: &moment)
    let time = String(decoding: moment, as: UTF8.self)
    let hash = leaf()
    for (field, commitment) in found {
      tombstones.append(
        DisposalTombstone(
          position: recorded.position, type: type, recorded: time, leaf: hash, field: field,
          commitment: commitment))
    }
  }

  private func concerns(_ event: AccessEvent) -> Bool {
    switch event {
    case .request(let request): requests.contains(request.request)
    case .grant(let grant): grants.contains(grant.grant)
    case .review(.itemDecided(let item)): grants.contains(item.grant)
    // What was said of several at once goes when the last of them does.
    case .review(.itemRouted(let routed)): grants.isSuperset(of: routed.grants)
    case .review(.itemLapsed(let lapsed)): grants.isSuperset(of: lapsed.grants)
    case .review: false
    case .ledger(.eventCorrected(let correction)): positions.contains(correction.target)
    case .stale(let stale): flags.contains(stale.flag)
    case .ledger, .key, .unit, .person, .role, .system, .incident, .delegation, .separation,
      .policy, .usage, .reconciliation:
      false
    }
  }
}
