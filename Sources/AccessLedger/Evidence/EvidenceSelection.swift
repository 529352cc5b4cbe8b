import AccessModel
import Chronology
import EventSourcing
import EventStore
import Events
import Transparency

/// Which lines of a log belong to a piece of evidence, and as what.
///
/// Lines are taken in the order of the log, as often as something new comes of it: a grant leads to its request, a decision to
/// the role it rests on, a signature to the key, and the key to whoever enrolled it.
struct EvidenceSelection {
  /// As what a line belongs; the first that applies.
  enum Part: Int, Comparable {
    /// What happened.
    case chain
    /// What the decisions rest on.
    case authority
    /// Whose the keys are.
    case keys

    static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }
  }

  /// What of a line the selection looks at.
  struct Line {
    var position: UInt64
    var batchIndex: Int
    var key: KeyFingerprint?
    var signed: SignedEvent

    init(position: UInt64, batchIndex: Int, key: KeyFingerprint?, signed: SignedEvent) {
      self.position = position
      self.batchIndex = batchIndex
      self.key = key
      self.signed = signed
    }

    init(_ line: EvidenceLine) {
      self.init(
        position: line.position, batchIndex: line.batchIndex, key: line.key, signed: line.signed)
    }

    init(_ record: Record) throws {
      do throws(SignedEvent.ReadingError) {
        signed = try SignedEvent(bytes: record.fields.event)
      } catch {
        throw Ledger.diagnostic(of: error, at: record.position)
      }
      position = record.position
      batchIndex = record.fields.batchIndex
      key = record.fields.keyText.flatMap { KeyFingerprint($0) }
    }
  }

  let subject: EvidenceSubject
  private(set) var parts: [UInt64: Part] = [:]
  /// The first positions of the batches that the lines are in.
  private(set) var batches: Set<UInt64> = []
  /// Streams of which every event belongs, so that none can be missing unseen.
  private(set) var streams: [StreamID: Part] = [:]
  private var persons: Set<PersonID> = []
  private var policies: Set<PolicyID> = []
  private var keys: Set<KeyFingerprint> = []
  private var grants: Set<GrantID> = []
  private var reviews: Set<ReviewID> = []
  private(set) var isChanged = false

  init(_ subject: EvidenceSubject) {
    self.subject = subject
    if case .stream(let stream) = subject.place { streams[stream] = .chain }
    if let grant = subject.grant { grants.insert(grant) }
  }

  /// Begins another round over the lines.
  mutating func begin() { isChanged = false }

  /// The positions that belong as one part, in their order.
  func positions(_ part: Part) -> [UInt64] {
    parts.filter { $0.value == part }.keys.sorted()
  }

  /// Takes the next line of a round.
  mutating func take(_ line: Line) {
    noteRequests(of: line.signed.event)
    if let part = part(of: line) {
      let known = parts[line.position]
      if known.map({ part < $0 }) ?? true {
        parts[line.position] = part
        isChanged = true
      }
      if batches.insert(line.position - UInt64(line.batchIndex - 1)).inserted { isChanged = true }
      follow(line.signed, as: min(part, known ?? part))
    }
    guard let key = line.key, batches.contains(line.position - UInt64(line.batchIndex - 1)) else {
      return
    }
    if keys.insert(key).inserted { isChanged = true }
  }

  private func part(of line: Line) -> Part? {
    if case .position(line.position) = subject.place { return .chain }
    let event = line.signed.event
    var found = streams[event.stream]
    func claim(_ part: Part) { found = min(found ?? part, part) }
    switch event {
    case .review(let event)
    where event.grants.isEmpty
      ? reviews.contains(event.review) : event.grants.contains(where: grants.contains):
      claim(.chain)
    case .ledger(.eventCorrected(let correction)):
      if let part = parts[UInt64(clamping: correction.target)] { claim(part) }
    case .ledger(.opened), .ledger(.logKeyReplaced), .ledger(.logKeyRetired): claim(.keys)
    case .policy(.adopted(let policy)) where policies.contains(policy.policy): claim(.authority)
    case .person(.affiliationStarted(let it)) where persons.contains(it.person): claim(.authority)
    case .person(.affiliationChanged(let it)) where persons.contains(it.person): claim(.authority)
    case .person(.affiliationEnded(let it)) where persons.contains(it.person): claim(.authority)
    case .key(.enrolled(let key)) where keys.contains(key.fingerprint): claim(.keys)
    case .ledger, .key, .unit, .person, .role, .system, .request, .grant, .review, .incident,
      .delegation, .separation, .policy, .usage, .reconciliation, .stale:
      break
    }
    return found
  }

  /// The requests that a wanted grant rests on belong with it.
  private mutating func noteRequests(of event: AccessEvent) {
    switch event {
    case .request(.submitted(let request)) where request.grant.map(grants.contains) == true:
      want(StreamID(.request, request.request), .chain)
    case .request(.approved(let approved)) where approved.grant.map(grants.contains) == true:
      want(StreamID(.request, approved.request), .chain)
    case .grant(.provisioned(let provisioned)) where grants.contains(provisioned.grant):
      want(StreamID(.request, provisioned.request), .chain)
    case .ledger, .key, .unit, .person, .role, .system, .request, .grant, .review, .incident,
      .delegation, .separation, .policy, .usage, .reconciliation, .stale:
      break
    }
  }

  /// Wants what a line that belongs leads to.
  private mutating func follow(_ signed: SignedEvent, as part: Part) {
    if part == .chain, let assignment = signed.actor.assignment {
      want(StreamID(.role, assignment), .authority)
    }
    switch signed.event {
    case .review(.itemDecided(let item)) where part == .chain:
      if grants.insert(item.grant).inserted { isChanged = true }
      want(StreamID(.grant, item.grant), .chain)
      // The way of its campaign, from the plan to what the auditor said; not the other items.
      if reviews.insert(item.review).inserted { isChanged = true }
    case .request(.approved(let it)):
      rest(on: it.assignment, it.delegation, by: it.decider)
      adopt(it.policies)
    case .request(.denied(let it)):
      rest(on: it.assignment, it.delegation, by: it.decider)
      adopt(it.policies)
    case .delegation(.granted(let line)):
      if let parent = line.parent { want(StreamID(.delegation, parent), .authority) }
    case .separation(.exceptionApproved(let exception)):
      rest(on: exception.assignment, nil, by: exception.decider)
      want(StreamID(.separation, exception.rule), .authority)
    case .key(.enrolled(let key)): want(StreamID(.principal, key.principal), .keys)
    case .ledger, .key, .unit, .person, .role, .system, .request, .grant, .review, .incident,
      .delegation, .separation, .policy, .usage, .reconciliation, .stale:
      break
    }
  }

  /// A decision rests on a role, or on a delegation to whoever holds a position: then the decider's affiliations show who did.
  private mutating func rest(
    on assignment: AssignmentID?, _ delegation: DelegationID?, by decider: PersonID
  ) {
    if let assignment { want(StreamID(.role, assignment), .authority) }
    guard let delegation else { return }
    want(StreamID(.delegation, delegation), .authority)
    if persons.insert(decider).inserted { isChanged = true }
  }

  private mutating func adopt(_ decided: [PolicyID]) {
    for policy in decided where policies.insert(policy).inserted { isChanged = true }
  }

  private mutating func want(_ stream: StreamID, _ part: Part) {
    guard streams[stream].map({ part < $0 }) ?? true else { return }
    streams[stream] = part
    isChanged = true
  }
}
