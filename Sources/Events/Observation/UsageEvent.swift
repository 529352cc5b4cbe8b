public import AccessModel

/// The events of the usage family.
public enum UsageEvent: Hashable, Sendable {
  case imported(UsageImported)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .imported(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .imported(let payload): payload.stream
    }
  }
}
