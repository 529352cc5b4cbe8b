public import AccessModel
public import Chronology
public import Diagnostics
public import Events
public import Policies

extension Register {
  /// The decision on disposal of that name.
  public func disposal(_ id: DisposalID) -> DisposalRow? {
    disposals.first { $0.decided.disposal == id }
  }

  /// The legal holds in force at a moment, in the order of record.
  public func holdsInForce(at moment: Instant) -> [HoldRow] {
    holds.filter { hold in
      hold.set.effective <= moment && hold.lifted.map { moment < $0.effective } ?? true
    }
  }

  /// The requests that a grant rests on, in the order of record: the first, and those that changed or renewed it.
  public func requests(behind grant: GrantRow) -> [RequestID] {
    var found: [RequestID] = []
    for request in [grant.request] + grant.changes.map(\.request) {
      if let request, !found.contains(request) { found.append(request) }
    }
    return found
  }

  /// When a grant was over and gone from the system at a moment; `nil` while it has effect, must be removed, or waits for a follow-up.
  public func closing(of grant: GrantRow, at moment: Instant) -> Instant? {
    guard state(of: grant, at: moment) == .ended else { return nil }
    if let emergency = grant.emergency, emergency.review == nil { return nil }
    return grant.removal?.fact.effective ?? end(of: grant, at: moment)?.at
  }

  /// When a request was over at a moment without giving anything; `nil` while it waits, or when it was approved.
  public func closing(of request: RequestRow, at moment: Instant) -> Instant? {
    switch state(of: request, at: moment) {
    case .denied: request.decision?.fact.effective
    case .withdrawn: request.withdrawn?.effective
    case .lapsed: lapse(of: request, at: moment)
    case .awaitingEndorsement, .notEndorsed, .awaitingDecision, .returned, .approved, nil: nil
    }
  }

  /// What one disposal is measured by, gathered once for many grants and requests.
  public struct DisposalScope: Sendable {
    let decided: DisposalDecided
    let moment: Instant
    let zone: TimeZoneRules
    let holds: [StreamID: HoldID]
    let disposedGrants: [GrantID: Instant]
    let disposedRequests: [RequestID: Instant]
  }

  /// - Parameter moment: when it would be carried out.
  public func scope(
    of decided: DisposalDecided, at moment: Instant, in zone: TimeZoneRules
  ) -> DisposalScope {
    var grants: [GrantID: Instant] = [:]
    var requests: [RequestID: Instant] = [:]
    for row in disposedRecords {
      for grant in row.disposed.grants { grants[grant] = row.fact.recorded }
      for request in row.disposed.requests { requests[request] = row.fact.recorded }
    }
    return DisposalScope(
      decided: decided, moment: moment, zone: zone,
      holds: Dictionary(
        holdsInForce(at: moment).map { ($0.target, $0.hold) },
        uniquingKeysWith: { first, _ in first }
      ),
      disposedGrants: grants, disposedRequests: requests)
  }

  /// What keeps a grant from being disposed of; `nil` when nothing does.
  public func obstacle(to scope: DisposalScope, _ grant: GrantRow) -> GovernedDisposal.Obstacle? {
    if let done = scope.disposedGrants[grant.id] { return .disposedOf(at: done) }
    guard scope.decided.retention == .grants, scope.covers(grant.entitlement) else {
      return .outside
    }
    let streams =
      [
        StreamID(.grant, grant.id), StreamID(.system, grant.entitlement.system),
      ] + (grant.person.map { [StreamID(.person, $0)] } ?? [])
      + requests(behind: grant).map { StreamID(.request, $0) }
    guard let closing = closing(of: grant, at: scope.moment) else {
      return .open(state(of: grant, at: scope.moment)?.word ?? GrantState.decided.word)
    }
    return scope.obstacle(afterClosing: closing) ?? scope.hold(onAnyOf: streams)
  }

  /// What keeps a request that gave no grant from being disposed of; `nil` when nothing does.
  public func obstacle(
    to scope: DisposalScope, _ request: RequestRow
  ) -> GovernedDisposal.Obstacle? {
    if let done = scope.disposedRequests[request.id] { return .disposedOf(at: done) }
    guard scope.decided.retention == .requests, scope.covers(request.entitlement) else {
      return .outside
    }
    let streams =
      [
        StreamID(.request, request.id), StreamID(.system, request.entitlement.system),
        StreamID(.person, request.person),
      ] + (request.grant.map { [StreamID(.grant, $0)] } ?? [])
    guard let closing = closing(of: request, at: scope.moment) else {
      let state = state(of: request, at: scope.moment)
      return state == .approved ? .outside : .open((state ?? .awaitingDecision).word)
    }
    return scope.obstacle(afterClosing: closing) ?? scope.hold(onAnyOf: streams)
  }

