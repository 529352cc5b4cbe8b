public import AccessModel

/// The events of the review family.
public enum ReviewEvent: Hashable, Sendable {
  case itemDecided(ReviewItemDecided)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .itemDecided(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .itemDecided(let payload): payload.stream
    }
  }
}
