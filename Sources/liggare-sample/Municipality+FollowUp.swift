import AccessModel
import Chronology
import Commands
import Projections
import Transparency

// What is looked at again while the years go, besides what the jobs of the nights ask for.
extension Municipality {
  func planFollowUp() {
    every(7, from: office(after: begin.later(days: 12))) { [self] in try reviewOften() }
    every(14, from: office(after: begin.later(days: 14))) { [self] in try readUsage() }
    for application in applications where application.kind.isForEmergencies {
      every(150, from: office(after: begin.later(days: 60))) { [self] in try drill(application) }
    }
  }

  /// Sets a flag on access as cured from a moment on.
  func cure(_ holding: Holding, at moment: Instant) {
    for flag in nights?.standing("ST-04", "\(holding.grant)") ?? [] { flag.until = moment }
  }

  /// Has the access of those looked at whose own time for it is shorter than that of the systems.
  private func reviewOften() throws {
    guard now < end.later(days: -16) else { return }
    for worker in workers where worker.leaves > now.later(days: 16) {
      let held = worker.holdings.filter { !$0.isOver }
      guard let first = held.map(\.since).min() else { continue }
      let days = worker.isReviewedOften ? 10 : worker.category == .supplier ? 60 : nil
      guard let days, max(first, worker.asked).later(days: days) <= now else { continue }
      worker.asked = now
      let review = ReviewID(number: clerk.register.campaigns.nextNumber)
      var plan = PlanReview(review: review, axis: .event, opens: now, planner: security)
      plan.trigger = .adHoc
      plan.person = worker.id
      try clerk.record(
        .review(.plan(plan)), .review(.start(StartReview(review: review))), by: security)
    }
    nights?.reviewers.look()
  }

  /// Records what the systems tell of the use of their accounts: all of them are in use.
  private func readUsage() throws {
    let from = now.later(days: -14)
    var accounts: [SystemID: [AccountID]] = [:]
    for row in clerk.register.accounts.rows { accounts[row.system, default: []].append(row.id) }
    for application in applications {
      guard let own = accounts[application.id] else { continue }
      let text = "\(application.id) \(now)"
      try clerk.record(
        .observation(
          .importUsage(
            ImportUsage(
              system: application.id, from: from, until: now,
              source: SHA256.digest(of: Array(text.utf8)),
              uses: own.map { AccountUse(account: $0, last: now.later(hours: -2)) }))),
        by: administrators[1])
    }
  }

  /// Takes emergency access for practice, and follows it up the next day.
  private func drill(_ application: Application) throws {
    guard now < lastBegun, let right = application.rights.first(where: \.isForEmergencies),
      let worker = workers.first(where: {
        $0.unit.entity == application.users && $0.category == .employee && $0.leaves == .latest
          && $0.busyUntil < now && !$0.has(right.id) && $0 !== application.steward
      })
    else { return }
    let grant: GrantID = new()
    try clerk.record(
      .grant(
        .activateEmergency(
          ActivateEmergency(
            grant: grant, person: worker.id, entitlement: right.id, kind: .exercise, hours: 2,
            notified: [.steward, .manager]))), by: administrators[1], reason: "Årlig övning.")
    let holding = Holding(grant, right, application, worker, since: now, until: now.later(hours: 2))
    plan(now.later(hours: 3)) { [self] in try confirmRemoval([holding]) }
    plan(now.later(hours: 26)) { [self] in
      try clerk.record(
        .grant(
          .followUpEmergency(
            FollowUpEmergency(
              grant: grant, reviewer: application.steward.id, judgement: .justified))),
        by: application.steward.id)
    }
  }
}
