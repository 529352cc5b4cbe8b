public import AccessModel

/// The events of the system family.
public enum SystemEvent: Hashable, Sendable {
  case registered(SystemRegistered)
  case classified(SystemClassified)
  case statusChanged(SystemStatusChanged)
  case entitlementDefined(EntitlementDefined)
  case accountFound(AccountFound)
  case changed(SystemChanged)
  case riskAnalysed(RiskAnalysed)
  case entitlementChanged(EntitlementChanged)
  case entitlementRetired(EntitlementRetired)
  case accountDescribed(AccountDescribed)
  case accountRotated(AccountRotated)

  /// The fact itself, whichever it is.
  public var payload: any EventPayload {
    switch self {
    case .registered(let payload): payload
    case .classified(let payload): payload
    case .statusChanged(let payload): payload
    case .entitlementDefined(let payload): payload
    case .accountFound(let payload): payload
    case .changed(let payload): payload
    case .riskAnalysed(let payload): payload
    case .entitlementChanged(let payload): payload
    case .entitlementRetired(let payload): payload
    case .accountDescribed(let payload): payload
    case .accountRotated(let payload): payload
    }
  }

  /// The stream the fact belongs to.
  public var stream: StreamID {
    switch self {
    case .registered(let payload): payload.stream
    case .classified(let payload): payload.stream
    case .statusChanged(let payload): payload.stream
    case .entitlementDefined(let payload): payload.stream
    case .accountFound(let payload): payload.stream
    case .changed(let payload): payload.stream
    case .riskAnalysed(let payload): payload.stream
    case .entitlementChanged(let payload): payload.stream
    case .entitlementRetired(let payload): payload.stream
    case .accountDescribed(let payload): payload.stream
    case .accountRotated(let payload): payload.stream
    }
  }
}
