public import AccessModel

/// The events of the policy family.
public enum PolicyEvent: Hashable, Sendable {
  case adopted(PolicyAdopted)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .adopted(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .adopted(let payload): payload.stream
    }
  }
}
