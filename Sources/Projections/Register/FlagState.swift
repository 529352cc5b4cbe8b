import AccessModel
public import Chronology
public import Diagnostics
public import Events

/// Where a flag stands at a moment. Computed from what was said of it, never stored.
public enum FlagState: Hashable, Sendable, CaseIterable {
  /// Nobody has been told.
  case raised
  case notified
  /// It should have been answered by now.
  case overdue
  /// It should have been answered by now, and whoever stands above was told.
  case escalated
  /// It is so, and was accepted until a day that has not come.
  case accepted
  case resolved

  /// What programs read.
  public var code: String {
    switch self {
    case .raised: "raised"
    case .notified: "notified"
    case .overdue: "overdue"
    case .escalated: "escalated"
    case .accepted: "accepted"
    case .resolved: "resolved"
    }
  }

  public var word: Localized {
    switch self {
    case .raised: Localized(en: "raised", sv: "satt")
    case .notified: Localized(en: "told", sv: "underrättad")
    case .overdue: Localized(en: "overdue", sv: "förfallen")
    case .escalated: Localized(en: "escalated", sv: "eskalerad")
    case .accepted: Localized(en: "accepted", sv: "godtagen")
    case .resolved: Localized(en: "resolved", sv: "avgjord")
    }
  }

  /// Whether somebody has to answer it.
  public var isOpen: Bool {
    switch self {
    case .raised, .notified, .overdue, .escalated: true
    case .accepted, .resolved: false
    }
  }
}

extension FlagRow {
  /// What holds of the flag at a moment.
  public struct Standing: Sendable {
    public var state: FlagState
    /// By when it is to be answered; of one that was accepted and whose time is out, the end of that time until it is reopened.
    public var due: Instant
    /// The answer that holds or held last; `nil` when there was none.
    public var answer: StaleResolved?
    /// When it was answered.
    public var answered: Instant?
    /// Whether it was accepted for a time that is out, and nobody has noted that.
    public var isLapsed: Bool
  }

  /// Where the flag stands at a moment; `nil` before it was raised.
  public func standing(at moment: Instant) -> Standing? {
    guard raised.effective <= moment else { return nil }
    var standing = Standing(state: .raised, due: flagged.due, isLapsed: false)
    var (isTold, isEscalated) = (false, false)
    for step in steps where step.fact.effective <= moment {
      if let notified = step.notified {
        isTold = true
        if notified.notice == .escalation { isEscalated = true }
      }
      if let reopened = step.reopened {
        standing.due = reopened.due
        standing.state = .raised
        standing.isLapsed = false
        (isTold, isEscalated) = (false, false)
      }
      if let resolved = step.resolved {
        standing.answer = resolved
        standing.answered = step.fact.effective
        standing.state = .resolved
        standing.isLapsed = false
        guard resolved.outcome == .justified, let until = resolved.until else { continue }
        if moment < until {
          standing.state = .accepted
        } else {
          // It opens by itself: a night that nobody looked leaves nothing accepted.
          standing.state = .raised
          standing.due = until
          standing.isLapsed = true
        }
      }
    }
    guard standing.state == .raised else { return standing }
    if isEscalated {
      standing.state = .escalated
    } else if standing.due <= moment {
      standing.state = .overdue
    } else if isTold {
      standing.state = .notified
    }
    return standing
  }
}
