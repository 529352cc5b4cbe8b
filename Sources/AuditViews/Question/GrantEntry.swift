import AccessModel
import Projections

/// A grant that a view found: where its row is, its state, and what lists are sorted by.
///
/// Small, because a register holds hundreds of thousands and a sort moves each many times.
struct GrantEntry {
  /// Where the row is among the register's grants; they are in the order of the log.
  var index: Int32
  var state: GrantState
  private var id: GrantID
  private var person: PersonID?
  private var entitlement: EntitlementID

  init(_ grant: GrantRow, _ index: Int32, _ state: GrantState) {
    self.index = index
    self.state = state
    id = grant.id
    person = grant.person
    entitlement = grant.entitlement
  }

  /// Of a grant that has effect.
  init(_ grant: GrantInEffect) {
    index = grant.index
    state = .inEffect
    id = grant.id
    person = grant.person
    entitlement = grant.entitlement
  }

  /// By the bytes of `person TAB system TAB entitlement TAB grant`; a tab comes before every byte of an identifier.
  static func byBytes(_ one: GrantEntry, _ other: GrantEntry) -> Bool {
    if one.person != other.person {
      guard let right = other.person else { return false }
      return one.person.map { $0 < right } ?? true
    }
    if one.entitlement != other.entitlement { return one.entitlement < other.entitlement }
    return one.id < other.id
  }

  /// By person, system, entitlement and grant, numbers in their order; what has no person first.
  static func byPerson(_ one: GrantEntry, _ other: GrantEntry) -> Bool {
    if one.person != other.person {
      guard let right = other.person else { return false }
      return one.person.map { $0.comesBefore(right) } ?? true
    }
    if one.entitlement != other.entitlement {
      return one.entitlement.comesBefore(other.entitlement)
    }
    return one.id.comesBefore(other.id)
  }

  /// By system, entitlement, person and grant, numbers in their order.
  static func byEntitlement(_ one: GrantEntry, _ other: GrantEntry) -> Bool {
    if one.entitlement != other.entitlement {
      return one.entitlement.comesBefore(other.entitlement)
    }
    return byPerson(one, other)
  }

  /// In the order in which they became known.
  static func byPosition(_ one: GrantEntry, _ other: GrantEntry) -> Bool {
    one.index < other.index
  }
}
