public import AccessModel

/// The events of the delegation family.
public enum DelegationEvent: Hashable, Sendable {
  case granted(DelegationGranted)
  case revoked(DelegationRevoked)
  case reported(DelegationReported)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .granted(let payload): payload
    case .revoked(let payload): payload
    case .reported(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .granted(let payload): payload.stream
    case .revoked(let payload): payload.stream
    case .reported(let payload): payload.stream
    }
  }
}
