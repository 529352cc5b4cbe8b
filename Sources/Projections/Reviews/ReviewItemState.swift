public import Diagnostics

/// Where an item of a review stands at a moment. Computed from facts, never stored.
public enum ReviewItemState: Hashable, Sendable, CaseIterable {
  /// Nobody has answered it, or it is open again.
  case open
  /// The first of two reviewers has answered, and the second has not.
  case secondStage
  /// In the review after a move also when somebody has confirmed it otherwise.
  case kept
  case keptUntil
  case reduced
  case revoked
  /// Nobody who was asked could judge it.
  case unjudged
  /// Suspended for want of an answer; it can still be answered.
  case suspended
  /// Ended for want of an answer.
  case expired
  /// The access ended otherwise before anybody answered.
  case ended

  /// Whether somebody is still to answer.
  public var isOpen: Bool {
    switch self {
    case .open, .secondStage: true
    case .kept, .keptUntil, .reduced, .revoked, .unjudged, .suspended, .expired, .ended: false
    }
  }

  /// What programs read.
  public var code: String {
    switch self {
    case .open: "open"
    case .secondStage: "second-stage"
    case .kept: "kept"
    case .keptUntil: "kept-until"
    case .reduced: "reduced"
    case .revoked: "revoked"
    case .unjudged: "unjudged"
    case .suspended: "suspended"
    case .expired: "expired"
    case .ended: "ended"
    }
  }

  public var word: Localized {
    switch self {
    case .open: Localized(en: "open", sv: "öppen")
    case .secondStage: Localized(en: "awaits the second stage", sv: "väntar på andra steget")
    case .kept: Localized(en: "kept", sv: "behållen")
    case .keptUntil: Localized(en: "kept until a day", sv: "behållen till en dag")
    case .reduced: Localized(en: "reduced", sv: "minskad")
    case .revoked: Localized(en: "revoked", sv: "borttagen")
    case .unjudged: Localized(en: "could not be judged", sv: "kunde inte bedömas")
    case .suspended: Localized(en: "no answer, suspended", sv: "inget svar, spärrad")
    case .expired: Localized(en: "no answer, ended", sv: "inget svar, upphörd")
    case .ended: Localized(en: "ended otherwise", sv: "upphörd av annan orsak")
    }
  }
}
