import AccessLedger
import AccessModel
import Chronology
import Commands
import Projections

// What there is access to, and the rules about it.
extension Municipality {
  func add(_ kind: SystemKind) throws {
    guard let staff, let director else { return }
    let id: SystemID = new()
    let number = id.number ?? 0
    let isCommon: Bool
    var body = UnitID(number: 1)
    var owner = director
    var pool = Array(staff.workers.filter { $0.category == .employee }.dropFirst(9))
    var users: UnitID?
    switch kind.users {
    case .all: isCommon = true
    case .committee:
      isCommon = false
      let committee = committees[number % committees.count]
      body = committee.unit
      owner = committee.head
      users = body
      pool = workplaces.filter { $0.entity == body && $0.kind == .unit }
        .flatMap { $0.workers.dropFirst(2).prefix(2) }.filter { $0.category == .employee }
    case .company:
      isCommon = false
      let companies = workplaces.filter(\.isCompany)
      let company = companies[number % companies.count]
      guard let leader = company.leader else { return }
      body = company.id
      owner = leader
      users = body
      pool = Array(company.workers.dropFirst(2))
    }
    let steward = pool[number % pool.count]
    let deputy = pool[(number + 1) % pool.count]
    try clerk.record(
      .system(
        .register(
          RegisterSystem(
            system: id, name: "\(kind.name) \(number)", owner: body,
            ownership: isCommon
              ? .common
              : users.map { _ in kind.users == .company ? .company : .committee } ?? .common,
            personalData: kind.personalData, sector: kind.sector,
            commonDecision: isCommon ? CaseNumber("KS 2022/\(number)") : nil,
            purpose: "Stöd för \(kind.name.lowercased())"))), by: custodian)
    let appointedBy = kind.users == .company ? body : nil
    try assign(.owner, owner, system: id, appointedBy: appointedBy)
    let stewardship = try assign(.steward, steward, system: id, appointedBy: appointedBy)
    let deputyship = try assign(.deputy, deputy, system: id, appointedBy: appointedBy)
    let application = Application(
      id, kind, owner: owner, steward: steward, deputy: deputy, stewardship: stewardship,
      deputyship: deputyship, users: users, body: body)
    applications.append(application)
    try classify(application)
    every(680, from: office(after: now.later(days: 640 + source.below(40)))) { [self] in
      try classify(application)
    }
    if kind.sector == .care {
      try analyse(application)
      every(600, from: office(after: now.later(days: 600 + source.below(60)))) { [self] in
        try analyse(application)
      }
    }
    try defineRights(of: application)
    try clerk.record(
      .system(.changeStatus(ChangeSystemStatus(system: id, status: .inOperation))), by: owner.id)
  }

  private func analyse(_ application: Application) throws {
    let analysis: AnalysisID = new()
    try clerk.record(
      .system(
        .analyse(
          AnalyseRisk(
            analysis: analysis, system: application.id, kind: .needsAndRisk, conducted: now,
            method: "Behovs- och riskanalys", reference: "Dnr \(analysis)", residual: 1))),
      by: application.steward.id)
    application.analysis = analysis
  }

  private func classify(_ application: Application) throws {
    guard let classification = Classification(application.kind.classification) else { return }
    try clerk.record(
      .system(
        .classify(
          ClassifySystem(
            system: application.id, classification: classification, method: "KLASSA",
            participants: [.steward, .owner]))), by: application.steward.id)
  }

