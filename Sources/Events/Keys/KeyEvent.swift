public import AccessModel

/// The events of the key family.
public enum KeyEvent: Hashable, Sendable {
  case enrolled(KeyEnrolled)
  case revoked(KeyRevoked)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .enrolled(let payload): payload
    case .revoked(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .enrolled(let payload): payload.stream
    case .revoked(let payload): payload.stream
    }
  }
}
