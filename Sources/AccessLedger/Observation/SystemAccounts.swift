import AccessModel
import Diagnostics
import IdentityRegister
import Projections

/// The accounts of one system, by what they are called there and by their identifiers.
struct SystemAccounts {
  private var byName: [String: AccountID] = [:]
  /// All of them, in the order of the log.
  private(set) var all: [AccountID] = []
  private let known: Set<AccountID>

  init(of system: SystemID, in ledger: Ledger) throws(LedgerError) {
    let register = ledger.register
    all = register.accounts.rows.filter { $0.system == system }.map(\.id)
    known = Set(all)
    var names: [String: AccountID] = [:]
    let accounts = known
    do throws(Diagnostic) {
      try ledger.identities.forEachAccount(in: "\(system)") { (name) throws(Diagnostic) in
        // A name may have been kept for an account that was never recorded.
        guard let account = AccountID(name.account), accounts.contains(account) else { return }
        names[name.name] = account
      }
    } catch { throw .unavailable(error) }
    byName = names
  }

  /// The account of that name, or with that identifier.
  subscript(text: String) -> AccountID? {
    byName[text] ?? AccountID(text).flatMap { known.contains($0) ? $0 : nil }
  }
}
