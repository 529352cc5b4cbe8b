import AccessModel
import Chronology
import Diagnostics
import Events
import IdentityRegister
import Policies
import Projections
import ReviewPackets

/// Puts the packets of one campaign together, as the register shows it at one position.
struct PacketMaking {
  private let ledger: Ledger
  private let campaign: CampaignRow
  private let shownAt: Instant
  private let zone: TimeZoneRules
  private let rules: ReviewRules

  init(
    _ ledger: Ledger, _ campaign: CampaignRow, shownAt: Instant, now: Instant
  ) throws(LedgerError) {
    self.ledger = ledger
    self.campaign = campaign
    self.shownAt = shownAt
    zone = try ledger.timeZone()
    rules = ledger.register.reviewRules(
      of: campaign.plan, startedAt: campaign.start?.fact.effective, at: now)
  }

  private var register: Register { ledger.register }

  func packet(
    for reviewer: PersonID, grants: [GrantID]
  ) throws(LedgerError) -> ReviewPacket {
    var items: [ReviewPacket.Item] = []
    for id in grants {
      guard let grant = register.grants[id], let sight = register.reviewSight(of: id) else {
        continue
      }
      items.append(try item(grant, sight))
    }
    // As a reader looks for them: by whose they are, then by what they are.
    items.sort {
      ($0.holder.english, $0.entitlementName, $0.grant)
        < ($1.holder.english, $1.entitlementName, $1.grant)
    }
    let own = campaign.items.filter { item in
      item.routings.contains { $0.routing != .remind && $0.reviewer == reviewer }
    }
    let kept = own.count { item in
      item.decisions.last { $0.reviewer == reviewer }.map { $0.isBulk && $0.outcome == .keep }
        ?? false
    }
    return ReviewPacket(
      origin: register.origin?.text ?? "",
      organisation: register.units.rows.first.map { $0.name(at: shownAt).text } ?? "",
      review: campaign.id, about: about, position: Int64(clamping: register.position),
      shownAt: shownAt.text(in: zone), shownOn: zone.day(of: shownAt), reviewer: reviewer,
      reviewerName: try name(of: reviewer) ?? "\(reviewer)",
      lastDay: lastDay(before: campaign.plan.due), onNoResponse: campaign.plan.onNoResponse,
      grouping: campaign.plan.axis == .system ? .system : .person,
      bulkKeepMax: max(
        0, BulkKeepLimit.most(of: own.count, percent: rules.bulkKeepPercentMax) - kept),
      sittingMax: rules.sittingItemsMax, items: items)
  }

  /// What the campaign is about: what it goes by, and what that is called.
  private var about: Localized {
    let plan = campaign.plan
    var names: [String] = []
    if let unit = plan.unit.flatMap({ register.units[$0] }) {
      names.append("\(unit.name(at: shownAt)) (\(unit.id))")
    }
    if let system = plan.system.flatMap({ register.systems[$0] }) {
      names.append("\(system.name(at: shownAt)) (\(system.id))")
    }
    if let entitlement = plan.entitlement { names.append("\(entitlement)") }
    if let person = plan.person { names.append("\(person)") }
    let list = names.isEmpty ? "" : ", " + names.joined(separator: ", ")
    let axis = plan.trigger?.word ?? plan.axis.word
    return Localized(en: axis.english + list, sv: axis.swedish + list)
  }

  private func item(
    _ grant: GrantRow, _ sight: ReviewSight
  ) throws(LedgerError) -> ReviewPacket.Item {
    let system = register.systems[grant.entitlement.system]
    let terms = system?.entitlement(grant.entitlement.name)?.terms(at: shownAt)
    let units = grant.person.map { register.workplaces(of: $0, at: shownAt) } ?? []
    return ReviewPacket.Item(
      grant: grant.id, seen: sight.digest, holder: try holder(of: grant),
      units: units.compactMap { register.units[$0] }
        .map { "\($0.name(at: shownAt)) (\($0.id))" }.joined(separator: ", "),
      system: grant.entitlement.system,
      systemName: system.map { $0.name(at: shownAt).text } ?? "\(grant.entitlement.system)",
      entitlement: grant.entitlement,
      entitlementName: terms?.name.text ?? "\(grant.entitlement)",
      description: terms?.description.text ?? "", privilege: sight.privilege, level: sight.level,
      scope: sight.scope, since: zone.day(of: grant.begun.effective),
      lastDay: sight.until.map(lastDay(before:)), lastUse: sight.lastUse.map(zone.day(of:)),
      unusedSince: sight.unusedSince.map(zone.day(of:)),
      peers: sight.peers, peersWithIt: sight.peersWithIt, hints: sight.hints.map(\.word),
      change: sight.delta.word, isChanged: sight.delta != .unchanged, previous: sight.previous,
      previousOn: sight.previousAt.map(zone.day(of:)))
  }

  private func lastDay(before end: Instant) -> Day {
    zone.day(of: Instant(milliseconds: end.milliseconds - 1))
  }

  private func holder(of grant: GrantRow) throws(LedgerError) -> Localized {
    guard let person = grant.person else {
      let account = grant.account.map { " (\($0))" } ?? ""
      return Localized(
        en: "nobody is known to hold it" + account, sv: "ingen känd innehavare" + account)
    }
    do throws(Diagnostic) {
      switch try ledger.identities.identity(of: "\(person)") {
      case .present(let identity) where identity.isProtected:
        return Localized(
          en: "\(person) (protected identity)", sv: "\(person) (skyddade personuppgifter)")
      case .present(let identity): return Localized(verbatim: "\(identity.name) (\(person))")
      case .erased, .unknown: return Localized(verbatim: "\(person)")
      }
    } catch { throw .unavailable(error) }
  }

  /// What a reviewer is called; `nil` where that is not to be shown.
  private func name(of person: PersonID) throws(LedgerError) -> String? {
    do throws(Diagnostic) {
      switch try ledger.identities.identity(of: "\(person)") {
      case .present(let identity): return identity.isProtected ? nil : identity.name
      case .erased, .unknown: return nil
      }
    } catch { throw .unavailable(error) }
  }
}
