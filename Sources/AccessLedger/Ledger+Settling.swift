import AccessModel
import Chronology
import Diagnostics
import Events
import IdentityRegister
import Projections

extension Ledger {
  /// Does in the identity register what the log says: erases whom it has erased, and marks whose identity is protected.
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
  }

  private func settleErasures() throws(Diagnostic) {
    let erased = register.erasedRows
    guard !erased.isEmpty else { return }
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
    let marked = Set(
      register.secrecyMarkings.compactMap {
        $0.marking.isProtectedIdentity == .yes ? $0.marking.person : nil
      })
    guard !marked.isEmpty else { return }
    let identities = try identities
    let protected = register.protectedIdentities(at: ambient.now())
    for person in marked.sorted() {
      guard case .present(var identity) = try identities.identity(of: "\(person)"),
        identity.isProtected != protected.contains(person)
      else { continue }
      identity.isProtected = protected.contains(person)
      try identities.put(identity)
    }
  }
}
