import AccessLedger
import AccessModel
import AuditViews
import IdentityRegister

/// The names and texts that an answer shows, each looked up once; without the register of identities there are none.
final class NameLookup {
  private let ledger: Ledger
  private let trouble: LookupTrouble
  private var identities: [PersonID: Identity?] = [:]
  private var accounts: [AccountID: String?] = [:]

  init(_ ledger: Ledger, _ trouble: LookupTrouble) {
    self.ledger = ledger
    self.trouble = trouble
  }

  /// What is known of a person; `nil` when it was erased, never given, or cannot be read.
  func identity(of person: PersonID) -> Identity? {
    if let known = identities[person] { return known }
    let state = trouble.noting { try ledger.identities.identity(of: "\(person)") }
    let identity: Identity? = if case .present(let identity) = state { identity } else { nil }
    identities[person] = .some(identity)
    return identity
  }

  /// What an account is called in its system.
  func name(of account: AccountID) -> String? {
    if let known = accounts[account] { return known }
    let name = trouble.noting { try ledger.identities.name(ofAccount: "\(account)") }??.name
    accounts[account] = .some(name)
    return name
  }

  /// A free text as views show it.
  func text(_ commitment: Commitment) -> OpenedText {
    switch trouble.noting({ try ledger.text(for: commitment) }) {
    case .present(let open): .present(open.text)
    case .erased: .erased
    case .locked: .locked
    case nil: .missing
    }
  }
}
