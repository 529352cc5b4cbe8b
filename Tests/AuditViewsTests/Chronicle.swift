import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventSourcing
import Events
import Projections
import Testing
import Transparency

/// A hand-made history: events with positions and times, and the register they fold into.
struct Chronicle {
  var events: [Recorded<AccessEvent>] = []
  var register = Register()
  var texts: [Commitment: OpenedText] = [:]
  private var last = moment("2026-01-01")

  /// Records an event. Time is given as a day or as day and time in UTC; it is recorded at once unless told otherwise.
  @discardableResult
  mutating func add(
    _ event: AccessEvent, at effective: String, recorded: String? = nil,
    by principal: PersonID = p(9),
    as role: Role? = nil, in caseNumber: String? = nil, because reason: Commitment? = nil,
    channel: Channel = .commandLine
  ) -> UInt64 {
    let effective = moment(effective)
    last = max(last, recorded.map(moment) ?? effective)
    let position = UInt64(events.count)
    let recorded = Recorded(
      position: position, recorded: last, id: UniqueID(high: 1, low: position),
      revision: register.nextRevision(of: event.stream), effective: effective,
      actor: Actor(principal: principal, role: role),
      command: CommandStamp(id: UniqueID(high: 2, low: position), channel: channel),
      caseNumber: caseNumber.flatMap { CaseNumber($0) }, reason: reason, event: event)
    events.append(recorded)
    register.apply(recorded)
    return position
  }

  /// A commitment that opens as that text.
  mutating func text(_ text: OpenedText) -> Commitment {
    let commitment = Commitment(
      to: "\(texts.count)", in: "need", of: UniqueID(high: 3, low: 0),
      salt: [UInt8](repeating: 7, count: 32))
    texts[commitment] = text
    return commitment
  }

  /// The register as known at a moment: folded from what was recorded by then.
  func register(knownAt: String) -> Register {
    var register = Register()
    for event in events where event.recorded <= moment(knownAt) { register.apply(event) }
    return register
  }

  func question(asOf: String, _ change: (inout ViewFilter) -> Void = { _ in }) -> ViewQuestion {
    var filter = ViewFilter()
    change(&filter)
    let texts = texts
    return ViewQuestion(
      register: register, asOf: moment(asOf), filter: filter, names: { Chronicle.names[$0] },
      accountNames: { $0 == AccountID("C-1") ? "anna.a" : nil },
      texts: { texts[$0] ?? .missing })
  }

  static let names: [PersonID: String] = [
    p(1): "Mia Chef", p(2): "Olle Ägare", p(3): "Stina Förvaltare", p(5): "Adam Admin",
    p(6): "Anna Anställd",
  ]

