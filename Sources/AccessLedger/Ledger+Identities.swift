import AccessModel
import Chronology
import Diagnostics
import IdentityRegister
import Projections

extension Ledger {
  /// LED-11: what an identity shares with another person who is here: a user name, an employee number or an address.
  ///
  /// Whoever has left, and whoever was erased, leaves theirs to others.
  ///
  /// - Parameter others: the identities that the same batch brings.
  func clashes(
    of identity: Identity, with others: [Identity], at moment: Instant
  ) throws(LedgerError) -> [Diagnostic] {
    let sharing: [Identity]
    do throws(Diagnostic) { sharing = try identities.identities(sharing: identity) } catch {
      throw .unavailable(error)
    }
    var found: [Diagnostic] = []
    for other in sharing + others where other.person != identity.person {
      guard isHere(other.person, at: moment) else { continue }
      for field in identity.fieldsShared(with: other) {
        found.append(
          LedgerCodes.sharedName.diagnostic(
            .init(en: "shared", sv: "gemensamt", localized: field),
            .init(PersonSubject.word, persons: [other.person])))
      }
    }
    return found
  }

  /// Whether somebody works here, or will.
  private func isHere(_ person: String, at moment: Instant) -> Bool {
    guard let person = PersonID(person), let row = register.persons[person] else { return false }
    return row.affiliations.contains { $0.end.map { $0 > moment } ?? true }
  }
}
