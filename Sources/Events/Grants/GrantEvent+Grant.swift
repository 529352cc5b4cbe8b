public import AccessModel

extension GrantEvent {
  /// The grant it is about.
  public var grant: GrantID {
    switch self {
    case .provisioned(let event): event.grant
    case .revoked(let event): event.grant
    case .removalConfirmed(let event): event.grant
    case .takenOver(let event): event.grant
    case .suspended(let event): event.grant
    case .resumed(let event): event.grant
    case .narrowed(let event): event.grant
    case .expired(let event): event.grant
    case .emergencyActivated(let event): event.grant
    case .emergencyReviewed(let event): event.grant
    }
  }
}
