import AccessLedger
import AccessModel
import Chronology
import Commands
import Transparency

// Access that should have been looked at, taken away or carried out.
extension Neglect {
  var grantRules: [Rule] {
    [
      Rule(latest: 330) { [self] in try unreviewed($0) },
      Rule(latest: 130) { [self] in try unanswered($0) },
      Rule(latest: 340) { [self] in try unremoved($0) },
      Rule(latest: 340) { [self] in try left($0) },
      Rule(latest: 330, isAtOnce: true) { [self] in try moved($0) },
      Rule(latest: 320) { [self] in try neverUsed($0) },
      Rule(latest: 255) { [self] in try unused($0) },
      Rule(latest: 320) { [self] in try away($0) },
      Rule(latest: 320) { [self] in try untrained($0) },
      Rule(latest: 350) { [self] in try notCarriedOut($0) },
      Rule(latest: 350, isAtOnce: true) { [self] in try retired($0) },
    ]
  }

  /// ST-01: thirty days go by that a steward has set.
  private func unreviewed(_ fate: Fate) throws {
    let application = try system()
    let holding = try defects.give(try person(), application)
    try clerk.record(
      .grant(
        .narrow(
          NarrowGrant(grant: holding.grant, by: application.steward.id, reviewDays: 30))),
      by: application.steward.id, reason: "Granskas varje månad.")
    let due = try days(30, after: now)
    expect(
      "ST-01", "\(holding.grant)", since: due, from: due, fate,
      "nobody looked at it for thirty days"
    ) { [self] in try end(holding) }
  }

  /// ST-01: at level 3 access is reviewed each half year; a review begins when the first is due, and its reviewer says nothing through the
  /// thirty days until its last.
  private func unanswered(_ fate: Fate) throws {
    let application = try system("3/3/1")
    let holding = try defects.give(try person(), application, until: now.later(days: 360))
    nights.reviewers.unanswered.insert(holding.grant)
    let due = try days(184, after: now)
    guard let opened = nights.calendar.night(onOrAfter: now.later(days: 184)) else { return }
    expect(
      "ST-01", "\(holding.grant)", since: due, from: try endOfDay(30, after: opened), fate,
      "its reviewer did not answer"
    ) { [self] in
      nights.reviewers.unanswered.remove(holding.grant)
      try nights.reviewers.answer(holding.grant)
    }
  }

  /// ST-02: what was revoked is to be gone in three days.
  private func unremoved(_ fate: Fate) throws {
    let application = try system()
    let holding = try defects.give(try person(), application)
    try clerk.record(
      .grant(
        .revoke(
          RevokeGrant(grant: holding.grant, by: application.steward.id, cause: .needEnded))),
      by: application.steward.id, reason: "Behövs inte längre.")
    let due = try days(3, after: now)
    expect(
      "ST-02", "\(holding.grant)", since: due, from: due, fate, "nobody removed what was revoked"
    ) { [self] in try town.confirmRemoval([holding]) }
  }

  /// ST-03: so is what somebody had who has left.
  private func left(_ fate: Fate) throws {
    let worker = try person()
    let holding = try defects.give(worker, try system())
    let zone = try clerk.zone
    let last = Day(number: zone.day(of: now).number + 2)
    try clerk.record(
      .person(.leave(EndAffiliation(affiliation: worker.affiliation, lastDay: last))),
      by: town.personnel)
    let due = try days(3, after: zone.end(of: last))
    expect(
      "ST-03", "\(holding.grant)", since: due, from: due, fate, "nobody removed what a leaver had"
    ) { [self] in try town.confirmRemoval([holding]) }
  }

  /// ST-04: from the move on; after fourteen days the access has ended, and after three more it should be gone.
  private func moved(_ fate: Fate) throws {
    let other = try unit(below: place)
    let worker = try person()
    let holding = try defects.give(worker, try system())
    // Who is asked by the review that follows does not answer.
    nights.reviewers.unanswered.insert(holding.grant)
    town.plan(now.later(hours: 1)) { [self] in
      try clerk.record(
        .person(.move(MovePerson(affiliation: worker.affiliation, unit: other.id))),
        by: town.personnel)
      expect(
        "ST-04", "\(holding.grant)", since: now, from: now, fate,
        "the holder moved, and nobody confirmed it"
      ) { [self] in
        guard let leader = place.leader else { return }
        try clerk.record(
          .person(.confirm(ConfirmAccess(grant: holding.grant, by: leader.id))), by: leader.id)
      }
      guard fate == .stays else { return }
      let ended = now.later(days: 14)
      for flag in nights.standing("ST-04", "\(holding.grant)") { flag.until = ended }
      let due = try days(3, after: ended)
      expect(
        "ST-02", "\(holding.grant)", since: due, from: due, fate, "it ended with the move"
      ) {}
    }
  }

