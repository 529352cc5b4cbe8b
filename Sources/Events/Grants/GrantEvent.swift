public import AccessModel

/// The events of the grant family.
public enum GrantEvent: Hashable, Sendable {
  case provisioned(GrantProvisioned)
  case revoked(GrantRevoked)
  case removalConfirmed(RemovalConfirmed)
  case takenOver(GrantTakenOver)
  case suspended(GrantSuspended)
  case resumed(GrantResumed)
  case narrowed(GrantNarrowed)
  case expired(GrantExpired)
  case emergencyActivated(EmergencyActivated)
  case emergencyReviewed(EmergencyReviewed)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .provisioned(let payload): payload
    case .revoked(let payload): payload
    case .removalConfirmed(let payload): payload
    case .takenOver(let payload): payload
    case .suspended(let payload): payload
    case .resumed(let payload): payload
    case .narrowed(let payload): payload
    case .expired(let payload): payload
    case .emergencyActivated(let payload): payload
    case .emergencyReviewed(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .provisioned(let payload): payload.stream
    case .revoked(let payload): payload.stream
    case .removalConfirmed(let payload): payload.stream
    case .takenOver(let payload): payload.stream
    case .suspended(let payload): payload.stream
    case .resumed(let payload): payload.stream
    case .narrowed(let payload): payload.stream
    case .expired(let payload): payload.stream
    case .emergencyActivated(let payload): payload.stream
    case .emergencyReviewed(let payload): payload.stream
    }
  }
}
