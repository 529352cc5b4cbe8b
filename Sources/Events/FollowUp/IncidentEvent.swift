public import AccessModel

/// The events of the incident family.
public enum IncidentEvent: Hashable, Sendable {
  case reported(IncidentReported)
  case triaged(IncidentTriaged)
  case dutyAssessed(IncidentDutyAssessed)
  case actionRecorded(IncidentActionRecorded)
  case notificationSubmitted(IncidentNotificationSubmitted)
  case linked(IncidentLinked)
  case exposureAnswered(IncidentExposureAnswered)
  case measureAssigned(IncidentMeasureAssigned)
  case measureCompleted(IncidentMeasureCompleted)
  case closed(IncidentClosed)
  case followedUp(IncidentFollowedUp)
  case reopened(IncidentReopened)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .reported(let payload): payload
    case .triaged(let payload): payload
    case .dutyAssessed(let payload): payload
    case .actionRecorded(let payload): payload
    case .notificationSubmitted(let payload): payload
    case .linked(let payload): payload
    case .exposureAnswered(let payload): payload
    case .measureAssigned(let payload): payload
    case .measureCompleted(let payload): payload
    case .closed(let payload): payload
    case .followedUp(let payload): payload
    case .reopened(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .reported(let payload): payload.stream
    case .triaged(let payload): payload.stream
    case .dutyAssessed(let payload): payload.stream
    case .actionRecorded(let payload): payload.stream
    case .notificationSubmitted(let payload): payload.stream
    case .linked(let payload): payload.stream
    case .exposureAnswered(let payload): payload.stream
    case .measureAssigned(let payload): payload.stream
    case .measureCompleted(let payload): payload.stream
    case .closed(let payload): payload.stream
    case .followedUp(let payload): payload.stream
    case .reopened(let payload): payload.stream
    }
  }

  /// The incident that the fact is about.
  public var incident: IncidentID {
    switch self {
    case .reported(let payload): payload.incident
    case .triaged(let payload): payload.incident
    case .dutyAssessed(let payload): payload.incident
    case .actionRecorded(let payload): payload.incident
    case .notificationSubmitted(let payload): payload.incident
    case .linked(let payload): payload.incident
    case .exposureAnswered(let payload): payload.incident
    case .measureAssigned(let payload): payload.incident
    case .measureCompleted(let payload): payload.incident
    case .closed(let payload): payload.incident
    case .followedUp(let payload): payload.incident
    case .reopened(let payload): payload.incident
    }
  }
}
