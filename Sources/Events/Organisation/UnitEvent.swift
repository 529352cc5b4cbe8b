public import AccessModel

/// The events of the unit family.
public enum UnitEvent: Hashable, Sendable {
  case registered(UnitRegistered)
  case renamed(UnitRenamed)
  case moved(UnitMoved)
  case closed(UnitClosed)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .registered(let payload): payload
    case .renamed(let payload): payload
    case .moved(let payload): payload
    case .closed(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .registered(let payload): payload.stream
    case .renamed(let payload): payload.stream
    case .moved(let payload): payload.stream
    case .closed(let payload): payload.stream
    }
  }
}
