public import AccessModel
public import Chronology
import Events

/// What is said of an account at one moment.
public struct AccountDetails: Hashable, Sendable {
  public var kind: AccountKind
  /// Who answers for it; `nil` when nobody has said.
  public var owner: PersonID?
  /// Who uses a shared account.
  public var members: [PersonID]
  /// How often its secret is changed, in days; `nil` when no rule was set.
  public var rotationDays: Int64?
  /// What a service account is for.
  public var purpose: Commitment?
}

extension AccountRow {
  /// What is said of the account at a moment: the last description that holds, else what was found.
  public func details(at moment: Instant) -> AccountDetails {
    guard let last = descriptions.inForce(at: moment, by: \.fact).last?.description else {
      return AccountDetails(kind: kind, owner: person, members: [])
    }
    return AccountDetails(
      kind: last.kind, owner: last.owner, members: last.members,
      rotationDays: last.rotationDays, purpose: last.purpose)
  }

  /// When the secret was last changed, up to a moment.
  public func lastRotation(at moment: Instant) -> Instant? {
    rotations.filter { $0.effective <= moment }.map(\.effective).max()
  }

  /// Since when the secret should have been changed, at a moment; `nil` when it need not be yet.
  ///
  /// It is due when the interval has passed since the last change or the first description, and at once when somebody no longer
  /// uses a shared account: a secret is known to all who have used it.
  public func rotationDue(at moment: Instant) -> Instant? {
    let said = descriptions.inForce(at: moment, by: \.fact)
    guard let first = said.first?.fact.effective, let present = said.last?.description else {
      return nil
    }
    let changed = lastRotation(at: moment)
    var due: Instant?
    func consider(_ at: Instant) {
      guard at <= moment, due.map({ at < $0 }) ?? true else { return }
      due = at
    }
    if let days = present.rotationDays {
      let start = changed ?? first
      consider(start.advanced(byMilliseconds: min(max(days, 0), 4_000_000) * 86_400_000))
    }
    var members: Set<PersonID> = []
    for row in said {
      let next = Set(row.description.members)
      let isChanged = !members.isEmpty && next != members
      members = next
      if isChanged, changed.map({ $0 < row.fact.effective }) ?? true {
        consider(row.fact.effective)
      }
    }
    return due
  }
}
