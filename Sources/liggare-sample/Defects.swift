import AccessLedger
import AccessModel
import Chronology
import Commands
import Events
import Projections

/// What is put into a history on purpose, against the rules or against good order, each with the answer that an auditor should find.
///
/// Events that no decider would let through are written past the rules, by somebody with a key; what only neglect brings about is
/// neglected.
final class Defects {
  let town: Municipality
  private(set) var answers: [Answer] = []

  init(_ town: Municipality) {
    self.town = town
  }

  var clerk: Clerk { town.clerk }
  var now: Instant { town.now }

  /// Plans all of them: the events over the middle of the history, the neglect towards its end.
  func plan() {
    let first = town.begin.later(days: 60)
    let days = Int((town.end.milliseconds - first.milliseconds) / 86_400_000) - 170
    for (index, act) in events.enumerated() {
      town.plan(town.office(after: first.later(days: index * days / events.count)), act)
    }
    for (daysBefore, act) in states {
      town.plan(town.office(after: town.end.later(days: -daysBefore)), act)
    }
  }

  /// An event that the rules have something against.
  func broken(_ codes: String..., at position: UInt64, _ why: String) {
    for code in codes {
      answers.append(
        Answer(view: "rule-findings", code: code, about: "\(position)", why: why))
    }
  }

  /// Something that a view is to list at the end.
  func found(_ code: String, in view: String = "findings", _ about: String, _ why: String) {
    answers.append(Answer(view: view, code: code, about: about, why: why))
  }

  func late(_ view: String, _ grant: GrantID, _ why: String) {
    found("", in: view, "\(grant)", why)
  }

  // People and systems that nothing else happens to.

  func person(
    in unit: Workplace? = nil, _ category: PersonCategory = .employee, until: Instant? = nil,
    sponsor: PersonID? = nil
  ) throws -> Worker {
    guard let place = unit ?? town.workplaces.first(where: { $0.kind == .unit }) else {
      throw SampleError(text: "There is no unit.")
    }
    let worker = try town.welcome(to: place, category, until: until, sponsor: sponsor)
    worker.isKeeper = true
    town.workers.removeAll { $0 === worker }
    place.workers.removeAll { $0 === worker }
    return worker
  }

  func system(
    _ classification: String? = "2/2/1", validUntil: Instant? = nil, sector: Sector? = nil,
    rights: [String] = ["read"], account: AccountKind = .personal, isInOperation: Bool = true
  ) throws -> Application {
    guard let staff = town.staff, let director = town.director else {
      throw SampleError(text: "There is no staff.")
    }
    let id: SystemID = town.new()
    let (steward, deputy) = (staff.workers[9], staff.workers[10])
    var kind = SystemKind(
      name: "Prövning", count: 1, classification: classification ?? "", users: .all,
      rights: rights.count)
    kind.sector = sector
    try clerk.record(
      .system(
        .register(
          RegisterSystem(
            system: id, name: "Prövning \(id)", owner: UnitID(number: 1), ownership: .common,
            personalData: sector == nil ? .personal : .sensitive, sector: sector,
            commonDecision: CaseNumber("KS 2022/7"), purpose: "Stöd för en enskild uppgift"))),
      by: town.custodian)
    try town.assign(.owner, director, system: id)
    let stewardship = try town.assign(.steward, steward, system: id)
    let deputyship = try town.assign(.deputy, deputy, system: id)
    let application = Application(
      id, kind, owner: director, steward: steward, deputy: deputy, stewardship: stewardship,
      deputyship: deputyship, users: nil, body: UnitID(number: 1))
    if let classification = classification.flatMap({ Classification($0) }) {
      try clerk.record(
        .system(
          .classify(
            ClassifySystem(
              system: id, classification: classification, validUntil: validUntil))),
        by: steward.id)
    }
    for code in rights {
      guard let right = EntitlementID("\(id)/\(code)") else { continue }
      application.rights.append(Right(id: right, isPrivileged: account == .admin))
      try clerk.record(
        .system(
          .define(
            DefineEntitlement(
              entitlement: right, name: code,
              description: "Arbetar med en enskild uppgift i systemet", account: account,
              privilege: account == .admin ? .privileged : .ordinary, decidedBy: .steward))),
        by: steward.id)
    }
    if isInOperation {
      try clerk.record(
        .system(.changeStatus(ChangeSystemStatus(system: id, status: .inOperation))),
        by: director.id)
    }
    return application
  }

  /// Grants a right by the rules, all at once.
  func give(_ worker: Worker, _ application: Application, _ index: Int = 0, until: Instant? = nil)
    throws -> Holding
  {
    let errand = Errand(
      town.new(), worker, application.rights[index], application, until: until)
    try town.issue(errand)
    guard let holding = worker.holdings.last else {
      throw SampleError(text: "Nothing was granted.")
    }
    return holding
  }

  /// A request that its manager has endorsed, by the rules.
  func wanted(_ worker: Worker, _ application: Application, _ index: Int = 0, until: Instant? = nil)
    throws -> Errand
  {
    let errand = Errand(
      town.new(), worker, application.rights[index], application, until: until)
    guard let endorser = town.endorser(of: errand) else {
      throw SampleError(text: "Nobody can endorse the need.")
    }
    try clerk.record(
      [town.submission(errand), town.endorsement(errand, endorser)].map { Recording.Step($0) },
      by: town.administrators[0], caseNumber: town.caseNumber())
    return errand
  }

  func approval(_ errand: Errand, _ decider: Worker, _ grant: GrantID, until: Instant?? = nil)
    -> AccessCommand
  {
    .request(
      .approve(
        ApproveRequest(
          request: errand.request, grant: grant, deciders: [decider.id], until: until)))
  }

  /// Ends what should not have been decided, a day later and by the rules.
  func clear(_ grant: GrantID, _ application: Application, isCarriedOut: Bool = false) {
    town.plan(town.office(after: now.later(days: 1))) { [self] in
      try clerk.record(
        .grant(
          .revoke(RevokeGrant(grant: grant, by: application.steward.id, cause: .unauthorised))),
        by: application.steward.id, reason: "Skulle inte ha beslutats.")
      guard isCarriedOut else { return }
      try clerk.record(
        .grant(.confirmRemoval(ConfirmRemoval(grant: grant, by: town.administrators[0]))),
        by: town.administrators[0])
    }
  }
}