  private func defineRights(of application: Application) throws {
    let kind = application.kind
    var steps: [AccessCommand] = []
    for index in 0..<kind.rights {
      let words = Names.right(index)
      guard let id = EntitlementID("\(application.id)/\(words.code)") else { continue }
      var right = Right(id: id)
      right.isPrivileged = kind.isPrivileged && index == kind.rights - 1
      right.isForEmergencies = kind.isForEmergencies && index == 0
      let isDelegated = kind.users == .committee && kind.sector == nil && index == 1
      right.decider = isDelegated ? .delegate : .steward
      if kind.sector == .care && index == 1 { right.course = CourseCode("journal") }
      if kind.isSeparated, index == 1 || index == 2 {
        right.opposite = EntitlementID("\(application.id)/\(index == 1 ? "attest" : "write")")
      }
      let matter = isDelegated ? committees.first { $0.unit == application.body }?.matter : nil
      application.rights.append(right)
      steps.append(
        .system(
          .define(
            DefineEntitlement(
              entitlement: id, name: words.name, description: words.description,
              account: right.isPrivileged ? .admin : .personal,
              privilege: right.isPrivileged ? .privileged : .ordinary, decidedBy: .steward,
              conditions: EntitlementConditions(
                matter: matter, courses: [right.course].compactMap(\.self),
                emergency: right.isForEmergencies ? .yes : nil)))))
    }
    try clerk.record(steps.map { Recording.Step($0) }, by: application.steward.id)
  }

  /// The orders by which the committees let the heads of their administrations decide; anew each January.
  func decideOrders() throws {
    var version: Int64 = 0
    let decide = { [self] in
      version += 1
      let steps = committees.map { committee in
        AccessCommand.delegation(
          .grant(
            GrantDelegation(
              delegation: new(), order: "Delegationsordning", version: version,
              body: committee.unit, position: committee.position, matter: committee.matter,
              from: now)))
      }
      try clerk.record(steps.map { Recording.Step($0) }, by: registrar, caseNumber: caseNumber())
    }
    try decide()
    every(360, from: office(after: now.later(days: 362)), decide)
    every(40, from: office(after: now.later(days: 41))) { [self] in try report() }
  }

  /// Reports to each committee what was decided in its place.
  func report() throws {
    for committee in committees {
      let isAny = clerk.register.delegatedDecisions(
        of: committee.unit, from: reportedUntil, until: now)
      guard !isAny.isEmpty else { continue }
      try clerk.record(
        .delegation(
          .report(
            ReportDelegatedDecisions(
              body: committee.unit, meeting: Day(number: Int32(now.milliseconds / 86_400_000)),
              from: reportedUntil, until: now,
              left: isAny.map(\.id).filter { leftUnreported.contains($0) },
              minutes: "§ \(1 + source.below(200))"))),
        by: registrar)
    }
    reportedUntil = now
  }

  func adoptPolicy() throws {
    var version = 0
    let adopt = { [self] in
      version += 1
      guard
        let document = DocumentText(
          "liggare-policy: 1\npolicy: sample-\(version)\ntitle: Regler för behörigheter\n\n"
            + "[level-1]\nreview: P12M\n"
            + (nights == nil ? "" : "\n[stale]\nrushed-reviews: 12\n"))
      else { return }
      try clerk.record(
        .policy(
          .adopt(
            AdoptPolicy(
              level: .group, body: UnitID(number: 1), from: now,
              reviewBy: now.later(days: 730), document: document))),
        by: registrar, caseNumber: caseNumber())
    }
    try adopt()
    every(700, from: office(after: now.later(days: 700)), adopt)
  }

  func separate() throws {
    for application in applications where application.kind.isSeparated {
      guard let first = EntitlementID("\(application.id)/write"),
        let second = EntitlementID("\(application.id)/attest")
      else { continue }
      try clerk.record(
        .separation(
          .adopt(
            AdoptSeparationRule(
              rule: new(), kind: .conflict, severity: .exception, first: [first], second: [second],
              rationale: "Den som registrerar godkänner inte.", from: now))), by: security)
    }
  }

  func describeAccounts() throws {
    for index in 0..<profile.accounts {
      let application = applications[index % applications.count]
      let account: AccountID = new()
      let isShared = index % 3 == 0
      try clerk.record(
        .system(
          .describeAccount(
            DescribeAccount(
              account: account, system: application.id, kind: isShared ? .shared : .service,
              owner: application.steward.id, members: isShared ? [application.deputy.id] : [],
              rotationDays: 90, purpose: "Används av en tjänst i systemet"))), by: custodian)
      every(75, from: office(after: now.later(days: 60 + source.below(15)))) { [self] in
        guard !unrotated.contains(account) else { return }
        try clerk.record(
          .system(.rotateAccount(RotateAccount(account: account))), by: custodian)
      }
      describedAccounts.append(account)
    }
  }
}
