import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The sentences of the family that is about reviews.
extension EventLine {
  static func summary(
    _ event: ReviewEvent, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    switch event {
    case .campaignPlanned(let plan): summary(plan, phrasing)
    case .campaignStarted(let started):
      Localized(
        en: "The review \(started.review) started, about \(started.items) grants",
        sv: "Granskningen \(started.review) startade och gäller \(started.items) tilldelningar")
    case .itemRouted(let routed): summary(routed, phrasing)
    case .itemDecided(let item): summary(item, phrasing, register)
    case .itemLapsed(let lapsed):
      Localized(
        en:
          "Nobody answered in \(lapsed.review) for \(list(lapsed.grants)): \(lapsed.effect.word.english)",
        sv:
          "Ingen svarade i \(lapsed.review) för \(list(lapsed.grants)): \(lapsed.effect.word.swedish)"
      )
    case .effectsReleased(let released): summary(released, phrasing)
    case .campaignClosed(let closed): summary(closed, phrasing)
    case .campaignAssessed(let assessed): summary(assessed, phrasing)
    }
  }

  private static func summary(_ plan: ReviewCampaignPlanned, _ phrasing: Phrasing) -> Localized {
    let planner = phrasing.person(plan.planner)
    let what =
      [
        plan.unit.map { "\($0)" }, plan.system.map { "\($0)" }, plan.entitlement.map { "\($0)" },
        plan.person.map { phrasing.person($0) }, plan.incident.map { "\($0)" },
      ].compactMap(\.self).joined(separator: ", ")
    let about = what.isEmpty ? "" : " (\(what))"
    let due = phrasing.last(plan.due)
    let axis = plan.trigger?.word ?? plan.axis.word
    return Localized(
      en:
        "\(planner) planned the review \(plan.review), \(axis.english)\(about), to be answered by \(due)",
      sv:
        "\(planner) planerade granskningen \(plan.review), \(axis.swedish)\(about), att besvaras senast \(due)"
    )
  }

  private static func summary(_ routed: ReviewItemRouted, _ phrasing: Phrasing) -> Localized {
    let reviewer = phrasing.decider(routed.reviewer, actingFor: routed.actingFor)
    let items = list(routed.grants)
    let why = routed.cause.word
    switch routed.routing {
    case .assign:
      return Localized(
        en:
          "\(reviewer.english) is to review \(items) in \(routed.review): \(why.english)",
        sv: "\(reviewer.swedish) ska granska \(items) i \(routed.review): \(why.swedish)")
    case .reassign:
      let from = routed.from.map { phrasing.person($0) }
      return Localized(
        en:
          "The review of \(items) in \(routed.review) went\(from.map { " from \($0)" } ?? "") to \(reviewer.english): \(why.english)",
        sv:
          "Granskningen av \(items) i \(routed.review) gick\(from.map { " från \($0)" } ?? "") till \(reviewer.swedish): \(why.swedish)"
      )
    case .remind:
      return Localized(
        en: "\(reviewer.english) was reminded of \(items) in \(routed.review)",
        sv: "\(reviewer.swedish) påmindes om \(items) i \(routed.review)")
    case .escalate:
      return Localized(
        en: "\(items) in \(routed.review) went up to \(reviewer.english): \(why.english)",
        sv: "\(items) i \(routed.review) gick upp till \(reviewer.swedish): \(why.swedish)")
    }
  }

  private static func summary(
    _ item: ReviewItemDecided, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    let reviewer = phrasing.decider(item.reviewer, actingFor: item.actingFor)
    let about = about(item.grant, phrasing, register)
    let until = item.until.map { phrasing.until($0) }
    var text = Localized(
      en:
        "\(reviewer.english) reviewed \(about) in \(item.review): \(item.outcome.word.english)\(until.map { ", \($0.english)" } ?? "")",
      sv:
        "\(reviewer.swedish) granskade \(about) i \(item.review): \(item.outcome.word.swedish)\(until.map { ", \($0.swedish)" } ?? "")"
    )
    if item.stage == 1, item.result == nil {
      text.english += "; a second reviewer is to answer"
      text.swedish += "; en andra granskare ska svara"
    } else if let result = item.result, item.stage != nil {
      text.english += "; together: \(result.word.english)"
      text.swedish += "; sammantaget: \(result.word.swedish)"
    }
    if let verified = item.verified?.word {
      text.english += "; handed in as a file, verified \(verified.english)"
      text.swedish += "; inlämnat som fil, bekräftat \(verified.swedish)"
    }
    return text
  }

  private static func summary(
    _ released: ReviewEffectsReleased, _ phrasing: Phrasing
  ) -> Localized {
    let person = phrasing.person(released.by)
    return Localized(
      en: "\(person) let the effects of silence in \(released.review) through: \(released.items)",
      sv: "\(person) släppte igenom verkningarna av tystnad i \(released.review): \(released.items)"
    )
  }

  private static func summary(_ closed: ReviewCampaignClosed, _ phrasing: Phrasing) -> Localized {
    let person = phrasing.person(closed.attester ?? closed.by)
    switch closed.outcome {
    case .completed:
      return Localized(
        en:
          "The review \(closed.review) was closed, items: \(closed.items), attested by \(person)",
        sv:
          "Granskningen \(closed.review) avslutades, poster: \(closed.items), intygad av \(person)"
      )
    case .cancelled:
      return Localized(
        en: "\(person) cancelled the review \(closed.review)",
        sv: "\(person) avbröt granskningen \(closed.review)")
    }
  }

  private static func summary(
    _ assessed: ReviewCampaignAssessed, _ phrasing: Phrasing
  ) -> Localized {
    let person = phrasing.person(assessed.auditor)
    let items = assessed.grants.isEmpty ? "" : " (\(list(assessed.grants)))"
    switch assessed.outcome {
    case .accepted:
      return Localized(
        en: "\(person) accepted the review \(assessed.review)",
        sv: "\(person) godtog granskningen \(assessed.review)")
    case .rejected:
      return Localized(
        en: "\(person) rejected the review \(assessed.review)\(items), which is open again",
        sv: "\(person) underkände granskningen \(assessed.review)\(items), som är öppen igen")
    }
  }

  /// `G-1, G-2, G-3` or `G-1 … G-80 (80)`.
  private static func list(_ grants: [GrantID]) -> String {
    guard let first = grants.first, let last = grants.last, grants.count > 4 else {
      return grants.map { "\($0)" }.joined(separator: ", ")
    }
    return "\(first) … \(last) (\(grants.count))"
  }
}
