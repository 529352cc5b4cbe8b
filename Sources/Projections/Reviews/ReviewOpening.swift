public import AccessModel
public import Chronology
public import Events
import Policies

/// What a campaign begins with: its items, each with who answers it.
public struct ReviewOpening: Hashable, Sendable {
  public var started: ReviewCampaignStarted
  public var routings: [ReviewItemRouted]
  /// Grants that nobody can review.
  public var unanswerable: [GrantID]
}

extension Register {
  /// The most items of one campaign: it starts in one batch, and closes in one.
  public static let reviewItemsMax = 4_000

  /// What a planned campaign begins with at a moment, on everything that is folded.
  ///
  /// - Parameter overrides: whether it starts though a source is too old.
  public func reviewOpening(
    of plan: ReviewCampaignPlanned, at moment: Instant, overrides: Bool
  ) -> ReviewOpening {
    let population = reviewPopulation(of: plan, at: moment)
    var opening = ReviewOpening(
      started: ReviewCampaignStarted(
        review: plan.review, asOf: Int64(clamping: position), items: Int64(population.count),
        manifest: reviewManifest(of: population, at: moment),
        oldestSource: oldestReviewSource(of: population, at: moment),
        sourceOverride: overrides ? .yes : nil),
      routings: [], unanswerable: [])
    var choices: [ReviewerChoice] = []
    var given: [ReviewerChoice: [GrantID]] = [:]
    for id in population {
      guard let grant = grants[id],
        let choice = reviewer(of: grant, by: plan.reviewer, or: plan.fallback, at: moment)
      else {
        opening.unanswerable.append(id)
        continue
      }
      if given[choice] == nil { choices.append(choice) }
      given[choice, default: []].append(id)
    }
    for choice in choices {
      for part in (given[choice] ?? []).chunked(by: ReviewDuties.grantsMax) {
        opening.routings.append(
          ReviewItemRouted(
            review: plan.review, routing: .assign, grants: part, reviewer: choice.reviewer,
            actingFor: choice.actingFor, role: choice.role, cause: choice.cause,
            stage: plan.second == nil ? nil : 1))
      }
    }
    return opening
  }

  /// When the oldest of the sources was last read that the systems of some grants rest on; `nil` where none has been read.
  ///
  /// A source of a system is the list of its accounts.
  public func oldestReviewSource(of list: [GrantID], at moment: Instant) -> Instant? {
    reviewSources(of: list, at: moment).map(\.read).min()
  }

  /// The sources that the systems of some grants rest on, each with when it was last read, by system.
  public func reviewSources(
    of list: [GrantID], at moment: Instant
  ) -> [(system: SystemID, read: Instant)] {
    let systems = Set(list.compactMap { grants[$0]?.entitlement.system })
    var read: [SystemID: Instant] = [:]
    for account in accounts.rows
    where systems.contains(account.system) && account.found.effective <= moment {
      read[account.system] = max(read[account.system] ?? .earliest, account.found.effective)
    }
    for id in systems {
      for feed in self.systems[id]?.feeds ?? [] where feed.fact.effective <= moment {
        read[id] = max(read[id] ?? .earliest, min(feed.until, moment))
      }
    }
    for row in reconciliations.rows
    where systems.contains(row.system) && row.fact.effective <= moment {
      read[row.system] = max(read[row.system] ?? .earliest, row.taken)
    }
    return read.map { ($0.key, $0.value) }.sorted { $0.system < $1.system }
  }
}
