public import AccessModel
public import Diagnostics

/// What a timer has done in a ledger: something that follows from time alone.
///
/// In the order in which they run: what has ended is noted before somebody is asked about it, and what was recorded is published last.
public enum Job: CodedValue {
  /// Notes which grants have ended by themselves.
  case expiry
  /// Starts the reviews that fall due.
  case reviewOpening
  /// Records what is due in running reviews.
  case reviewFollowUp
  /// Looks for stale access.
  case staleScan
  /// Issues a checkpoint of all of it.
  case publish

  public var code: StaticString {
    switch self {
    case .expiry: "expiry"
    case .reviewOpening: "review-opening"
    case .reviewFollowUp: "review-follow-up"
    case .staleScan: "stale-scan"
    case .publish: "publish"
    }
  }

  public var word: Localized {
    switch self {
    case .expiry:
      Localized(
        en: "note which grants have ended by themselves",
        sv: "notera vilka tilldelningar som upphört av sig själva")
    case .reviewOpening:
      Localized(
        en: "start the reviews that fall due", sv: "starta de granskningar som ska börja")
    case .reviewFollowUp:
      Localized(
        en: "remind, escalate and draw the consequences in running reviews",
        sv: "påminn, eskalera och dra följderna i pågående granskningar")
    case .staleScan:
      Localized(en: "look for stale access", sv: "leta efter inaktuell åtkomst")
    case .publish:
      Localized(en: "issue and publish a checkpoint", sv: "utfärda och publicera en kontrollpunkt")
    }
  }

  /// How often it is to run.
  public var schedule: JobSchedule {
    switch self {
    case .expiry, .reviewOpening, .reviewFollowUp, .staleScan, .publish: .daily
    }
  }

  public static let codes = CodeTable<Job>()
}
