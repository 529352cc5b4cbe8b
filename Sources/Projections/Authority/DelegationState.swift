public import Chronology
public import Diagnostics

/// Where a line of a delegation order stands at a moment. Computed, never stored.
public enum DelegationState: Hashable, Sendable, CaseIterable {
  /// Its first moment has not come.
  case coming
  case inForce
  case expired
  case revoked
  /// A later version of the order has taken its place.
  case superseded
  /// The line it was delegated on from holds no more.
  case unsupported

  public var code: String {
    switch self {
    case .coming: "coming"
    case .inForce: "in-force"
    case .expired: "expired"
    case .revoked: "revoked"
    case .superseded: "superseded"
    case .unsupported: "unsupported"
    }
  }

  public var word: Localized {
    switch self {
    case .coming: Localized(en: "not yet in force", sv: "gäller inte än")
    case .inForce: Localized(en: "in force", sv: "gäller")
    case .expired: Localized(en: "expired", sv: "upphörd")
    case .revoked: Localized(en: "revoked", sv: "återkallad")
    case .superseded: Localized(en: "superseded by a later version", sv: "ersatt av senare version")
    case .unsupported:
      Localized(
        en: "the line it came from holds no more", sv: "raden den kom från gäller inte längre")
    }
  }
}

/// What ends a line of a delegation order, and when.
public struct DelegationEnd: Hashable, Sendable {
  /// The state the line is in from then on.
  public var state: DelegationState
  /// The first moment at which it does not hold.
  public var at: Instant

  public init(state: DelegationState, at: Instant) {
    self.state = state
    self.at = at
  }
}
