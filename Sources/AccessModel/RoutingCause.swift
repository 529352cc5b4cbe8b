public import Diagnostics

/// Why review items go to somebody.
public enum RoutingCause: CodedValue {
  case started
  case ownAccess
  case decider
  case unavailable
  case reviewerLeft
  case reviewerAway
  case requested
  case reminder
  case noResponse
  case cannotJudge
  case secondStage
  case effectMissing
  case rejected

  public var code: StaticString {
    switch self {
    case .started: "started"
    case .ownAccess: "own-access"
    case .decider: "decider"
    case .unavailable: "unavailable"
    case .reviewerLeft: "reviewer-left"
    case .reviewerAway: "reviewer-away"
    case .requested: "requested"
    case .reminder: "reminder"
    case .noResponse: "no-response"
    case .cannotJudge: "cannot-judge"
    case .secondStage: "second-stage"
    case .effectMissing: "effect-missing"
    case .rejected: "rejected"
    }
  }

  public var word: Localized {
    switch self {
    case .started: Localized(en: "the review started", sv: "granskningen startade")
    case .ownAccess:
      Localized(
        en: "the first in turn would review their own access",
        sv: "den närmaste skulle granska sin egen behörighet")
    case .decider:
      Localized(
        en: "the first in turn decided the grant", sv: "den närmaste har beslutat tilldelningen")
    case .unavailable:
      Localized(
        en: "the first in turn is away or has left",
        sv: "den närmaste är frånvarande eller har slutat")
    case .reviewerLeft: Localized(en: "the reviewer has left", sv: "granskaren har slutat")
    case .reviewerAway: Localized(en: "the reviewer is away", sv: "granskaren är frånvarande")
    case .requested: Localized(en: "on request", sv: "på begäran")
    case .reminder: Localized(en: "a reminder fell due", sv: "en påminnelse förföll")
    case .noResponse: Localized(en: "nobody answered in time", sv: "ingen svarade i tid")
    case .cannotJudge:
      Localized(en: "the reviewer could not judge", sv: "granskaren kunde inte bedöma")
    case .secondStage: Localized(en: "the second stage began", sv: "det andra steget började")
    case .effectMissing:
      Localized(
        en: "what was decided was not carried out", sv: "det som bestämdes blev inte utfört")
    case .rejected:
      Localized(en: "the auditor rejected the review", sv: "revisorn underkände granskningen")
    }
  }

  public static let codes = CodeTable<RoutingCause>()

  /// Whether items that were decided are open again because of it.
  public var opensAgain: Bool {
    switch self {
    case .cannotJudge, .effectMissing: true
    case .started, .ownAccess, .decider, .unavailable, .reviewerLeft, .reviewerAway, .requested,
      .reminder, .noResponse, .secondStage, .rejected:
      false
    }
  }
}
