public import AccessModel

/// The events of the person family.
public enum PersonEvent: Hashable, Sendable {
  case registered(PersonRegistered)
  case affiliationStarted(AffiliationStarted)
  case affiliationEnded(AffiliationEnded)
  case affiliationChanged(AffiliationChanged)
  case absenceStarted(AbsenceStarted)
  case absenceEnded(AbsenceEnded)
  case trainingCompleted(TrainingCompleted)
  case identityChanged(IdentityChanged)
  case identityErased(IdentityErased)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .registered(let payload): payload
    case .affiliationStarted(let payload): payload
    case .affiliationEnded(let payload): payload
    case .affiliationChanged(let payload): payload
    case .absenceStarted(let payload): payload
    case .absenceEnded(let payload): payload
    case .trainingCompleted(let payload): payload
    case .identityChanged(let payload): payload
    case .identityErased(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .registered(let payload): payload.stream
    case .affiliationStarted(let payload): payload.stream
    case .affiliationEnded(let payload): payload.stream
    case .affiliationChanged(let payload): payload.stream
    case .absenceStarted(let payload): payload.stream
    case .absenceEnded(let payload): payload.stream
    case .trainingCompleted(let payload): payload.stream
    case .identityChanged(let payload): payload.stream
    case .identityErased(let payload): payload.stream
    }
  }
}
