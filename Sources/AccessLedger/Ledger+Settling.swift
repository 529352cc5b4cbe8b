import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import Events
import IdentityRegister
import Projections

extension Ledger {
  /// Does in the identity register what the log says: erases whom it has erased, destroys what was disposed of, and marks whose identity is
  /// protected.
  ///
  /// The event comes first, so that nothing is erased that the log does not tell of. A command that was cut off between the two is
  /// completed here by the next one that writes; doing it again changes nothing.
  func settleIdentities() throws(LedgerError) {
    do throws(Diagnostic) {
      try settleErasures()
      try settleProtection()
    } catch {
      throw .unavailable(error)
    }
    try settleDisposals()
  }

  private func settleErasures() throws(Diagnostic) {
    guard ask({ $0.hasErasedPersons }) else { return }
    let erased = register.erasedRows
    let identities = try identities
    let done = Set(try identities.erasures().map(\.person))
    let due = erased.compactMap { row -> Erasure? in
      guard let erasure = row.erased, !done.contains("\(row.id)") else { return nil }
      return Erasure(
        person: "\(row.id)", at: erasure.fact.recorded, basis: "\(erasure.basis.code)")
    }
    if due.isEmpty { try identities.clean() } else { _ = try identities.replay(due) }
  }

  private func settleProtection() throws(Diagnostic) {
    guard !register.secrecyMarkings.isEmpty || !register.corrections.isEmpty else { return }
    let identities = try identities
    let protected = register.protectedIdentities(at: ambient.now())
    for person in protected.sorted() {
      guard case .present(var identity) = try identities.identity(of: "\(person)"),
        !identity.isProtected
      else { continue }
      identity.isProtected = true
      try identities.put(identity)
    }
    let kept = Set(try identities.protectedPersons().compactMap { PersonID($0) })
    for person in try released(kept.subtracting(protected)).sorted() {
      guard case .present(var identity) = try identities.identity(of: "\(person)") else { continue }
      identity.isProtected = false
      try identities.put(identity)
    }
  }

  /// Those of the persons whose identity the log once protected and protects no more: the marking was lifted, or corrected away.
  private func released(_ persons: Set<PersonID>) throws(Diagnostic) -> Set<PersonID> {
    guard !persons.isEmpty else { return [] }
    let marked = register.secrecyMarkings.compactMap {
      $0.marking.isProtectedIdentity == .yes ? $0.marking.person : nil
    }
    var found = persons.intersection(marked)
    // A marking that was voided is in the register no more; the correction tells where it stands.
    for row in register.corrections where found.count < persons.count {
      guard let target = UInt64(exactly: row.correction.target) else { continue }
      let recorded: Recorded<AccessEvent>?
      do throws(LedgerError) { recorded = try event(at: target) } catch {
        throw error.diagnostics[0]
      }
      guard case .ledger(.secrecyMarked(let marking)) = recorded?.event,
        marking.isProtectedIdentity == .yes, let person = marking.person, persons.contains(person)
      else { continue }
      found.insert(person)
    }
    return found
  }
}