  /// The legal hold that keeps a person from being erased: on them, or on a grant or a request of theirs.
  func obstacle(toErasing person: PersonRow, at moment: Instant) -> GovernedDisposal.Obstacle? {
    for hold in holdsInForce(at: moment) {
      let isOnThem: Bool =
        switch hold.target.kind {
        case .person: hold.target == StreamID(.person, person.id)
        case .grant: grants[hold.target.identifier(GrantID.self)]?.person == person.id
        case .request: requests[hold.target.identifier(RequestID.self)]?.person == person.id
        case .system:
          person.grants.contains {
            grants[$0].entitlement.system == hold.target.identifier(SystemID.self)
          }
        case .ledger, .principal, .unit, .role, .review, .incident, .delegation, .separation,
          .policy, .flag:
          false
        }
      if isOnThem { return .held(hold.hold, hold.target) }
    }
    return nil
  }

  /// Everything that can be disposed of on a decision at a moment, in the order in which it came: grants, each with the requests it rests
  /// on, or requests.
  public func disposable(
    on decided: DisposalDecided, at moment: Instant, in zone: TimeZoneRules
  ) -> [DisposalMatter] {
    let scope = scope(of: decided, at: moment, in: zone)
    switch decided.retention {
    case .grants:
      return grants.rows.lazy.filter { obstacle(to: scope, $0) == nil }.map {
        DisposalMatter(grant: $0.id, requests: requests(behind: $0))
      }
    case .requests:
      return requests.rows.lazy.filter { obstacle(to: scope, $0) == nil }.map {
        DisposalMatter(grant: nil, requests: [$0.id])
      }
    }
  }
}

extension Register {
  /// INV-53 of what a decision would let go now and a legal hold keeps, in the order in which it came.
  public func heldBack(
    from decided: DisposalDecided, at moment: Instant, in zone: TimeZoneRules
  ) -> [Diagnostic] {
    let scope = scope(of: decided, at: moment, in: zone)
    guard !scope.holds.isEmpty else { return [] }
    func told(_ thing: String, _ obstacle: GovernedDisposal.Obstacle?) -> Diagnostic? {
      guard case .held = obstacle else { return nil }
      return GovernedDisposal.check(thing, obstacle)
    }
    return switch decided.retention {
    case .grants: grants.rows.compactMap { told("\($0.id)", obstacle(to: scope, $0)) }
    case .requests: requests.rows.compactMap { told("\($0.id)", obstacle(to: scope, $0)) }
    }
  }
}

/// What is disposed of as one: a grant with the requests it rests on, or a request that gave none.
public struct DisposalMatter: Hashable, Sendable {
  public var grant: GrantID?
  public var requests: [RequestID]

  public init(grant: GrantID?, requests: [RequestID]) {
    self.grant = grant
    self.requests = requests
  }
}

extension Register.DisposalScope {
  func covers(_ entitlement: EntitlementID) -> Bool {
    decided.system.map { $0 == entitlement.system } ?? true
  }

  func hold(onAnyOf streams: [StreamID]) -> GovernedDisposal.Obstacle? {
    for stream in streams {
      if let hold = holds[stream] { return .held(hold, stream) }
    }
    return nil
  }

  func obstacle(afterClosing closing: Instant) -> GovernedDisposal.Obstacle? {
    if let before = decided.endedBefore, closing >= before { return .outside }
    let until =
      CalendarDuration(months: Int(clamping: decided.keepMonths))
      .flatMap { closing.adding($0, in: zone) } ?? .latest
    return until <= moment ? nil : .kept(until: until)
  }
}

extension Register {
  /// A name for the next decision on disposal.
  public var nextDisposal: DisposalID {
    Register.free(after: disposals.count) { disposal($0) == nil }
  }

  /// A name for the next legal hold.
  public var nextHold: HoldID {
    Register.free(after: holds.count) { id in !holds.contains { $0.hold == id } }
  }

  private static func free<Subject: IdentifierSubject>(
    after count: Int, _ isFree: (Identifier<Subject>) -> Bool
  ) -> Identifier<Subject> {
    var number = count + 1
    while !isFree(Identifier(number: number)) { number += 1 }
    return Identifier(number: number)
  }
}
