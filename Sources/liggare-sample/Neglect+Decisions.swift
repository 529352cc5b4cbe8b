import AccessModel
import Chronology
import Commands
import Transparency

// Decisions that should have been made by others, or not at all, or told.
extension Neglect {
  var decisionRules: [Rule] {
    [
      Rule(latest: 340) { [self] in try unauthorised($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try together($0) },
      Rule(latest: 255) { [self] in try undecided($0) },
      Rule(latest: 275) { [self] in try unreported($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try sameNeeds($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try chain($0) },
    ]
  }

  /// ST-08: two days later it is recorded that the steward's role had ended the day before the decision.
  private func unauthorised(_ fate: Fate) throws {
    let application = try system()
    let holding = try defects.give(try person(), application)
    let decided = now
    let successor = try person()
    town.plan(now.later(days: 2)) { [self] in
      let zone = try clerk.zone
      let last = Day(number: zone.day(of: decided).number - 1)
      if !clerk.hasKey(successor.id) {
        try clerk.record(try clerk.newKey(for: successor.id), by: town.custodian)
      }
      try clerk.record(
        .role(
          .end(
            EndRole(assignment: application.stewardship, lastDay: last, hasSuccessor: true))),
        .role(
          .assign(
            AssignRole(
              assignment: town.new(), role: .steward, holder: successor.id,
              system: application.id, from: zone.end(of: last)))),
        by: town.custodian, caseNumber: town.caseNumber(),
        reason: "Beslutet var äldre än det sades.")
      application.steward = successor
      expect(
        "ST-08", "\(holding.grant)", since: decided, from: now, fate,
        "who decided it was no steward any more"
      ) { [self] in try end(holding) }
    }
  }

  /// ST-13: a rule is adopted against what somebody holds.
  private func together(_ fate: Fate) throws {
    let application = try system(rights: ["write", "attest"])
    let worker = try person()
    // What is told is the grant of the rule's first side, with the other.
    let holding = try defects.give(worker, application, 0)
    _ = try defects.give(worker, application, 1)
    town.plan(now.later(hours: 1)) { [self] in
      try defects.adoptRule(application, .block)
      expect(
        "ST-13", "\(holding.grant)", since: now, from: now, fate, "held together against a rule"
      ) { [self] in try end(holding) }
    }
  }

  /// ST-15: what was found is decided within ninety days.
  private func undecided(_ fate: Fate) throws {
    let application = try system()
    let worker = try person()
    let (account, grant): (AccountID, GrantID) = (town.new(), town.new())
    try clerk.record(
      .system(
        .findAccount(
          FindAccount(
            account: account, system: application.id, kind: .personal, person: worker.id))),
      .grant(
        .takeOver(
          TakeOverGrant(
            grant: grant, entitlement: application.rights[0].id, account: account,
            person: worker.id, source: .init(bytes: .init())))), by: town.custodian)
    let holding = Holding(
      grant, application.rights[0], application, worker, since: now, until: nil)
    let due = now.later(days: 90)
    expect(
      "ST-15", "\(grant)", since: due, from: due, fate, "found, and not decided in ninety days"
    ) { [self] in try town.end(holding, by: application.steward.id, .unauthorised) }
  }

  /// ST-18: a delegated decision is told to the committee within sixty days.
  private func unreported(_ fate: Fate) throws {
    let delegated = town.applications.first { application in
      application.rights.contains { $0.decider == .delegate }
    }
    guard let application = delegated,
      let right = application.rights.first(where: { $0.decider == .delegate }),
      let unit = town.workplaces.first(where: {
        $0.entity == application.body && $0.kind == .unit
      })
    else { throw SampleError(text: "Nothing is decided on delegation.") }
    let errand = Errand(town.new(), try person(in: unit), right, application, until: nil)
    town.leftUnreported.insert(errand.request)
    try town.issue(errand)
    let decided = now
    let due = now.later(days: 60)
    expect(
      "ST-18", "\(errand.request)", since: due, from: due, fate,
      "decided in the committee's place, and never told"
    ) { [self] in
      town.leftUnreported.remove(errand.request)
      let zone = try clerk.zone
      try clerk.record(
        .delegation(
          .report(
            ReportDelegatedDecisions(
              body: application.body, meeting: zone.day(of: now), from: decided,
              until: decided.advanced(byMilliseconds: 1), minutes: "§ 17"))),
        by: town.registrar)
    }
  }

  /// ST-21: from the fifth grant with the same words on.
  private func sameNeeds(_ fate: Fate) throws {
    let application = try system()
    let need = "Registrerar uppgifter om \(Names.person(application.id.number ?? 0).lowercased())"
    var holdings: [Holding] = []
    for _ in 0..<5 {
      let errand = Errand(town.new(), try person(), application.rights[0], application, until: nil)
      errand.need = need
      try town.issue(errand)
      holdings += errand.worker.holdings
    }
    expect(
      "ST-21", "\(holdings[0].grant)", since: now, from: now, fate,
      "five needs in the same words"
    ) { [self] in try end(holdings[4]) }
  }

  /// ST-24: the director asks and endorses, and who works under the director decides.
  private func chain(_ fate: Fate) throws {
    guard let director = town.director else { return }
    let application = try system()
    let errand = Errand(
      town.new(), try person(in: town.staff), application.rights[0], application, until: nil)
    errand.requester = director
    try town.issue(errand)
    guard let holding = errand.worker.holdings.last else { return }
    expect(
      "ST-24", "\(holding.grant)", since: now, from: now, fate,
      "asked for, endorsed and decided by one and their own"
    ) { [self] in try end(holding) }
  }
}
