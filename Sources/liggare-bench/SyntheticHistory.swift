import AccessModel
import Chronology
import Events
import Transparency

/// The life of a made-up register, event by event, in the mix that `tools/generate-history` has once it is taken over.
///
/// Only as much is remembered as is needed to go on: what waits for a decision or for being carried out, and who has what. The organisation
/// grows with the number of events, as ten years of a larger one have more.
struct SyntheticHistory {
  /// One event, with its place in its own stream.
  struct Step {
    var revision: Int64
    var event: AccessEvent
    /// Whether a text goes with it, of which the log keeps a commitment.
    var hasReason = false
    var hasCase = false
  }

  private(set) var source: SyntheticSource
  /// The time at which things happen now.
  private(set) var now: Instant
  private let begin: Instant
  private let systemCount: Int
  private var personCount: Int
  private var hasLeft: [Bool] = []
  private var leaverCount = 0
  private var requestCount = 0
  /// How many grants there have been.
  private(set) var grantCount = 0
  private var pending = Queue<Case>()
  private var approved = Queue<Case>()
  private var live: [Held] = []
  private var review = (number: 1, revision: Int64(0))

  private static let entitlements = [
    "read", "write", "handle", "report", "approve", "admin", "attest", "register",
  ].compactMap { EntitlementName($0) }
  private static let day: Int64 = 86_400_000
  private static let years: Int64 = 10
  private static let itemsOfReview: Int64 = 200

  /// A request on its way.
  private struct Case {
    var request: Int
    var person: Int
    var until: Instant?
  }

  /// A grant that somebody has.
  private struct Held {
    var grant: Int
    var person: Int
    var until: Instant?
  }

  /// - Parameter eventCount: how many events are to be made, which says how large the organisation is.
  init(eventCount: Int, seed: UInt64, from begin: Instant) {
    source = SyntheticSource(seed: seed)
    self.begin = begin
    now = begin
    systemCount = max(4, eventCount / 3_125)
    personCount = max(16, eventCount / 128)
  }

  /// What the register has before its years begin: systems with what can be granted in them, and people who work somewhere.
  ///
  mutating func stock() -> [Step] {
    var steps: [Step] = []
    for number in 1...systemCount {
      let system = SystemID(number: number)
      guard let name = Label("System \(number)") else { continue }
      steps.append(
        Step(
          revision: 0,
          event: .system(
            .registered(
              SystemRegistered(
                system: system, name: name, owner: UnitID(number: 1), ownership: .committee,
                reviewDays: 365)))))
      steps.append(
        Step(
          revision: 1,
          event: .system(
            .statusChanged(SystemStatusChanged(system: system, status: .inOperation)))))
      for (place, entitlement) in SyntheticHistory.entitlements.enumerated() {
        guard let label = Label("\(entitlement)") else { continue }
        steps.append(
          Step(
            revision: 2 + Int64(place),
            event: .system(
              .entitlementDefined(
                EntitlementDefined(
                  entitlement: EntitlementID(system: system, name: entitlement), name: label,
                  description: label, account: .personal, privilege: .ordinary,
                  decidedBy: .steward)))))
      }
    }
    let count = personCount
    personCount = 0
    for _ in 0..<count { steps += join() }
    return steps
  }

  /// What happens next, when the years have come so far.
  ///
  /// - Parameter progress: from 0 to 1.
  mutating func next(progress: Double) -> [Step] {
    let span = Double(SyntheticHistory.years * 365 * SyntheticHistory.day)
    now = Instant(milliseconds: begin.milliseconds + Int64(progress * span))
    let drawn = source.below(1_000)
    if drawn < 342, let steps = reviewItem() { return steps }
    if drawn < 365, let steps = revocation() { return steps }
    if drawn < 552, let request = approved.take(waiting: waitingCount) { return carryOut(request) }
    if drawn < 755, let request = pending.take(waiting: waitingCount) { return decide(request) }
    if drawn < 769 { return join() }
    if drawn < 785, let steps = leave() { return steps }
    return submit()
  }

  /// How many requests wait before the first of them is dealt with.
  private var waitingCount: Int { systemCount }

  private func person(_ number: Int) -> PersonID { PersonID(number: number + 2) }

  private mutating func somebody() -> Int {
    while true {
      let number = source.below(personCount)
      if !hasLeft[number] { return number }
    }
  }

  private mutating func commitment() -> Commitment {
    let words = (source.next(), source.next(), source.next(), source.next())
    return withUnsafeBytes(of: words) { bytes in
      bytes.baseAddress.map { Commitment(Digest(loading: $0)) }
        ?? Commitment(MerkleTree.emptyRoot)
    }
  }

