public import AccessModel

extension RequestEvent {
  /// The request it is about.
  public var request: RequestID {
    switch self {
    case .submitted(let event): event.request
    case .endorsed(let event): event.request
    case .withdrawn(let event): event.request
    case .approved(let event): event.request
    case .denied(let event): event.request
    case .amended(let event): event.request
    case .returned(let event): event.request
    }
  }
}
