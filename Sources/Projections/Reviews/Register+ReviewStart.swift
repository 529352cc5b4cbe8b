import AccessModel
public import Chronology
import Policies

/// Whether reviews start by themselves.
extension Register {
  /// Whether the rules that hold at a moment let a review that falls due start by itself.
  public func startsByItself(_ due: DueCampaign, at moment: Instant) -> Bool {
    policy(for: due.system ?? due.entitlement?.system, unit: due.unit, at: moment).reviews.opening
      == .automatic
  }

  /// Whether the rules that hold at a moment let a planned review start by itself when its day has come.
  public func startsByItself(_ campaign: CampaignRow, at moment: Instant) -> Bool {
    reviewRules(of: campaign.plan, startedAt: nil, at: moment).opening == .automatic
  }
}