  /// Access through an account of its own, of whose use the system tells each week.
  private func observed(_ fate: Fate, lastUse: Int?, weeks: Int) throws -> Holding {
    let application = try system("2/2/1")
    let worker = try person()
    let account: AccountID = town.new()
    let errand = try defects.wanted(worker, application)
    let grant: GrantID = town.new()
    try clerk.record(
      [
        .init(defects.approval(errand, application.steward, grant)),
        .init(
          .system(
            .findAccount(
              FindAccount(
                account: account, system: application.id, kind: .personal, person: worker.id)))),
        .init(
          .grant(.provision(ProvisionGrant(grant: grant, by: defects.desk, account: account)))),
      ], by: defects.desk, caseNumber: town.caseNumber())
    let begun = now
    let holding = Holding(
      grant, application.rights[0], application, worker, since: now, until: nil)
    // Once more, before it would have been unused for too long.
    let again = fate == .missed ? 7 * (weeks - 1) - 1 : nil
    for week in 1...weeks {
      town.plan(begun.later(days: 7 * week)) { [self] in
        guard !holding.isOver else { return }
        let used = [lastUse, again].compactMap(\.self).filter { $0 < 7 * week }.max()
        try clerk.record(
          .observation(
            .importUsage(
              ImportUsage(
                system: application.id, from: now.later(days: -7), until: now,
                source: SHA256.digest(of: Array("\(account) \(now)".utf8)),
                uses: [
                  AccountUse(account: account, last: used.map { begun.later(days: $0) })
                ]))), by: defects.desk)
      }
    }
    return holding
  }

  /// ST-05: thirty days without a first use, by feeds that reach so far: the fifth.
  private func neverUsed(_ fate: Fate) throws {
    let holding = try observed(fate, lastUse: nil, weeks: 5)
    let feed = now.later(days: 35)
    expect(
      "ST-05", "\(holding.grant)", since: try days(30, after: now), from: feed, fate,
      "never used, by what the system tells"
    ) { [self] in if fate != .missed { try end(holding) } }
  }

  /// ST-05: ninety days after the last use at level 2, by the fourteenth feed.
  private func unused(_ fate: Fate) throws {
    let holding = try observed(fate, lastUse: 2, weeks: 14)
    let feed = now.later(days: 98)
    expect(
      "ST-05", "\(holding.grant)", since: try days(90, after: now.later(days: 2)), from: feed,
      fate, "not used any more, by what the system tells"
    ) { [self] in if fate != .missed { try end(holding) } }
  }

  /// ST-06: thirty days away with access that was let be.
  private func away(_ fate: Fate) throws {
    let worker = try person()
    let holding = try defects.give(worker, try system())
    try clerk.record(
      .person(
        .startAbsence(
          StartAbsence(
            affiliation: worker.affiliation, from: now, expectedUntil: now.later(days: 300),
            effect: .keep))), by: town.personnel)
    expect(
      "ST-06", "\(holding.grant)", since: nil, from: now.later(days: 30), fate,
      "away for a month with access in effect"
    ) { [self] in
      try clerk.record(
        .person(.endAbsence(EndAbsence(affiliation: worker.affiliation))), by: town.personnel)
    }
  }

  /// ST-07: a course that the right asks for lapses after thirty days.
  private func untrained(_ fate: Fate) throws {
    guard let course = CourseCode("journal") else { return }
    let application = try system()
    let worker = try person()
    try clerk.record(
      .system(
        .changeEntitlement(
          ChangeEntitlement(
            entitlement: application.rights[0].id,
            conditions: EntitlementConditions(courses: [course])))),
      by: application.steward.id, reason: "Kräver utbildning.")
    func train(until: Instant) throws {
      try clerk.record(
        .person(
          .train(
            RecordTraining(
              person: worker.id, course: course, completed: now, validUntil: until))),
        by: town.personnel)
    }
    let lapse = now.later(days: 30)
    try train(until: lapse)
    let holding = try defects.give(worker, application)
    expect(
      "ST-07", "\(holding.grant)", since: lapse, from: lapse, fate, "the holder's course lapsed"
    ) { [self] in try train(until: now.later(days: 400)) }
  }

  /// ST-12: a decision is carried out by the end of the next working day.
  private func notCarriedOut(_ fate: Fate) throws {
    let application = try system()
    let errand = try defects.wanted(try person(), application)
    let grant: GrantID = town.new()
    try clerk.record(
      defects.approval(errand, application.steward, grant), by: application.steward.id)
    let due = try endOfDay(1, after: now)
    expect("ST-12", "\(grant)", since: due, from: due, fate, "decided, and not carried out") {
      [self] in
      try clerk.record(
        .grant(.provision(ProvisionGrant(grant: grant, by: defects.desk))), by: defects.desk)
    }
  }

  /// ST-19: a right that is retired is still held.
  private func retired(_ fate: Fate) throws {
    let application = try system(rights: ["read", "old"])
    let holding = try defects.give(try person(), application, 1)
    town.plan(now.later(hours: 1)) { [self] in
      try clerk.record(
        .system(.retire(RetireEntitlement(entitlement: application.rights[1].id))),
        by: application.steward.id, reason: "Behövs inte i nya versionen.")
      expect(
        "ST-19", "\(holding.grant)", since: now, from: now, fate, "what is retired is still held"
      ) { [self] in try end(holding) }
    }
  }
}
