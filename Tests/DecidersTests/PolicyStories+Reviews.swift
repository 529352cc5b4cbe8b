import AccessModel
import Chronology
import Commands
import Events
import Policies
import Projections
import Testing

extension PolicyStory {
  /// A story for every key about reviews.
  static let reviews: [PolicyStory] = timing + answering + silence + reminders

  private static let timing: [PolicyStory] = [
    PolicyStory("review.open", "P14D", "2026-04-02", "2026-03-17", in: .reviewed) { town in
      town.plan()
      return due(town)
    },
    PolicyStory("review.event-within", "P7D", "2026-03-17", "2026-03-10", in: .reviewed) { town in
      town.given(
        planReview(axis: .event, opens: town.now) {
          $0.trigger = .adHoc
          $0.person = colleagues[0]
        }, by: coordinator)
      return due(town)
    },
    reminder("first-reminder", "P5D", step: 1, standard: 10, changed: 5),
    reminder("second-reminder", "P15D", step: 2, standard: 20, changed: 15),
    reminder("third-reminder", "P25D", step: 3, standard: 27, changed: 25),
    firstDay("superior-after", "P2D", "38", "33") {
      $0.routings.contains { $0.step == 1 && $0.routing == .escalate }
    },
    firstDay("head-after", "P9D", "45", "40") {
      $0.routings.contains { $0.step == 2 && $0.routing == .escalate }
    },
    firstDay("suspend-after", "P10D", "61", "41") { $0.stopped > 0 },
    PolicyStory("review.expire-after", "P40D", "91", "71", in: .reviewed) { town in
      town.plan { $0.onNoResponse = .expire }
      town.given(startReview(), by: coordinator)
      town.now = day("2026-05-02", hour: 13)
      town.given(release(), by: coordinator, reason: "Nobody is left")
      town.given(followUpReview(), by: coordinator)
      return firstDay(town) { $0.stopped > 0 }
    },
    PolicyStory("review.source-age", "P20D", "recorded", "REV-06", in: .reviewed) { town in
      town.now = day("2026-04-01")
      town.plan()
      return town.when(startReview(), by: coordinator).said
    },
    PolicyStory("review.effect-within", "P1D", "reduced", "open", in: .underReview) { town in
      town.given(answer(1, .reduce), by: steward, reason: "Only the north is needed")
      town.now = day("2026-03-05", hour: 9)
      return town.itemState(1)?.code ?? ""
    },
    PolicyStory("review.unit-interval", "P6M", "2027-03-02", "2026-09-02", in: .reviewed) { town in
      town.register.dueCampaigns(by: .latest, at: town.now).first { $0.axis == .unit }
        .map { String("\($0.due)".prefix(10)) } ?? ""
    },
  ]

  private static let reminders: [PolicyStory] = [
    PolicyStory("review.opening", "planned-only", "starts", "waits", in: .reviewed) { town in
      town.plan()
      return town.register.campaigns[campaign].map {
        town.register.startsByItself($0, at: town.now) ? "starts" : "waits"
      } ?? ""
    },
    told("first", "20", "2026-02-16 2026-02-25 2026-03-02", "2026-02-02 2026-02-25 2026-03-02"),
    told("second", "5", "2026-02-16 2026-02-25 2026-03-02", "2026-02-16 2026-02-23 2026-03-02"),
    told("last", "1", "2026-02-16 2026-02-25 2026-03-02", "2026-02-16 2026-02-25 2026-02-27"),
  ]

  /// The days on which whoever is to start a review is told of it.
  private static func told(
    _ name: String, _ value: String, _ standard: String, _ changed: String
  ) -> PolicyStory {
    PolicyStory("reminder.\(name)", value, standard, changed, in: .reviewed) { town in
      town.plan()
      let duty = town.register.duties(at: town.now, until: .latest, in: .utc)
        .first { $0.subject == "\(campaign)" }
      return duty.map { duty in
        town.register.tellings(of: duty, at: town.now, in: .utc)
          .map { String("\($0)".prefix(10)) }.joined(separator: " ")
      } ?? ""
    }
  }