  /// An organisation of two units, nine people and one system that is ready for grants.
  static func organisation() -> Chronicle {
    var chronicle = Chronicle()
    let start = "2026-01-01"
    chronicle.add(
      .ledger(
        .opened(
          LedgerOpened(
            origin: l("ledger.example"), timeZone: l("UTC"),
            logKey: l("ledger.example+00000000+AA==")))), at: start)
    chronicle.add(
      .unit(.registered(UnitRegistered(unit: u(1), name: l("Styrelsen"), kind: .board))), at: start)
    chronicle.add(
      .unit(
        .registered(UnitRegistered(unit: u(2), name: l("Vården"), kind: .unit, parent: u(1)))),
      at: start)
    for number in 1...9 {
      chronicle.add(
        .person(.registered(PersonRegistered(person: p(number), category: .employee))), at: start)
      chronicle.add(
        .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: AffiliationID(number: number), person: p(number),
              unit: u(number == 2 ? 1 : 2), from: moment(start)))), at: start)
    }
    let roles: [(Role, Int, SystemID?, UnitID?)] = [
      (.manager, 1, nil, u(2)), (.owner, 2, s(1), nil), (.steward, 3, s(1), nil),
      (.deputy, 4, s(1), nil), (.administrator, 5, s(1), nil),
    ]
    chronicle.addSystem(s(1), "Journalen")
    for (index, (role, holder, system, unit)) in roles.enumerated() {
      chronicle.add(
        .role(
          .assigned(
            RoleAssigned(
              assignment: AssignmentID(number: index + 1), role: role, holder: p(holder),
              system: system, unit: unit, appointedBy: u(1), from: moment("2026-01-02")))),
        at: "2026-01-02", in: "KS 2026/1")
    }
    return chronicle
  }

  mutating func addSystem(_ system: SystemID, _ name: String) {
    let start = "2026-01-01"
    add(
      .system(
        .registered(
          SystemRegistered(system: system, name: l(name), owner: u(1), ownership: .common))),
      at: start)
    add(
      .system(
        .classified(
          SystemClassified(system: system, confidentiality: 3, integrity: 2, availability: 1))),
      at: start)
    add(
      .system(.statusChanged(SystemStatusChanged(system: system, status: .inOperation))), at: start)
    for name in ["read", "write"] {
      add(
        .system(
          .entitlementDefined(
            EntitlementDefined(
              entitlement: e(system, name), name: l(name), description: l("lets you \(name)"),
              account: .personal, privilege: .ordinary, decidedBy: .steward))), at: start)
    }
  }

  /// How far a grant is taken.
  enum Stage: Int, Comparable {
    case submitted, endorsed, approved, provisioned

    static func < (one: Stage, other: Stage) -> Bool { one.rawValue < other.rawValue }
  }

  /// Takes `R-n` and `G-n` up to a stage, all on one day.
  mutating func grant(
    _ number: Int, _ person: PersonID, _ entitlement: EntitlementID, on day: String = "2026-02-01",
    from: String? = nil, until: String? = "2026-12-01", upTo stage: Stage = .provisioned
  ) {
    let (request, grant) = (RequestID(number: number), GrantID(number: number))
    let need = text(.present("need \(number)"))
    let (from, until) = (moment(from ?? day), until.map(moment))
    add(
      .request(
        .submitted(
          RequestSubmitted(
            request: request, kind: .new, person: person, entitlement: entitlement, from: from,
            until: until,
            requester: person, purpose: .publicTask, need: need))), at: day, by: person)
    guard stage >= .endorsed else { return }
    add(
      .request(
        .endorsed(RequestEndorsed(request: request, endorser: p(1), outcome: .supported))),
      at: day, by: p(1), as: .manager)
    guard stage >= .approved else { return }
    add(
      .request(
        .approved(
          RequestApproved(
            request: request, grant: grant, decider: p(3), authority: .role,
            assignment: AssignmentID(number: 3), from: from, until: until))), at: day, by: p(3),
      as: .steward)
    guard stage >= .provisioned else { return }
    add(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: grant, request: request, by: p(5), at: moment(day), from: from, until: until,
            account: AccountID("C-1")))), at: day, by: p(5), as: .administrator)
  }

  mutating func revoke(_ number: Int, on day: String, recorded: String? = nil) {
    add(
      .grant(
        .revoked(GrantRevoked(grant: GrantID(number: number), by: p(3), cause: .needEnded))),
      at: day, recorded: recorded, by: p(3), as: .steward)
  }

  mutating func confirmRemoval(_ number: Int, on day: String) {
    add(
      .grant(.removalConfirmed(RemovalConfirmed(grant: GrantID(number: number), by: p(5)))),
      at: day, by: p(5), as: .administrator)
  }

  mutating func find(_ number: Int, _ person: PersonID?, _ entitlement: EntitlementID) {
    let digest = SHA256.digest(of: [1, 2, 3])
    add(
      .grant(
        .takenOver(
          GrantTakenOver(
            grant: GrantID(number: number), entitlement: entitlement,
            account: AccountID(number: number), person: person, source: digest))),
      at: "2026-02-01")
  }

  mutating func suspend(_ number: Int, on day: String) {
    add(
      .grant(
        .suspended(GrantSuspended(grant: GrantID(number: number), by: p(3), cause: .incident))),
      at: day, by: p(3), as: .steward)
  }

  /// One grant in each state on 2026-06-01: G-1 to G-3, G-7 and G-4 to G-6, in the order of `GrantState.allCases`.
  static func everyState() -> Chronicle {
    var chronicle = organisation()
    chronicle.grant(1, p(6), e(s(1), "read"), upTo: .approved)
    chronicle.grant(2, p(6), e(s(1), "write"), from: "2026-09-01")
    chronicle.grant(3, p(7), e(s(1), "read"))
    chronicle.grant(7, p(9), e(s(1), "write"))
    chronicle.suspend(7, on: "2026-03-01")
    chronicle.find(4, p(7), e(s(1), "write"))
    chronicle.grant(5, p(8), e(s(1), "read"))
    chronicle.grant(6, p(8), e(s(1), "write"))
    chronicle.revoke(5, on: "2026-04-01")
    chronicle.revoke(6, on: "2026-04-01")
    chronicle.confirmRemoval(6, on: "2026-04-02")
    return chronicle
  }
}

func moment(_ text: String) -> Instant {
  let whole = text.count == 10 ? "\(text)T00:00:00.000Z" : "\(text):00.000Z"
  guard let instant = Instant(whole) else { preconditionFailure("\(text) is no moment") }
  return instant
}

func p(_ number: Int) -> PersonID { PersonID(number: number) }
func s(_ number: Int) -> SystemID { SystemID(number: number) }
func s(_ text: String) -> SystemID {
  guard let id = SystemID(text) else { preconditionFailure("\(text) is no identifier") }
  return id
}

func u(_ number: Int) -> UnitID { UnitID(number: number) }

func e(_ system: SystemID, _ name: String) -> EntitlementID {
  guard let name = EntitlementName(name) else { preconditionFailure("\(name) is no name") }
  return EntitlementID(system: system, name: name)
}

func l(_ text: String) -> Label {
  guard let label = Label(text) else { preconditionFailure("\(text) is no label") }
  return label
}

extension AuditViews.Table {
  /// What programs read under one heading.
  func column(_ key: String) -> [String] {
    guard let index = columns.firstIndex(where: { $0.key == key }) else {
      return ["no column \(key)"]
    }
    return rows.map { row in
      switch row[index] {
      case .text(let text): text
      case .identifier(let id): "\(id)"
      case .localized(let text): text.english
      case .word(let code, _): code
      case .integer(let number): "\(number)"
      case .real(let number): "\(number)"
      case .instant(let instant), .bound(let instant, _): "\(instant)"
      case .day(let day): "\(day)"
      case .flag(let flag): "\(flag)"
      case .empty: ""
      case .list(let texts): texts.joined(separator: "; ")
      }
    }
  }
}
