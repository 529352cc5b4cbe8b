public import AccessModel
import Chronology
import Deciders
import Diagnostics
import IdentityRegister
import Policies
import Projections
public import ReviewPackets

extension Ledger {
  /// What each reviewer of a running campaign is to be sent: everything that is open and theirs to answer, as the register shows it now.
  ///
  /// - Parameter reviewer: only this one; everybody when left out.
  /// - Returns: one packet for each reviewer who has anything open, by their identifiers.
  /// - Throws: that there is no such campaign, or that it is not running.
  public func reviewPackets(
    of review: ReviewID, for reviewer: PersonID? = nil
  ) throws(LedgerError) -> [ReviewPacket] {
    guard let campaign = register.campaigns[review] else {
      throw .refused([PacketCodes.otherReview.diagnostic(.init(ReviewSubject.word, "\(review)"))])
    }
    guard let shownAt = register.lastRecorded else { return [] }
    let moment = max(ambient.now(), shownAt)
    guard let state = register.state(of: campaign, at: moment), state.isRunning else {
      throw .refused([
        ReviewOrder.violation(
          review: review,
          state: (register.state(of: campaign, at: moment) ?? .planned).word)
      ])
    }
    var given: [PersonID: [GrantID]] = [:]
    for item in campaign.items {
      let state = register.state(of: item, in: campaign, at: moment)
      guard state.isOpen || state == .suspended else { continue }
      for asked in Set(item.reviewers(at: moment).map(\.reviewer))
      where reviewer == nil || asked == reviewer {
        given[asked, default: []].append(item.grant)
      }
    }
    let making = try PacketMaking(self, campaign, shownAt: shownAt, now: moment)
    var packets: [ReviewPacket] = []
    for reviewer in given.keys.sorted() {
      packets.append(try making.packet(for: reviewer, grants: given[reviewer] ?? []))
    }
    return packets
  }
}
