public import Diagnostics

/// What a flag is about, written `grant/G-1`: one open flag stands for each thing and rule.
public enum FlaggedThing: Hashable, Sendable {
  case grant(GrantID)
  case person(PersonID)
  case account(AccountID)
  case system(SystemID)
  case request(RequestID)
  case policy(PolicyID)

  /// What the kind is called.
  public var word: Localized {
    switch self {
    case .grant: GrantSubject.word
    case .person: PersonSubject.word
    case .account: AccountSubject.word
    case .system: SystemSubject.word
    case .request: RequestSubject.word
    case .policy: PolicySubject.word
    }
  }

  /// The identifier alone: `G-1`.
  public var id: String {
    switch self {
    case .grant(let id): "\(id)"
    case .person(let id): "\(id)"
    case .account(let id): "\(id)"
    case .system(let id): "\(id)"
    case .request(let id): "\(id)"
    case .policy(let id): "\(id)"
    }
  }

  private var kind: String {
    switch self {
    case .grant: "grant"
    case .person: "person"
    case .account: "account"
    case .system: "system"
    case .request: "request"
    case .policy: "policy"
    }
  }

  /// Reads `KIND/ID`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let id = String(parts[1])
    let read: FlaggedThing? =
      switch parts[0] {
      case "grant": GrantID(id).map { .grant($0) }
      case "person": PersonID(id).map { .person($0) }
      case "account": AccountID(id).map { .account($0) }
      case "system": SystemID(id).map { .system($0) }
      case "request": RequestID(id).map { .request($0) }
      case "policy": PolicyID(id).map { .policy($0) }
      case _: nil
      }
    guard let read else { return nil }
    self = read
  }
}

extension FlaggedThing: CustomStringConvertible {
  public var description: String { "\(kind)/\(id)" }
}
