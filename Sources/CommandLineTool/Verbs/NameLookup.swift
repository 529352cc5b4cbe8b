import AccessLedger
import AccessModel
import AuditViews
import Chronology
import IdentityRegister
import Projections

/// The names and texts that an answer shows, each looked up once; without the register of identities there are none.
final class NameLookup {
  private let ledger: Ledger
  private let trouble: LookupTrouble
  private var identities: [PersonID: Identity?] = [:]
  private var accounts: [AccountID: String?] = [:]
  private var masks: [PersonID: MaskedIdentity?] = [:]
  private var texts: [Commitment: TextState] = [:]
  /// The persons whose identity is protected now, whatever moment the answer is about.
  private lazy var protected = ledger.register.protectedIdentities(at: now)
  /// The persons whose identity was erased, by the log.
  private lazy var erased = ledger.register.erasedIdentities
  private let now: Instant

  init(_ ledger: Ledger, _ trouble: LookupTrouble, at now: Instant) {
    self.ledger = ledger
    self.now = now
    self.trouble = trouble
  }

  /// What is known of a person and may be told; `nil` when it was erased, is protected, was never given, or cannot be read.
  func identity(of person: PersonID) -> Identity? {
    if let known = identities[person] { return known }
    return keep(trouble.noting { try ledger.identities.identity(of: "\(person)") }, of: person)
  }

  /// Looks up several persons and texts at once, so that what is asked of each of them later is at hand.
  func lookUp(_ persons: [PersonID], _ commitments: [Commitment]) {
    var asked: Set<Commitment> = []
    let found = ledger.lookUp(
      Set(persons).filter { identities[$0] == nil }.sorted(),
      commitments.filter { texts[$0] == nil && asked.insert($0).inserted })
    for (person, state) in found.identities { _ = keep(state, of: person) }
    texts.merge(found.texts) { $1 }
  }

  /// Keeps what was looked up of a person, and gives what of it may be told.
  private func keep(_ state: IdentityState?, of person: PersonID) -> Identity? {
    var identity: Identity?
    var mask: MaskedIdentity?
    switch state {
    case .present(let known):
      // The log has the last word: a command may have been cut off before the register of identities followed.
      if erased.contains(person) {
        mask = .erased
      } else if known.isProtected || protected.contains(person) {
        mask = .protected
      } else {
        identity = known
      }
    case .erased: mask = .erased
    case .unknown, nil: if erased.contains(person) { mask = .erased }
    }
    identities[person] = .some(identity)
    masks[person] = .some(mask)
    return identity
  }

  /// Where a person gets mail, also one whose name is not told to others; `nil` when it was erased or was never given.
  func address(of person: PersonID) -> String? {
    guard !erased.contains(person),
      case .present(let known) = trouble.noting({
        try ledger.identities.identity(of: "\(person)")
      })
    else { return nil }
    return known.email
  }

  /// Why the name of a person is not told.
  func mask(of person: PersonID) -> MaskedIdentity? {
    _ = identity(of: person)
    return masks[person] ?? nil
  }

  /// What an account is called in its system.
  func name(of account: AccountID) -> String? {
    if let known = accounts[account] { return known }
    // An account is often called what its holder is.
    if let holder = ledger.register.accounts[account]?.person, mask(of: holder) != nil {
      accounts[account] = .some(nil)
      return nil
    }
    let name = trouble.noting { try ledger.identities.name(ofAccount: "\(account)") }??.name
    accounts[account] = .some(name)
    return name
  }

  /// A free text as views show it.
  func text(_ commitment: Commitment) -> OpenedText {
    switch trouble.noting({ try ledger.text(for: commitment, known: texts[commitment]) }) {
    case .present(let open): .present(open.text)
    case .erased: .erased
    case .disposed(_, let decision):
      .disposedOf(
        decision: DisposalID(decision).flatMap { ledger.register.disposal($0)?.caseNumber }
          .map { "\(decision), \($0)" } ?? decision)
    case .locked: .locked
    case nil: .missing
    }
  }
}
