public import AccessModel

/// The events of the reconciliation family.
public enum ReconciliationEvent: Hashable, Sendable {
  case recorded(ReconciliationRecorded)
  case discrepancyResolved(DiscrepancyResolved)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .recorded(let payload): payload
    case .discrepancyResolved(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .recorded(let payload): payload.stream
    case .discrepancyResolved(let payload): payload.stream
    }
  }
}