  private static let answering: [PolicyStory] = [
    PolicyStory("review.bulk-keep-percent", "10", "recorded", "REV-04", in: .underReview) { town in
      town.when(answer(1, .keep, bulk: true), by: steward).said
    },
    PolicyStory("review.sitting-items", "1", "recorded", "REV-13", in: .underReview) { town in
      town.when(answer(1, .keep), answer(2, .keep), by: steward).said
    },
    PolicyStory("review.stages", "2", "nil", "owner", in: .reviewed) { town in
      town.plan()
      return town.register.campaigns[campaign]?.plan.second.map { "\($0.code)" } ?? "nil"
    },
    PolicyStory("review.strategy", "last-decides", "any-removes", "last-decides", in: .reviewed) {
      town in
      town.plan { $0.second = .owner }
      return town.register.campaigns[campaign]?.plan.strategy.map { "\($0.code)" } ?? ""
    },
    PolicyStory("review.decider-apart", "yes", "recorded", "INV-31", in: .reviewed) { town in
      town.plan()
      town.given(startReview(), by: coordinator)
      town.given(
        .review(
          .reassign(
            ReassignReviewItems(review: campaign, grants: [GrantID(number: 1)], to: owner))),
        by: coordinator)
      return town.when(answer(1, .keep, by: owner), by: owner).said
    },
  ]

  private static let silence: [PolicyStory] = [
    PolicyStory("review.no-response", "expire", "suspend", "expire", in: .reviewed) { town in
      town.plan()
      return town.register.campaigns[campaign].map { "\($0.plan.onNoResponse.code)" } ?? ""
    },
    breaker("breaker-percent", "100", "stopped", "taken", open: 3),
    breaker("breaker-items", "1", "taken", "stopped", open: 2),
    PolicyStory("review.availability-guard", "no", "0", "1", in: .reviewed) { town in
      // Stricter is to guard, so the looser value is the group's own to set.
      town.given(
        .system(
          .change(ChangeSystem(system: system, sector: .care))), by: owner,
        reason: "It is used in care")
      town.given(classified("2/2/3"), by: steward)
      town.given(
        planReview(opens: town.now) {
          $0.axis = .event
          $0.trigger = .adHoc
          $0.person = colleagues[0]
        }, by: coordinator)
      town.given(startReview(), by: coordinator)
      town.now = day("2026-07-01")
      guard let row = town.register.campaigns[campaign] else { return "" }
      return "\(town.register.reviewDuties(of: row, at: town.now).lapses.count)"
    },
  ]

  private static func due(_ town: Scenario) -> String {
    town.register.campaigns[campaign].map { String("\($0.plan.due)".prefix(10)) } ?? ""
  }

  /// The first day of a campaign on which a step of reminding is due.
  private static func reminder(
    _ key: String, _ value: String, step: Int64, standard: Int, changed: Int
  ) -> PolicyStory {
    firstDay(key, value, "\(standard)", "\(changed)") {
      $0.routings.contains { $0.routing == .remind && $0.step == step }
    }
  }

  private static func firstDay(
    _ key: String, _ value: String, _ standard: String, _ changed: String,
    _ isDue: @escaping @Sendable (ReviewDuties) -> Bool
  ) -> PolicyStory {
    PolicyStory("review.\(key)", value, standard, changed, in: .reviewed) { town in
      town.plan()
      town.given(startReview(), by: coordinator)
      return firstDay(town, isDue)
    }
  }

  private static func firstDay(
    _ town: Scenario, _ isDue: (ReviewDuties) -> Bool
  ) -> String {
    guard let row = town.register.campaigns[campaign] else { return "" }
    let opened = day("2026-03-02", hour: 13)
    let first = (0...120).first { number in
      let moment = opened.advanced(byMilliseconds: Int64(number) * 86_400_000)
      return isDue(town.register.reviewDuties(of: row, at: moment))
    }
    return first.map { "\($0)" } ?? "never"
  }

  /// What silence about the last of thirteen items leads to.
  private static func breaker(
    _ key: String, _ value: String, _ standard: String, _ changed: String, open: Int
  ) -> PolicyStory {
    PolicyStory("review.\(key)", value, standard, changed, in: .reviewed) { town in
      for (index, person) in colleagues.enumerated() {
        let number = 8 + index
        town.given(submit(number, person, seal), by: person)
        town.given(endorse(number), by: manager)
        town.given(approve(number, owner), by: owner)
        town.given(provision(number), by: administrator)
      }
      town.plan()
      town.given(startReview(), by: coordinator)
      let own = (1...13).filter { $0 != 7 }
      for number in own.dropLast(open) {
        guard let reviewer = town.reviewers(number).first else { return "nobody" }
        town.given(answer(number, .keep, by: reviewer), by: reviewer)
      }
      town.now = day("2026-05-04")
      guard let row = town.register.campaigns[campaign] else { return "" }
      let duties = town.register.reviewDuties(of: row, at: town.now)
      return duties.stop == nil ? "taken" : "stopped"
    }
  }
}

extension Scenario {
  mutating func plan(_ change: (inout PlanReview) -> Void = { _ in }) {
    given(planReview(opens: now, change), by: coordinator)
  }
}

func release(_ by: PersonID = coordinator) -> AccessCommand {
  .review(.release(ReleaseReviewEffects(review: campaign, by: by)))
}
