public import AccessModel
public import Chronology
import Events
import Policies

/// A move to another unit or position, and the clock that it starts.
public struct Transfer: Hashable, Sendable {
  public var affiliation: AffiliationID
  /// The first moment in the new place.
  public var at: Instant
  /// Where in the log it was recorded.
  public var position: UInt64
  public var from: UnitID
  public var to: UnitID
  /// When the ledger knew that it had come: its own moment, or when it was recorded, whichever is later.
  public var since: Instant
}

/// Access from before a move that nobody has confirmed after it.
public struct UnconfirmedAccess {
  public var grant: GrantRow
  public var transfer: Transfer
  /// The first moment when it is overdue for confirmation.
  public var due: Instant
}

extension Register {
  /// The moves of a person that this ledger has recorded, in the order in which they came.
  ///
  /// A move is another unit or position within an employment, or an employment that begins the moment another ends. It is none
  /// when only the unit's duties went to another; nor is another last day, sponsor or contract. A move that was taken over with
  /// a history starts no clock here.
  public func transfers(of person: PersonRow) -> [Transfer] {
    guard person.hasMoved else { return [] }
    var found: [Transfer] = []
    func add(_ affiliation: AffiliationRow, from: UnitID, to: UnitID, at: Instant, _ fact: Fact) {
      guard !fact.isMigrated else { return }
      found.append(
        Transfer(
          affiliation: affiliation.id, at: at, position: fact.position, from: from, to: to,
          since: max(at, fact.recorded)))
    }
    for affiliation in person.affiliations {
      let start = affiliation.from
      let left = person.affiliations.filter { $0.id != affiliation.id && $0.end == start }
      if let first = left.first,
        !left.contains(where: {
          $0.unit(at: start) == affiliation.unit && $0.position(at: start) == affiliation.position
        })
      {
        add(
          affiliation, from: first.unit(at: start), to: affiliation.unit, at: start,
          affiliation.started)
      }
      for change in affiliation.changes {
        let moment = change.fact.effective
        let before = moment.advanced(byMilliseconds: -1)
        let place = affiliation.unit(at: before)
        guard
          heir(of: place, at: moment) != heir(of: change.unit, at: moment)
            || affiliation.position(at: before) != change.position
        else { continue }
        add(affiliation, from: place, to: change.unit, at: moment, change.fact)
      }
    }
    return found.sorted { ($0.at, $0.position) < ($1.at, $1.position) }
  }

  /// The first move that access is from before and that nobody has confirmed it after; `nil` when there is none.
  ///
  /// Confirmed is what was looked at again and kept, or decided anew. Emergency access and access that nobody has decided have clocks
  /// of their own.
  public func unconfirmedTransfer(of grant: GrantRow, by person: PersonRow) -> Transfer? {
    unconfirmedTransfers(of: grant, by: person).first
  }

  private func unconfirmedTransfers(of grant: GrantRow, by person: PersonRow) -> [Transfer] {
    guard !grant.isUndecided, grant.emergency == nil, person.hasMoved else { return [] }
    return transfers(of: person).filter { transfer in
      guard grant.begun.position < transfer.position, grant.decided.from < transfer.at,
        grant.begun.effective < transfer.at
      else { return false }
      func isAfter(_ fact: Fact) -> Bool {
        fact.position > transfer.position && fact.effective >= transfer.at
      }
      return !grant.changes.contains { $0.request != nil && isAfter($0.fact) }
        && !person.confirmations.contains { $0.grant == grant.id && isAfter($0.fact) }
    }
  }

  /// By when access from before a move is to be confirmed.
  public func confirmationDue(of grant: GrantRow, after transfer: Transfer, by person: PersonRow)
    -> Instant
  {
    firstOver(
      from: transfer.since, for: grant.entitlement.system, person: person.id, \.transferWithin)
      ?? .latest
  }

  /// When unconfirmed access from before a move ends: of several moves, at the first that is due, which need not be the first that came.
  /// `nil` where it is confirmed, or listed and never ended by itself.
  func transferEnd(of grant: GrantRow, by person: PersonRow) -> Instant? {
    unconfirmedTransfers(of: grant, by: person).compactMap { transfer in
      firstOver(from: transfer.since, for: grant.entitlement.system, person: person.id) {
        $0.transferEffect == .end ? $0.transferWithin : nil
      }
    }.filter { !isSpared(grant, at: $0) }.min()
  }

  /// Whether unconfirmed access is listed and never ended by itself: to systems of care and rescue that must be at hand.
  func isSpared(_ grant: GrantRow, at moment: Instant) -> Bool {
    guard let system = systems[grant.entitlement.system] else { return false }
    return ConfirmedTransfer.isSpared(
      sector: system.details(at: moment).sector,
      availability: system.classification(at: moment).map { Int64($0.availability) })
  }

  /// The access from before a move that waits for confirmation at a moment, in the order of the grants.
  public func unconfirmedAccess(
    of person: PersonRow, at moment: Instant
  ) -> [UnconfirmedAccess] {
    guard person.hasMoved else { return [] }
    return person.grants.compactMap { index in
      let grant = grants[index]
      guard let transfer = unconfirmedTransfer(of: grant, by: person), transfer.at <= moment,
        let state = state(of: grant, at: moment), state != .ended
      else { return nil }
      return UnconfirmedAccess(
        grant: grant, transfer: transfer,
        due: confirmationDue(of: grant, after: transfer, by: person))
    }
  }
}
