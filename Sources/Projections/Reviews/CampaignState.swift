public import Diagnostics

/// Where a review campaign stands at a moment. Computed from facts, never stored.
public enum CampaignState: Hashable, Sendable, CaseIterable {
  case planned
  case running
  /// Running after its last day.
  case overdue
  /// Every item is answered, and nobody has attested to it.
  case decided
  case closed
  case cancelled
  /// The auditor found it good.
  case accepted

  /// What programs read.
  public var code: String {
    switch self {
    case .planned: "planned"
    case .running: "running"
    case .overdue: "overdue"
    case .decided: "decided"
    case .closed: "closed"
    case .cancelled: "cancelled"
    case .accepted: "accepted"
    }
  }

  /// Whether items can be answered.
  public var isRunning: Bool {
    switch self {
    case .running, .overdue, .decided: true
    case .planned, .closed, .cancelled, .accepted: false
    }
  }

  public var word: Localized {
    switch self {
    case .planned: Localized(en: "planned", sv: "planerad")
    case .running: Localized(en: "running", sv: "pågående")
    case .overdue: Localized(en: "overdue", sv: "försenad")
    case .decided: Localized(en: "answered, not closed", sv: "besvarad, inte avslutad")
    case .closed: Localized(en: "closed", sv: "avslutad")
    case .cancelled: Localized(en: "cancelled", sv: "avbruten")
    case .accepted: Localized(en: "closed and accepted", sv: "avslutad och godtagen")
    }
  }
}
