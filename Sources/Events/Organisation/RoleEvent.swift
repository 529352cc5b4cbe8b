public import AccessModel

/// The events of the role family.
public enum RoleEvent: Hashable, Sendable {
  case assigned(RoleAssigned)
  case ended(RoleEnded)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .assigned(let payload): payload
    case .ended(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .assigned(let payload): payload.stream
    case .ended(let payload): payload.stream
    }
  }
}
