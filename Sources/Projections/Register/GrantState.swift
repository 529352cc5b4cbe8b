public import Chronology
public import Diagnostics

/// Where a grant stands at a moment. Computed from facts, never stored.
public enum GrantState: Hashable, Sendable, CaseIterable {
  /// Decided and not carried out yet.
  case decided
  /// Carried out for a period that has not begun.
  case scheduled
  /// Decided, carried out, inside its period, and nothing ends it.
  case inEffect
  /// Carried out and inside its period, and without effect for a time.
  case suspended
  /// Found in the system; nobody is known to have decided it.
  case undecided
  /// It has no effect any more and must be removed from the system.
  case ending
  /// Over, and nothing is left to remove.
  case ended

  /// What programs read.
  public var code: String {
    switch self {
    case .decided: "decided"
    case .scheduled: "scheduled"
    case .inEffect: "in-effect"
    case .suspended: "suspended"
    case .undecided: "undecided"
    case .ending: "ending"
    case .ended: "ended"
    }
  }

  public var word: Localized {
    switch self {
    case .decided: Localized(en: "decided", sv: "beslutad")
    case .scheduled: Localized(en: "scheduled", sv: "planerad")
    case .inEffect: Localized(en: "in effect", sv: "gällande")
    case .suspended: Localized(en: "suspended", sv: "spärrad")
    case .undecided: Localized(en: "undecided", sv: "inte beslutad")
    case .ending: Localized(en: "to be removed", sv: "ska tas bort")
    case .ended: Localized(en: "ended", sv: "upphörd")
    }
  }
}

/// What took a grant's effect away, and when.
public struct GrantEnd: Hashable, Sendable {
  public enum Cause: Hashable, Sendable {
    /// Its time ran out.
    case expired
    /// Somebody ended it.
    case revoked
    /// The person no longer works here.
    case affiliationEnded
    /// The person moved, and nobody confirmed it for the new place.
    case transferred
    /// The system was decommissioned.
    case systemClosed

    public var code: String {
      switch self {
      case .expired: "expired"
      case .revoked: "revoked"
      case .affiliationEnded: "affiliation-ended"
      case .transferred: "transfer"
      case .systemClosed: "system-closed"
      }
    }

    public var word: Localized {
      switch self {
      case .expired: Localized(en: "its time ran out", sv: "tiden har gått ut")
      case .revoked: Localized(en: "revoked", sv: "återkallad")
      case .affiliationEnded:
        Localized(en: "the person has left", sv: "anställningen eller uppdraget har upphört")
      case .transferred:
        Localized(
          en: "the person has moved and nobody confirmed it",
          sv: "personen har flyttat och ingen har bekräftat den")
      case .systemClosed: Localized(en: "the system is closed", sv: "systemet är avvecklat")
      }
    }
  }

  public var cause: Cause
  public var at: Instant
}
