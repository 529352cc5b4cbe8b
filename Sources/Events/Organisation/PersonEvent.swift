public import AccessModel

/// The events of the person family.
public enum PersonEvent: Hashable, Sendable {
  case registered(PersonRegistered)
  case affiliationStarted(AffiliationStarted)
  case affiliationEnded(AffiliationEnded)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .registered(let payload): payload
    case .affiliationStarted(let payload): payload
    case .affiliationEnded(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .registered(let payload): payload.stream
    case .affiliationStarted(let payload): payload.stream
    case .affiliationEnded(let payload): payload.stream
    }
  }
}
