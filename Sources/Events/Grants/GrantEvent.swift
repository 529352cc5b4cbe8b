public import AccessModel

/// The events of the grant family.
public enum GrantEvent: Hashable, Sendable {
  case provisioned(GrantProvisioned)
  case revoked(GrantRevoked)
  case removalConfirmed(RemovalConfirmed)
  case takenOver(GrantTakenOver)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .provisioned(let payload): payload
    case .revoked(let payload): payload
    case .removalConfirmed(let payload): payload
    case .takenOver(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .provisioned(let payload): payload.stream
    case .revoked(let payload): payload.stream
    case .removalConfirmed(let payload): payload.stream
    case .takenOver(let payload): payload.stream
    }
  }
}
