public import AccessModel

/// The events of the separation family.
public enum SeparationEvent: Hashable, Sendable {
  case ruleAdopted(SeparationRuleAdopted)
  case exceptionApproved(SeparationExceptionApproved)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .ruleAdopted(let payload): payload
    case .exceptionApproved(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .ruleAdopted(let payload): payload.stream
    case .exceptionApproved(let payload): payload.stream
    }
  }
}
