import AccessModel
import Chronology
import Commands
import Projections
import Testing

// The steps of a review, each about campaign 1 unless another number is said.

let campaign = ReviewID(number: 1)
let chief = PersonID(number: 12)
let coordinator = PersonID(number: 13)
let auditor = PersonID(number: 14)
/// Colleagues of the employee in U-3.
let colleagues = (20..<26).map { PersonID(number: $0) }

func planReview(
  _ number: Int = 1, axis: ReviewAxis = .system, opens: Instant,
  _ change: (inout PlanReview) -> Void = { _ in }
) -> AccessCommand {
  var plan = PlanReview(
    review: ReviewID(number: number), axis: axis, opens: opens, planner: coordinator)
  if axis == .system { plan.system = system }
  if axis == .unit { plan.unit = UnitID(number: 3) }
  change(&plan)
  return .review(.plan(plan))
}

func startReview(_ number: Int = 1, overrides: Bool = false) -> AccessCommand {
  .review(.start(StartReview(review: ReviewID(number: number), overridesSources: overrides)))
}

func answer(
  _ grant: Int, _ outcome: ReviewOutcome, by reviewer: PersonID = steward, bulk: Bool = false,
  review: Int = 1, _ change: (inout AnswerReviewItem) -> Void = { _ in }
) -> AccessCommand {
  var answer = AnswerReviewItem(
    review: ReviewID(number: review), grant: GrantID(number: grant), reviewer: reviewer,
    outcome: outcome)
  answer.isBulk = bulk
  change(&answer)
  return .review(.answer(answer))
}

func followUpReview(_ number: Int = 1) -> AccessCommand {
  .review(.followUp(FollowUpReview(review: ReviewID(number: number))))
}

func closeReview(
  _ number: Int = 1, by person: PersonID = owner, attester: PersonID? = owner,
  _ outcome: ReviewClosing = .completed
) -> AccessCommand {
  .review(
    .close(
      CloseReview(
        review: ReviewID(number: number), by: person, outcome: outcome, attester: attester)))
}

func assess(
  _ outcome: ReviewAssessment, by person: PersonID = auditor, grants: [Int] = []
) -> AccessCommand {
  .review(
    .assess(
      AssessReview(
        review: campaign, auditor: person, outcome: outcome,
        grants: grants.map { GrantID(number: $0) })))
}

extension Scenario {
  /// The town with a head of U-1, a security coordinator and an auditor, whose six colleagues of the employee have the ordinary
  /// entitlement (G-1 to G-6), decided by the owner, and whose steward has it too (G-7); fresh accounts, on 2 March 2026 at one.
  static let reviewed: Scenario = {
    var town = Scenario.town
    for (index, person) in ([chief, coordinator, auditor] + colleagues).enumerated() {
      town.given(.person(.register(RegisterPerson(person: person, category: .employee))))
      town.given(
        .person(
          .affiliate(
            StartAffiliation(
              affiliation: AffiliationID(number: 20 + index), person: person,
              unit: UnitID(number: index < 3 ? 1 : 3), from: day("2026-01-01")))))
    }
    town.given(role(20, .head, chief, unit: UnitID(number: 1)))
    town.given(role(21, .securityCoordinator, coordinator))
    town.given(role(22, .auditor, auditor))
    for (index, person) in (colleagues + [steward]).enumerated() {
      let number = index + 1
      town.given(submit(number, person), by: person)
      town.given(endorse(number, person == steward ? manager : manager), by: manager)
      town.given(approve(number, owner), by: owner)
      town.given(provision(number), by: administrator)
    }
    town.given(
      .system(
        .findAccount(
          FindAccount(
            account: AccountID(number: 50), system: system, kind: .personal,
            person: colleagues[0]))))
    town.now = day("2026-03-02", hour: 13)
    return town
  }()

  /// The same with a review of the system running.
  static let underReview: Scenario = {
    var town = Scenario.reviewed
    town.given(planReview(opens: town.now), by: coordinator)
    town.given(startReview(), by: coordinator)
    return town
  }()

  func item(_ grant: Int) -> ReviewItemRow? {
    register.campaigns[campaign]?.item(of: GrantID(number: grant))
  }

  func itemState(_ grant: Int) -> ReviewItemState? {
    guard let row = register.campaigns[campaign], let item = item(grant) else { return nil }
    return register.state(of: item, in: row, at: now)
  }

  var campaignState: CampaignState? {
    register.campaigns[campaign].flatMap { register.state(of: $0, at: now) }
  }

  /// Who is to answer an item now.
  func reviewers(_ grant: Int) -> [PersonID] {
    item(grant)?.reviewers(at: now).map(\.reviewer) ?? []
  }
}
