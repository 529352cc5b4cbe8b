import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventSourcing
import Events
import Projections
import Reports
import Transparency

/// A hand-made register for reports: an organisation of two units, nine people and systems that grants are made in.
struct Village {
  var register = Register()
  var names: [PersonID: String] = [:]
  private var count: UInt64 = 0
  private var last = Instant.earliest

  /// Two units, nine people who work in the second, and `S-1` with its roles.
  init(unit name: String = "Vården", system: String = "Journalen") {
    let start = "2026-01-01"
    add(
      .ledger(
        .opened(
          LedgerOpened(
            origin: l("ledger.example"), timeZone: l("UTC"),
            logKey: l("ledger.example+00000000+AA==")))), at: start)
    add(
      .unit(.registered(UnitRegistered(unit: u(1), name: l("Styrelsen"), kind: .board))), at: start)
    add(
      .unit(.registered(UnitRegistered(unit: u(2), name: l(name), kind: .unit, parent: u(1)))),
      at: start)
    for number in 1...9 { addPerson(number) }
    addSystem(1, system)
    for (index, role) in [Role.owner, .steward, .deputy, .administrator].enumerated() {
      add(
        .role(
          .assigned(
            RoleAssigned(
              assignment: AssignmentID(number: index + 1), role: role, holder: p(index + 2),
              system: s(1), appointedBy: u(1), from: moment("2026-01-02")))), at: "2026-01-02")
    }
  }

  mutating func add(_ event: AccessEvent, at effective: String) {
    let effective = moment(effective)
    last = max(last, effective)
    let recorded = Recorded(
      position: count, recorded: last, id: UniqueID(high: 1, low: count),
      revision: register.nextRevision(of: event.stream), effective: effective,
      actor: Actor(principal: p(9), role: nil),
      command: CommandStamp(id: UniqueID(high: 2, low: count), channel: .commandLine),
      caseNumber: nil, reason: nil, event: event)
    count += 1
    register.apply(recorded)
  }

  mutating func addPerson(_ number: Int, unit: Int = 2, on day: String = "2026-01-01") {
    add(
      .person(.registered(PersonRegistered(person: p(number), category: .employee))), at: day)
    add(
      .person(
        .affiliationStarted(
          AffiliationStarted(
            affiliation: AffiliationID(number: number), person: p(number), unit: u(unit),
            from: moment(day)))), at: day)
  }

  mutating func addSystem(_ number: Int, _ name: String, classified: Bool = true) {
    let start = "2026-01-01"
    add(
      .system(
        .registered(
          SystemRegistered(system: s(number), name: l(name), owner: u(1), ownership: .common))),
      at: start)
    if classified {
      add(
        .system(
          .classified(
            SystemClassified(
              system: s(number), confidentiality: 2, integrity: 2, availability: 1))), at: start)
    }
    add(
      .system(.statusChanged(SystemStatusChanged(system: s(number), status: .inOperation))),
      at: start)
    for (name, privilege) in [("read", Privilege.ordinary), ("admin", .privileged)] {
      add(
        .system(
          .entitlementDefined(
            EntitlementDefined(
              entitlement: e(number, name), name: l(name), description: l("lets you \(name)"),
              account: .personal, privilege: privilege, decidedBy: .steward))), at: start)
    }
  }

  /// Makes `R-n` and `G-n`, decided and carried out on one day.
  mutating func grant(
    _ number: Int, _ person: Int, _ entitlement: EntitlementID, on day: String = "2026-02-01"
  ) {
    let request = RequestID(number: number)
    let need = Commitment(
      to: "\(number)", in: "need", of: UniqueID(high: 3, low: 0),
      salt: [UInt8](repeating: 7, count: 32))
    let until = moment("2027-06-01")
    add(
      .request(
        .submitted(
          RequestSubmitted(
            request: request, kind: .new, person: p(person), entitlement: entitlement,
            from: moment(day), until: until, requester: p(person), purpose: .publicTask,
            need: need))), at: day)
    add(
      .request(
        .approved(
          RequestApproved(
            request: request, grant: GrantID(number: number), decider: p(3), authority: .role,
            assignment: AssignmentID(number: 2), from: moment(day), until: until))), at: day)
    add(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: GrantID(number: number), request: request, by: p(5), at: moment(day),
            from: moment(day), until: until))), at: day)
  }

  mutating func revoke(_ number: Int, on day: String) {
    add(
      .grant(
        .revoked(GrantRevoked(grant: GrantID(number: number), by: p(3), cause: .needEnded))),
      at: day)
  }

  /// The report of that name as of a day, compared with another.
  func report(
    _ name: String, asOf: String = "2026-11-15", since: String = "2026-03-15",
    filter: ViewFilter = ViewFilter()
  ) -> Report? {
    let names = names
    let question = ViewQuestion(
      register: register, asOf: moment(asOf), filter: filter, names: { names[$0] })
    return ReportCatalogue.make(
      name,
      ReportInquiry(
        question: question, since: moment(since),
        provenance: ReportProvenance(
          origin: "ledger.example", size: count, root: "AAAA", checkpoint: "ledger.example\n1\nA\n",
          checkpointSize: count, asOf: moment(asOf), knownAt: last,
          askedBy: .init(verbatim: names[p(1)] ?? "P-1"), made: moment(asOf),
          command: "liggare report \(name)")))
  }
}

func moment(_ day: String) -> Instant {
  guard let instant = Instant("\(day)T12:00:00.000Z") else {
    preconditionFailure("\(day) is no day")
  }
  return instant
}

func p(_ number: Int) -> PersonID { PersonID(number: number) }
func s(_ number: Int) -> SystemID { SystemID(number: number) }
func u(_ number: Int) -> UnitID { UnitID(number: number) }

func e(_ system: Int, _ name: String) -> EntitlementID {
  guard let name = EntitlementName(name) else { preconditionFailure("\(name) is no name") }
  return EntitlementID(system: s(system), name: name)
}

func l(_ text: String) -> Label {
  guard let label = Label(text) else { preconditionFailure("\(text) is no label") }
  return label
}

extension AuditViews.Table {
  /// The cells under one heading, as they are.
  func cells(_ key: String) -> [Cell] {
    guard let index = columns.firstIndex(where: { $0.key == key }) else { return [] }
    return rows.map { $0[index] }
  }
}

extension Report {
  func table(_ name: String) -> AuditViews.Table? { tables.first { $0.name == name } }

  var figures: [String: KeyFigure] {
    var found: [String: KeyFigure] = [:]
    for block in sections.flatMap(\.blocks) {
      if case .figures(let figures, _) = block {
        for figure in figures { found[figure.code] = figure }
      }
    }
    return found
  }

  func html(_ language: Diagnostics.Language = .english) -> String {
    String(decoding: page(in: language, Phrasing()), as: UTF8.self)
  }
}