  private mutating func join() -> [Step] {
    let number = personCount
    personCount += 1
    hasLeft.append(false)
    return [
      Step(
        revision: 0,
        event: .person(
          .registered(PersonRegistered(person: person(number), category: .employee)))),
      Step(
        revision: 1,
        event: .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: AffiliationID(number: number + 2), person: person(number),
              unit: UnitID(number: 1), from: now)))),
    ]
  }

  private mutating func leave() -> [Step]? {
    // As many come as leave; the last few stay.
    guard personCount - leaverCount > 8 else { return nil }
    let number = somebody()
    leaverCount += 1
    hasLeft[number] = true
    return [
      Step(
        revision: 2,
        event: .person(
          .affiliationEnded(
            AffiliationEnded(
              affiliation: AffiliationID(number: number + 2), person: person(number)))))
    ]
  }

  private mutating func submit() -> [Step] {
    requestCount += 1
    let number = somebody()
    let days = Int64(45 + source.below(686))
    let until =
      source.chance(600)
      ? Instant(milliseconds: now.milliseconds + days * SyntheticHistory.day) : nil
    pending.add(Case(request: requestCount, person: number, until: until))
    let names = SyntheticHistory.entitlements
    let entitlement = EntitlementID(
      system: SystemID(number: 1 + source.below(systemCount)),
      name: names[source.below(names.count)])
    return [
      Step(
        revision: 0,
        event: .request(
          .submitted(
            RequestSubmitted(
              request: RequestID(number: requestCount), kind: .new, person: person(number),
              entitlement: entitlement, from: now, until: until, requester: person(number),
              purpose: .unstated, need: commitment()))))
    ]
  }

  private mutating func decide(_ request: Case) -> [Step] {
    let id = RequestID(number: request.request)
    let decider = person(somebody())
    guard !source.chance(77) else {
      return [
        Step(
          revision: 1,
          event: .request(
            .denied(
              RequestDenied(
                request: id, decider: decider, authority: .unstated, ground: .unstated))),
          hasReason: true)
      ]
    }
    approved.add(request)
    return [
      Step(
        revision: 1,
        event: .request(
          .approved(
            RequestApproved(
              request: id, decider: decider, authority: .unstated, from: now,
              until: request.until))), hasReason: true)
    ]
  }

  private mutating func carryOut(_ request: Case) -> [Step] {
    grantCount += 1
    live.append(Held(grant: grantCount, person: request.person, until: request.until))
    return [
      Step(
        revision: 0,
        event: .grant(
          .provisioned(
            GrantProvisioned(
              grant: GrantID(number: grantCount), request: RequestID(number: request.request),
              by: person(somebody()), at: now, from: now, until: request.until))), hasCase: true)
    ]
  }

  /// Where in `live` a grant is that still holds; what does not is forgotten on the way.
  private mutating func heldGrant() -> Int? {
    while !live.isEmpty {
      let place = source.below(live.count)
      let held = live[place]
      if !hasLeft[held.person], held.until.map({ $0 > now }) ?? true { return place }
      forget(place)
    }
    return nil
  }

  private mutating func forget(_ place: Int) {
    live.swapAt(place, live.count - 1)
    live.removeLast()
  }

  private mutating func reviewItem() -> [Step]? {
    guard let place = heldGrant() else { return nil }
    if review.revision == SyntheticHistory.itemsOfReview { review = (review.number + 1, 0) }
    defer { review.revision += 1 }
    let isKept = !source.chance(40)
    let grant = live[place].grant
    if !isKept { forget(place) }
    return [
      Step(
        revision: review.revision,
        event: .review(
          .itemDecided(
            ReviewItemDecided(
              review: ReviewID(number: review.number), grant: GrantID(number: grant),
              reviewer: person(somebody()), outcome: isKept ? .keep : .revoke))), hasReason: true)
    ]
  }

  private mutating func revocation() -> [Step]? {
    guard let place = heldGrant() else { return nil }
    let grant = GrantID(number: live[place].grant)
    let by = person(somebody())
    forget(place)
    return [
      Step(
        revision: 1,
        event: .grant(.revoked(GrantRevoked(grant: grant, by: by, cause: .unstated))),
        hasReason: true),
      Step(
        revision: 2, event: .grant(.removalConfirmed(RemovalConfirmed(grant: grant, by: by)))),
    ]
  }

  /// A reason, for an event that has one.
  mutating func reason(for step: Step) -> Commitment? { step.hasReason ? commitment() : nil }

  /// A fresh identifier.
  mutating func drawID() -> UniqueID { UniqueID(high: source.next(), low: source.next()) }
}

/// First in, first out; what was taken is let go of now and then.
struct Queue<Element> {
  private var elements: [Element] = []
  private var first = 0

  mutating func add(_ element: Element) { elements.append(element) }

  /// The first, when more than so many wait.
  mutating func take(waiting count: Int) -> Element? {
    guard elements.count - first > count else { return nil }
    defer {
      first += 1
      if first > 4_096, first * 2 > elements.count {
        elements.removeSubrange(..<first)
        first = 0
      }
    }
    return elements[first]
  }
}
