public import AccessModel

/// The events of the stale family.
public enum StaleEvent: Hashable, Sendable {
  case flagged(StaleFlagged)
  case notified(StaleNotified)
  case reopened(StaleReopened)
  case resolved(StaleResolved)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .flagged(let payload): payload
    case .notified(let payload): payload
    case .reopened(let payload): payload
    case .resolved(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .flagged(let payload): payload.stream
    case .notified(let payload): payload.stream
    case .reopened(let payload): payload.stream
    case .resolved(let payload): payload.stream
    }
  }
}
