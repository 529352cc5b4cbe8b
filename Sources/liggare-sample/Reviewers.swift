import AccessLedger
import AccessModel
import Chronology
import Commands
import Events
import Projections

/// Those who answer what reviews ask, each in office hours and before the last day.
///
/// They draw nothing from the history's source, so that a night that is left out changes nothing else.
final class Reviewers {
  let town: Municipality
  private var known: Set<ReviewID> = []
  /// Grants that nobody answers for.
  var unanswered: Set<GrantID> = []
  /// What is answered otherwise than that it is needed.
  var outcomes: [GrantID: ReviewOutcome] = [:]

  /// When each of them has time again.
  private var free: [PersonID: Instant] = [:]

  /// How many answers somebody gives at a sitting, and how many minutes later the next begins.
  private static let sittingCount = 10
  private static let sittingMinutes = 6

  init(_ town: Municipality) {
    self.town = town
  }

  /// Plans the answers to each review that has begun since it was last asked.
  func look() {
    let register = town.clerk.register
    for campaign in register.campaigns.rows
    where campaign.start != nil && known.insert(campaign.id).inserted {
      let days = (campaign.plan.due.milliseconds - town.now.milliseconds) / 86_400_000
      // By what it is about and not by its own number, which is another when nights are left out.
      let plan = campaign.plan
      let about =
        (plan.system ?? plan.entitlement?.system)?.number ?? plan.unit?.number
        ?? plan.person?.number ?? 0
      let first = max(1, min(3 + about % 5, Int(days) / 3))
      town.plan(workday(first)) { [self] in try answer(campaign.id) }
      town.plan(workday(max(first + 1, Int(days) * 2 / 3))) { [self] in try answer(campaign.id) }
    }
  }

  /// A morning so many days later, or the first after it on which people work.
  private func workday(_ days: Int) -> Instant {
    var day = town.now.milliseconds / 86_400_000 + Int64(days)
    while (day + 3) % 7 >= 5 { day += 1 }
    return Instant(milliseconds: day * 86_400_000 + 7 * 3_600_000)
  }

  private func isOpen(_ grant: GrantID, in review: ReviewID) -> Bool {
    let register = town.clerk.register
    guard let campaign = register.campaigns[review], campaign.closing(at: town.now) == nil,
      let item = campaign.item(of: grant)
    else { return false }
    return register.state(of: item, in: campaign, at: town.now).isOpen
  }

  /// Has a grant answered that waits in a review.
  func answer(_ grant: GrantID) throws {
    let waiting = town.clerk.register.campaigns.ids.filter { isOpen(grant, in: $0) }
    for review in waiting { try answer(review) }
  }

  /// Lets each who was asked sit down with what they have, a few at a time.
  private func answer(_ review: ReviewID) throws {
    let register = town.clerk.register
    guard let campaign = register.campaigns[review] else { return }
    var order: [PersonID] = []
    var asked: [PersonID: [GrantID]] = [:]
    for item in campaign.items
    where !unanswered.contains(item.grant) && isOpen(item.grant, in: review) {
      let reviewer = item.reviewers(at: town.now).last {
        register.isAvailable($0.reviewer, at: town.now) && town.clerk.hasKey($0.reviewer)
      }
      guard let reviewer else { continue }
      if asked[reviewer.reviewer] == nil { order.append(reviewer.reviewer) }
      asked[reviewer.reviewer, default: []].append(item.grant)
    }
    var last = town.now
    for reviewer in order {
      let grants = asked[reviewer] ?? []
      for first in stride(from: 0, to: grants.count, by: Reviewers.sittingCount) {
        let part = Array(grants[first..<min(first + Reviewers.sittingCount, grants.count)])
        let begin = max(town.now, free[reviewer] ?? .earliest)
        free[reviewer] = begin.later(minutes: Reviewers.sittingMinutes)
        last = max(last, begin)
        town.plan(begin) { [self] in try sit(reviewer, review, part) }
      }
    }
    town.plan(last.later(minutes: 30)) { [self] in try close(review) }
  }

  private func sit(_ reviewer: PersonID, _ review: ReviewID, _ grants: [GrantID]) throws {
    let open = grants.filter { isOpen($0, in: review) }
    try town.clerk.record(
      open.map { grant in
        Recording.Step(
          .review(
            .answer(
              AnswerReviewItem(
                review: review, grant: grant, reviewer: reviewer,
                outcome: outcomes[grant] ?? .keep))))
      }, by: reviewer, reason: "Genomgången med den som leder arbetet.")
    for grant in open {
      for flag in town.nights?.standing("ST-04", "\(grant)") ?? [] { flag.until = town.now }
    }
  }

  /// Has whoever answers for it attest to a review that is answered.
  private func close(_ review: ReviewID) throws {
    let register = town.clerk.register
    guard let campaign = register.campaigns[review],
      register.state(of: campaign, at: town.now) == .decided
    else { return }
    let heads = register.accountableHeads(
      system: campaign.plan.system, unit: campaign.plan.unit, at: town.now)
    guard let head = heads.first(where: { town.clerk.hasKey($0) }) else { return }
    try town.clerk.record(
      .review(
        .close(
          CloseReview(review: review, by: town.security, outcome: .completed, attester: head))),
      by: town.security, caseNumber: "KS 2022/\(review.number ?? 0)")
  }
}
