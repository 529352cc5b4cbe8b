import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import Events
import Policies
import Projections
import Transparency

/// A register written by hand, one fact at a time; days are counted from the first of 2026.
struct Book {
  private(set) var register = Register()
  private(set) var events: [Recorded<AccessEvent>] = []

  static let person = PersonID(number: 1)
  static let other = PersonID(number: 2)
  static let system = SystemID(number: 1)
  static let right = EntitlementID(system: system, name: .init(number: 1))
  static let request = RequestID(number: 1)
  static let grant = GrantID(number: 1)

  /// A person and another in unit U-1 from day 0, a system, and an entitlement the steward decides on.
  init(validityDaysMax: Int64? = nil) {
    write(
      .unit(.registered(UnitRegistered(unit: .init(number: 1), name: History.label, kind: .unit))))
    for (number, person) in [Book.person, Book.other].enumerated() {
      write(.person(.registered(PersonRegistered(person: person, category: .employee))))
      write(
        .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: .init(number: number + 1), person: person, unit: .init(number: 1),
              from: day(0)))))
    }
    write(
      .system(
        .registered(
          SystemRegistered(
            system: Book.system, name: History.label, owner: .init(number: 1), ownership: .common)))
    )
    write(
      .system(
        .entitlementDefined(
          EntitlementDefined(
            entitlement: Book.right, name: History.label, description: History.label,
            account: .personal, privilege: .ordinary, decidedBy: .steward,
            conditions: .init(validityDaysMax: validityDaysMax)))))
  }

  mutating func write(
    _ event: AccessEvent, effective: Instant = day(0), recorded: Instant = day(0)
  ) {
    events.append(fact(event, effective: effective, recorded: recorded))
    register.apply(events[events.count - 1])
  }

  func fact(
    _ event: AccessEvent, effective: Instant = day(0), recorded: Instant = day(0),
    channel: Channel = .commandLine
  ) -> Recorded<AccessEvent> {
    Recorded(
      position: register.position, recorded: recorded,
      id: UniqueID(high: 1, low: register.position),
      revision: register.nextRevision(of: event.stream), effective: effective,
      actor: Actor(principal: Book.other),
      command: CommandStamp(id: UniqueID(high: 2, low: register.position), channel: channel),
      caseNumber: nil, reason: nil, event: event)
  }

  mutating func submit(from: Instant = day(0), until: Instant? = nil) {
    write(
      .request(
        .submitted(
          RequestSubmitted(
            request: Book.request, kind: .new, person: Book.person, entitlement: Book.right,
            from: from,
            until: until, requester: Book.person, purpose: .operations,
            need: Commitment(Digest(bytes: .init()))))))
  }

  static func approved(from: Instant = day(1), until: Instant? = nil) -> AccessEvent {
    .request(
      .approved(
        RequestApproved(
          request: request, grant: grant, decider: other, authority: .role, from: from, until: until
        )))
  }

  static func provisioned(at: Instant = day(1), from: Instant = day(1), until: Instant? = nil)
    -> AccessEvent
  {
    .grant(
      .provisioned(
        GrantProvisioned(
          grant: grant, request: request, by: other, at: at, from: from, until: until)))
  }

  static let revoked = AccessEvent.grant(
    .revoked(GrantRevoked(grant: grant, by: other, cause: .needEnded)))

  /// A book with the grant decided on day 1, and carried out then unless it is left out.
  static func granted(from: Int = 1, until: Int? = nil, isProvisioned: Bool = true) -> Book {
    var book = Book()
    book.submit()
    book.write(approved(from: day(from), until: until.map { day($0) }), effective: day(1))
    if isProvisioned {
      book.write(provisioned(from: day(from), until: until.map { day($0) }), effective: day(1))
    }
    return book
  }

  func state(at moment: Instant) -> GrantState? {
    register.grants[Book.grant].flatMap { register.state(of: $0, at: moment) }
  }

  /// The states on the days, in their order.
  func states(_ days: Int...) -> [GrantState?] { days.map { state(at: day($0)) } }

  func codes(_ event: AccessEvent, channel: Channel = .commandLine) -> [String] {
    register.violations(of: Proposal(fact(event, channel: channel)), under: .standard).map(\.code)
  }
}
