import AccessModel
import Chronology
import Events
import Policies

extension StaleInquiry {
  /// A right that somebody held at the moment.
  struct WorkingRight: Sendable {
    var entitlement: EntitlementID
    /// When it began.
    var since: Instant
  }

  /// A need that a grant rests on.
  struct StatedNeed: Sendable {
    var grant: GrantID
    var person: PersonID?
    var system: SystemID
    var text: Commitment
    /// When the grant was decided.
    var since: Instant
    /// Where the grant stands among the grants.
    var index: Int
  }

  /// What the rules look up, each gathered once.
  struct Gathered: Sendable {
    fileprivate var accountsOfOwner: [OwnerPlace: [AccountID]] = [:]
    fileprivate var activations: [EntitlementID: Instant] = [:]
    fileprivate var accountsHeld: Set<AccountID> = []
    fileprivate var working: [PersonID: [WorkingRight]] = [:]
    fileprivate var needs: [StatedNeed] = []
    fileprivate var reviews: [PersonID: [Instant]] = [:]
    fileprivate var reconciliations: [SystemID: ReconciliationRow] = [:]
    fileprivate var closed: Set<SystemID> = []
    fileprivate var asked: Set<GrantID> = []

    fileprivate struct OwnerPlace: Hashable {
      var owner: PersonID
      var system: SystemID
    }

    init() {}

    /// Gathers what stands beside the grants, and the uses of emergency access.
    init(_ register: Register, at moment: Instant) {
      for account in register.accounts.rows where account.found.effective <= moment {
        guard let owner = account.details(at: moment).owner else { continue }
        accountsOfOwner[OwnerPlace(owner: owner, system: account.system), default: []]
          .append(account.id)
      }
      for row in register.reconciliations.rows where row.fact.effective <= moment {
        if let present = reconciliations[row.system], present.taken > row.taken { continue }
        reconciliations[row.system] = row
      }
      for system in register.systems.rows {
        let isOver = system.closing.map { $0 <= moment } ?? false
        if isOver || system.registered.effective > moment { closed.insert(system.id) }
      }
      for campaign in register.campaigns.rows
      where moment < campaign.plan.due && campaign.isStarted(by: moment) {
        for item in campaign.items
        where register.state(of: item, in: campaign, at: moment).isOpen {
          asked.insert(item.grant)
        }
      }
      for grant in register.grants.rows where grant.emergency != nil {
        guard grant.begun.effective <= moment else { continue }
        activations[grant.entitlement] = max(
          activations[grant.entitlement] ?? .earliest, grant.decided.from)
      }
    }

    /// Gathers what one grant has to say.
    mutating func take(_ held: HeldGrant, at moment: Instant, in register: Register) {
      let grant = held.row
      if let review = grant.lastReview, review.fact.effective <= moment {
        reviews[review.reviewer, default: []].append(review.fact.recorded)
      }
      guard held.state != .ended else { return }
      if let account = grant.account { accountsHeld.insert(account) }
      guard held.isWorking, grant.emergency == nil else { return }
      let since = max(grant.begun.effective, grant.decided.from)
      if let person = grant.person {
        working[person, default: []].append(
          WorkingRight(entitlement: grant.entitlement, since: since))
      }
      if let request = grant.request.flatMap({ register.requests[$0] }), request.kind != .bulk {
        needs.append(
          StatedNeed(
            grant: grant.id, person: grant.person, system: grant.entitlement.system,
            text: request.need, since: grant.begun.effective, index: needs.count))
      }
    }
  }

  /// The account that a grant is used through: its own, or the only one that its holder has in the system; `nil` when nobody knows.
  func account(of held: HeldGrant) -> AccountRow? {
    if let account = held.row.account { return register.accounts[account] }
    guard let person = held.row.person,
      let accounts = gathered.accountsOfOwner[
        .init(owner: person, system: held.row.entitlement.system)], accounts.count == 1
    else { return nil }
    return accounts.first.flatMap { register.accounts[$0] }
  }

  /// When a right was last used in an emergency, for real or as an exercise.
  func lastActivation(of entitlement: EntitlementID) -> Instant? {
    gathered.activations[entitlement]
  }

  /// The systems that are registered and not closed, in the order of the log.
  var openSystems: [SystemRow] { register.systems.rows.filter { isOpen($0.id) } }

  func isOpen(_ system: SystemID) -> Bool { !gathered.closed.contains(system) }

  /// Whether anything that is not over is held through an account.
  func isHeldThrough(_ account: AccountID) -> Bool { gathered.accountsHeld.contains(account) }

  /// Whether a review that is not past its last day waits for an answer about a grant.
  func isAsked(_ grant: GrantID) -> Bool { gathered.asked.contains(grant) }

  /// The differences in a system that nothing has been done about.
  func openDiscrepancies(in system: SystemID) -> [Discrepancy] {
    (gathered.reconciliations[system]?.discrepancies(at: moment) ?? [])
      .filter { $0.resolution == nil }
  }

  /// What somebody holds that works.
  func working(of person: PersonID) -> [WorkingRight] { gathered.working[person] ?? [] }

  /// The needs that grants rest on which work, but for those of a list.
  var statedNeeds: [StatedNeed] { gathered.needs }

  /// When each reviewer recorded the latest reviews of grants.
  var reviewTimes: [PersonID: [Instant]] { gathered.reviews }
}

extension CampaignRow {
  /// Whether it had started by a moment and nobody had closed it.
  fileprivate func isStarted(by moment: Instant) -> Bool {
    start.map { $0.fact.effective <= moment } ?? false && closing(at: moment) == nil
  }
}
