public import AccessModel

extension StaleEvent {
  /// The flag that the event is about.
  public var flag: FlagID {
    switch self {
    case .flagged(let event): event.flag
    case .notified(let event): event.flag
    case .reopened(let event): event.flag
    case .resolved(let event): event.flag
    }
  }
}
