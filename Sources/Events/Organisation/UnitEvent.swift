public import AccessModel

/// The events of the unit family.
public enum UnitEvent: Hashable, Sendable {
  case registered(UnitRegistered)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .registered(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .registered(let payload): payload.stream
    }
  }
}
