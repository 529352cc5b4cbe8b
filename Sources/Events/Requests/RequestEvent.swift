public import AccessModel

/// The events of the request family.
public enum RequestEvent: Hashable, Sendable {
  case submitted(RequestSubmitted)
  case endorsed(RequestEndorsed)
  case withdrawn(RequestWithdrawn)
  case approved(RequestApproved)
  case denied(RequestDenied)
  case amended(RequestAmended)
  case returned(RequestReturned)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .submitted(let payload): payload
    case .endorsed(let payload): payload
    case .withdrawn(let payload): payload
    case .approved(let payload): payload
    case .denied(let payload): payload
    case .amended(let payload): payload
    case .returned(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .submitted(let payload): payload.stream
    case .endorsed(let payload): payload.stream
    case .withdrawn(let payload): payload.stream
    case .approved(let payload): payload.stream
    case .denied(let payload): payload.stream
    case .amended(let payload): payload.stream
    case .returned(let payload): payload.stream
    }
  }
}
