import AccessModel
import Chronology
import EventSourcing
import Events

// Whether access stands on what it must stand on, asked of the events alone.
extension PlainModel {
  /// Whether a grant that has effect was asked for, its need said to be real, decided, and carried out; or is emergency access by its own
  /// rules. What was found and nobody decided has no effect that counts.
  func isFounded(_ id: GrantID, at moment: Instant) -> Bool {
    guard let story = stories[id], !story.isUndecided else { return false }
    if story.isEmergency {
      return events.contains {
        guard case .grant(.emergencyActivated(let emergency)) = $0.event else { return false }
        return emergency.grant == id && !emergency.notified.isEmpty && $0.reason != nil
          && emergency.until <= emergency.from.advanced(byMilliseconds: 24 * 3_600_000)
          && emergency.from <= moment && moment < emergency.until
      }
    }
    guard let request = story.request else { return false }
    var isNeeded = false
    var isDecided = false
    var isDone = story.found != nil
    for event in events {
      switch event.event {
      case .request(.submitted(let submitted)) where submitted.request == request:
        isNeeded = false
      case .request(.amended(let amended)) where amended.request == request: isNeeded = false
      case .request(.endorsed(let endorsed)) where endorsed.request == request:
        isNeeded = endorsed.outcome == .supported && endorsed.endorser != story.person
      case .request(.approved(let approved)) where approved.request == request:
        isDecided = isNeeded && approved.decider != story.person
      case .grant(.provisioned(let done)) where done.grant == id && done.at <= moment:
        isDone = isDone || isDecided
      case .ledger, .key, .unit, .person, .role, .system, .request, .grant, .review, .incident,
        .delegation, .separation, .policy, .usage, .reconciliation, .stale:
        break
      }
    }
    return isDecided && isDone
  }

  /// What is wrong with who decided, by the events that were known; `nil` when nothing is.
  func objection(to approved: RequestApproved, at moment: Instant) -> String? {
    guard let request = requests[approved.request], let right = right(request.entitlement, moment)
    else { return "nothing was asked for" }
    if approved.decider == request.person { return "the holder decided" }
    guard isPresent(approved.decider, at: moment) else { return "the decider is not here" }
    let endorsers = events.compactMap { event -> PersonID? in
      guard case .request(.endorsed(let endorsed)) = event.event,
        endorsed.request == request.request
      else { return nil }
      return endorsed.endorser
    }
    guard let endorser = endorsers.last else { return "nobody endorsed the need" }
    if right.privilege == .privileged, endorser == approved.decider { return "one person alone" }
    if let delegation = approved.delegation {
      return objection(to: delegation, of: approved, right, at: moment)
    }
    guard
      let role = roles(at: moment).first(where: {
        $0.assignment == approved.assignment && $0.holder == approved.decider
      })
    else { return "the role is not in force" }
    if let system = role.system {
      return system == request.entitlement.system ? nil : "other system"
    }
    guard let unit = role.unit else { return "a role for nothing" }
    let isOwners = role.role == .head && right.ownedBy == unit
    let leads = workplaces(of: request.person, at: moment).contains {
      isUnit($0, within: unit, at: moment)
    }
    return isOwners || leads || approved.actingFor != nil ? nil : "another unit"
  }

  private func objection(
    to delegation: DelegationID, of approved: RequestApproved, _ right: Right, at moment: Instant
  ) -> String? {
    var line: DelegationGranted?
    var isOver = false
    for event in events {
      switch event.event {
      case .delegation(.granted(let granted)):
        if granted.delegation == delegation {
          line = granted
        } else if let line, granted.order == line.order, granted.body == line.body,
          (granted.parent == nil) == (line.parent == nil), granted.version > line.version,
          granted.from <= moment
        {
          isOver = true
        }
      case .delegation(.revoked(let revoked)):
        if revoked.delegation == delegation, event.effective <= moment { isOver = true }
      case .ledger, .key, .unit, .person, .role, .system, .request, .grant, .review, .incident,
        .delegation, .separation, .policy, .usage, .reconciliation, .stale:
        break
      }
    }
    guard let line else { return "no such line" }
    if isOver || moment < line.from || line.until.map({ $0 <= moment }) ?? false {
      return "the line is not in force"
    }
    if line.matter != right.matter { return "another matter" }
    let powerful = approved.actingFor ?? approved.decider
    let hasPosition = (places[powerful] ?? []).contains {
      $0.covers(moment) && $0.now(moment).post == line.position
        && isUnit($0.now(moment).unit, within: line.unit ?? line.body, at: moment)
    }
    return hasPosition ? nil : "not the position"
  }

  /// What is said of an entitlement at a moment, as far as decisions depend on it.
  private struct Right {
    var privilege: Privilege
    var matter: MatterCode?
    var ownedBy: UnitID?
  }

  private func right(_ id: EntitlementID, _ moment: Instant) -> Right? {
    var found: Right?
    var owner: UnitID?
    for event in events {
      switch event.event {
      case .system(.registered(let system)) where system.system == id.system: owner = system.owner
      case .system(.entitlementDefined(let defined)) where defined.entitlement == id:
        found = Right(
          privilege: defined.privilege, matter: defined.conditions.matter, ownedBy: owner)
      case .ledger, .key, .unit, .person, .role, .system, .request, .grant, .review, .incident,
        .delegation, .separation, .policy, .usage, .reconciliation, .stale:
        break
      }
    }
    return found
  }

  /// The assignments in force at a moment; one for a unit ends with the unit.
  private func roles(at moment: Instant) -> [RoleAssigned] {
    var found: [RoleAssigned] = []
    for event in events {
      switch event.event {
      case .role(.assigned(let role)):
        let isClosed = role.unit.flatMap { closings[$0] }.map { $0.at <= moment } ?? false
        if role.from <= moment, role.until.map({ moment < $0 }) ?? true, !isClosed {
          found.append(role)
        }
      case .role(.ended(let ended)):
        if ended.until ?? event.effective <= moment {
          found.removeAll { $0.assignment == ended.assignment }
        }
      case .ledger, .key, .unit, .person, .system, .request, .grant, .review, .incident,
        .delegation, .separation, .policy, .usage, .reconciliation, .stale:
        break
      }
    }
    return found
  }
}
