public import AccessModel

/// The events of the incident family.
public enum IncidentEvent: Hashable, Sendable {
  case reported(IncidentReported)
  case closed(IncidentClosed)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .reported(let payload): payload
    case .closed(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .reported(let payload): payload.stream
    case .closed(let payload): payload.stream
    }
  }
}
