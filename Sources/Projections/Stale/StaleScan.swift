public import AccessModel
public import Chronology
import Events
import Policies

/// What a scan for stale access comes to at a moment: which flags are raised, which are answered by themselves, and which open again.
///
/// Run again at the same moment on what it led to, it comes to nothing.
public struct StaleScan: Sendable {
  /// One thing that a scan has recorded.
  public enum Step: Hashable, Sendable {
    /// A new flag: what was found, by when it is to be answered, and when access is to end otherwise.
    case raise(StaleFinding, due: Instant, expires: Instant?)
    /// The cause of a flag is gone.
    case resolve(FlagID, FlagOutcome)
    /// A flag that was accepted is open again, to be answered by then.
    case reopen(FlagID, due: Instant)
  }

  /// In the order in which they are recorded.
  public private(set) var steps: [Step] = []
  /// How many findings there are, flagged before or now.
  public private(set) var findingCount = 0
  /// How many grants would have been set to end, when that was too many at once and none was.
  public private(set) var heldBackCount = 0

  public init(_ inquiry: StaleInquiry) {
    var inquiry = inquiry
    let moment = inquiry.moment
    let findings = inquiry.findings()
    findingCount = findings.count
    let latest = StaleScan.latestFlags(in: inquiry)
    var present: Set<FlagMatter> = []
    var raised: [Step] = []
    for finding in findings {
      let matter = FlagMatter(rule: finding.rule, about: finding.about)
      present.insert(matter)
      let due = StaleScan.due(finding, in: inquiry)
      guard let flag = latest[matter], let standing = flag.standing(at: moment) else {
        raised.append(.raise(finding, due: due, expires: StaleScan.expiry(finding, in: inquiry)))
        continue
      }
      if standing.isLapsed {
        steps.append(.reopen(flag.id, due: due))
      } else if standing.state == .resolved {
        let isSameFalse =
          standing.answer?.outcome == .falsePositive && flag.flagged.since == finding.since
        if !isSameFalse {
          raised.append(.raise(finding, due: due, expires: StaleScan.expiry(finding, in: inquiry)))
        }
      }
    }
    steps += latest.filter { !present.contains($0.key) }.compactMap {
      matter, flag -> (Int, Step)? in
      guard let standing = flag.standing(at: moment), standing.state != .resolved else {
        return nil
      }
      return (
        Int(flag.raised.position), .resolve(flag.id, StaleScan.outcome(ofPast: flag, in: inquiry))
      )
    }.sorted { $0.0 < $1.0 }.map(\.1)
    heldBackCount = StaleScan.hold(back: &raised, in: inquiry)
    steps += raised
  }

  /// The last flag raised of each thing and rule.
  private static func latestFlags(in inquiry: StaleInquiry) -> [FlagMatter: FlagRow] {
    var latest: [FlagMatter: FlagRow] = [:]
    for flag in inquiry.register.flags.rows where flag.raised.effective <= inquiry.moment {
      latest[flag.matter] = flag
    }
    return latest
  }

  /// By when a flag is to be answered that is raised, or opened again, now.
  private static func due(_ finding: StaleFinding, in inquiry: StaleInquiry) -> Instant {
    let rules = inquiry.rules(for: finding.system)
    let answer = inquiry.end(of: rules.stale.answerWithin, from: inquiry.moment)
    return max(answer, finding.due ?? answer)
  }

  /// When access is to end that nobody answers for; `nil` where the rules end nothing, or lives may depend on it.
  private static func expiry(_ finding: StaleFinding, in inquiry: StaleInquiry) -> Instant? {
    guard finding.mayExpire, case .grant(let id) = finding.about,
      let grant = inquiry.register.grants[id],
      !inquiry.register.isSpared(grant, at: inquiry.moment)
    else { return nil }
    return inquiry.rules(for: finding.system).stale.expiry
      .deadline(after: inquiry.moment, in: inquiry.zone)
  }

  /// Sets no access to end when that would be too much at once, and gives how many it would have been.
  private static func hold(back steps: inout [Step], in inquiry: StaleInquiry) -> Int {
    let ending = steps.count {
      if case .raise(_, _, .some) = $0 { true } else { false }
    }
    let rules = inquiry.rules(for: nil).stale
    guard
      ending > rules.breakerCount
        || ending * 100 > inquiry.workingCount * rules.breakerShare && ending > 0
    else { return 0 }
    steps = steps.map { step in
      if case .raise(let finding, let due, _) = step {
        .raise(finding, due: due, expires: nil)
      } else {
        step
      }
    }
    return ending
  }

  /// How the cause of a flag went away; `nil` while it is there.
  public static func outcome(of flag: FlagRow, in inquiry: StaleInquiry) -> FlagOutcome? {
    var inquiry = inquiry
    let isThere = inquiry.findings(of: [flag.flagged.rule]).contains {
      $0.about == flag.flagged.about
    }
    return isThere ? nil : outcome(ofPast: flag, in: inquiry)
  }

  private static func outcome(ofPast flag: FlagRow, in inquiry: StaleInquiry) -> FlagOutcome {
    guard case .grant(let id) = flag.flagged.about, let grant = inquiry.register.grants[id] else {
      return .causeGone
    }
    switch inquiry.register.state(of: grant, at: inquiry.moment) {
    case .ending?, .ended?: return .revoked
    case .decided?, .scheduled?, .inEffect?, .suspended?, .undecided?, nil: break
    }
    let raised = flag.raised.effective
    func isSince(_ fact: Fact?) -> Bool {
      fact.map { $0.effective >= raised && $0.effective <= inquiry.moment } ?? false
    }
    let isRenewed =
      isSince(grant.lastReview?.fact) || grant.changes.contains { isSince($0.fact) }
      || isSince(grant.begun)
    return isRenewed ? .renewed : .causeGone
  }
}
