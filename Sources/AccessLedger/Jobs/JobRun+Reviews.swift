import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Events
import Policies
import Projections

extension Job {
  /// Starts the reviews that fall due.
  public static let reviewOpening = Job(
    "review-opening", .daily,
    Localized(en: "start the reviews that fall due", sv: "starta de granskningar som ska börja")
  ) { run, ledger, signer, report throws(LedgerError) in
    try run.openReviews(on: ledger, signedBy: signer, &report)
  }

  /// Records what is due in running reviews.
  public static let reviewFollowUp = Job(
    "review-follow-up", .daily,
    Localized(
      en: "remind, escalate and draw the consequences in running reviews",
      sv: "påminn, eskalera och dra följderna i pågående granskningar")
  ) { run, ledger, signer, report throws(LedgerError) in
    try run.followUpReviews(on: ledger, signedBy: signer, &report)
  }
}

extension JobRun {
  /// Plans and starts each review that falls due, and starts those that were planned and whose day has come.
  ///
  /// One that the rules do not let start waits for somebody, and the others go on.
  func openReviews(
    on ledger: Ledger, signedBy signer: some BatchSigner, _ report: inout JobReport
  ) throws(LedgerError) {
    let planner = try ledger.principal(of: signer)
    for review in Self.plannedReviews(in: ledger.register, at: moment) {
      if let campaign = ledger.register.campaigns[review],
        !ledger.register.startsByItself(campaign, at: moment)
      {
        report.waiting.append(Self.waiting(review))
        continue
      }
      try open(on: ledger, signedBy: signer, &report, naming: "\(review)") { ledger in
        guard Self.plannedReviews(in: ledger.register, at: moment).contains(review) else {
          return []
        }
        return [.init(.review(.start(StartReview(review: review))))]
      }
    }
    let due = Self.unplannedReviews(in: ledger.register, at: moment)
    let known = ledger.register.campaigns.count
    var rehearsed = 0
    for wanted in due {
      let eventCount = report.eventCount
      try open(on: ledger, signedBy: signer, &report, naming: wanted.name) { ledger in
        // What others have planned meanwhile is not planned again, nor what a wider review that began now looks at.
        if ledger.register.campaigns.count != known {
          guard ledger.register.isUnplanned(wanted, by: moment, at: moment) else { return [] }
        }
        let review = ReviewID(number: ledger.register.campaigns.nextNumber + rehearsed)
        let plan = Recording.Step(.review(.plan(plan(wanted, as: review, by: planner))))
        guard ledger.register.startsByItself(wanted, at: moment) else { return [plan] }
        return [plan, .init(.review(.start(StartReview(review: review))))]
      }
      guard report.eventCount > eventCount else { continue }
      if isDryRun { rehearsed += 1 }
      if !isDryRun, !ledger.register.startsByItself(wanted, at: moment),
        let planned = Self.planned(for: wanted, in: ledger.register, at: moment)
      {
        report.waiting.append(Self.waiting(planned))
      }
    }
  }

  /// Records one opening, or notes why it waits.
  private func open(
    on ledger: Ledger, signedBy signer: some BatchSigner, _ report: inout JobReport,
    naming name: String, steps: @escaping (Ledger) -> [Recording.Step]
  ) throws(LedgerError) {
    let recording = Recording(effective: moment, channel: .job, isDryRun: isDryRun) {
      ledger throws(LedgerError) in steps(ledger)
    }
    guard !steps(ledger).isEmpty else { return }
    do throws(LedgerError) {
      let receipt = try ledger.record(recording, signedBy: signer)
      report.eventCount += receipt.events.count
      report.warnings += receipt.warnings
      if isDryRun { report.events += receipt.events } else { report.batchCount += 1 }
      try ledger.foldChecked()
    } catch {
      try ledger.foldChecked()
      // Another process may have started it meanwhile.
      guard !steps(ledger).isEmpty else { return }
      guard case .refused(let violations) = error,
        !violations.contains(where: {
          $0.code == EntitledRecorder.code.code || $0.code == JobsRecordTimeAlone.code.code
        })
      else { throw error }
      report.waiting += violations.map { violation in
        var violation = violation
        violation.facts.append(.init(en: "review", sv: "granskning", name))
        return violation
      }
    }
  }

  private func plan(
    _ due: DueCampaign, as review: ReviewID, by planner: PersonID
  ) -> PlanReview {
    var plan = PlanReview(review: review, axis: due.axis, opens: moment, planner: planner)
    plan.trigger = due.trigger
    plan.due = due.lastAnswer
    plan.unit = due.unit
    plan.system = due.system
    plan.entitlement = due.entitlement
    plan.person = due.person
    plan.incident = due.incident
    return plan
  }

  /// The review that was planned for one that falls due.
  private static func planned(
    for due: DueCampaign, in register: Register, at moment: Instant
  ) -> ReviewID? {
    register.campaigns.rows.last {
      $0.plan.axis == due.axis && $0.plan.trigger == due.trigger && $0.plan.system == due.system
        && $0.plan.unit == due.unit && $0.plan.person == due.person
        && register.state(of: $0, at: moment) == .planned
    }?.id
  }

  private static func waiting(_ review: ReviewID) -> Diagnostic {
    JobCodes.plannedReview.diagnostic(
      .init(ReviewSubject.word, "\(review)"),
      .init(en: "started by", sv: "startas med", "liggare review start \(review)"))
  }

  /// The reviews that were planned and whose day has come.
  static func plannedReviews(in register: Register, at moment: Instant) -> [ReviewID] {
    register.campaigns.rows.filter {
      register.state(of: $0, at: moment) == .planned && $0.plan.opens <= moment
    }.map(\.id)
  }

  /// The reviews that are to have started and that nobody has planned.
  static func unplannedReviews(in register: Register, at moment: Instant) -> [DueCampaign] {
    register.dueCampaigns(by: moment, at: moment).filter { $0.campaign == nil }
  }

  /// Records what is due in each running review.
  func followUpReviews(
    on ledger: Ledger, signedBy signer: some BatchSigner, _ report: inout JobReport
  ) throws(LedgerError) {
    for review in ledger.register.campaigns.ids {
      try record(on: ledger, signedBy: signer, &report) { ledger throws(LedgerError) in
        guard let campaign = ledger.register.campaigns[review],
          !ledger.register.reviewDuties(of: campaign, at: moment).isEmpty
        else { return [] }
        return [.init(.review(.followUp(FollowUpReview(review: review))))]
      }
      guard let campaign = ledger.register.campaigns[review] else { continue }
      let duties = ledger.register.reviewDuties(of: campaign, at: moment)
      if let stop = duties.stop { report.waiting.append(stop) }
      if !duties.unanswerable.isEmpty {
        report.waiting.append(SomebodyReviews.violation(grants: duties.unanswerable))
      }
      if !duties.spared.isEmpty { report.spared.append((review, duties.spared)) }
    }
  }
}
