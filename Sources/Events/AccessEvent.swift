public import AccessModel

/// A fact of any family.
///
/// Two levels: code that cares about one family switches over that one, exhaustively, and a new event makes
/// the compiler list the places that must have an opinion.
public enum AccessEvent: Hashable, Sendable {
  case ledger(LedgerEvent)
  case key(KeyEvent)
  case unit(UnitEvent)
  case person(PersonEvent)
  case role(RoleEvent)
  case system(SystemEvent)
  case request(RequestEvent)
  case grant(GrantEvent)
  case review(ReviewEvent)
  case incident(IncidentEvent)
  case delegation(DelegationEvent)
  case separation(SeparationEvent)
  case policy(PolicyEvent)
  case usage(UsageEvent)
  case reconciliation(ReconciliationEvent)
  case stale(StaleEvent)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .ledger(let event): event.payload
    case .key(let event): event.payload
    case .unit(let event): event.payload
    case .person(let event): event.payload
    case .role(let event): event.payload
    case .system(let event): event.payload
    case .request(let event): event.payload
    case .grant(let event): event.payload
    case .review(let event): event.payload
    case .incident(let event): event.payload
    case .delegation(let event): event.payload
    case .separation(let event): event.payload
    case .policy(let event): event.payload
    case .usage(let event): event.payload
    case .reconciliation(let event): event.payload
    case .stale(let event): event.payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .ledger(let event): event.stream
    case .key(let event): event.stream
    case .unit(let event): event.stream
    case .person(let event): event.stream
    case .role(let event): event.stream
    case .system(let event): event.stream
    case .request(let event): event.stream
    case .grant(let event): event.stream
    case .review(let event): event.stream
    case .incident(let event): event.stream
    case .delegation(let event): event.stream
    case .separation(let event): event.stream
    case .policy(let event): event.stream
    case .usage(let event): event.stream
    case .reconciliation(let event): event.stream
    case .stale(let event): event.stream
    }
  }
}
