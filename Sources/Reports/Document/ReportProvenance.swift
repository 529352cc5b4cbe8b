public import AuditViews
public import Chronology
public import Diagnostics
import Transparency

/// How a paper is tied to the log: what had been recorded when it was made, and the commands by which anybody tries that.
public struct ReportProvenance: Sendable {
  /// The ledger's name.
  public var origin: String
  /// How many events the report rests on.
  public var size: UInt64
  /// The hash over those events, in Base64.
  public var root: String
  /// The note that was published last; `nil` where nothing is published.
  public var checkpoint: String?
  /// How many events that note covers.
  public var checkpointSize: UInt64?
  public var asOf: Instant
  /// When the last event that it rests on was recorded; `nil` for an empty log.
  public var knownAt: Instant?
  /// Who asked, as the page writes it.
  public var askedBy: Localized
  /// When it was made.
  public var made: Instant
  /// The command that makes the same report of the same events.
  public var command: String

  public init(
    origin: String, size: UInt64, root: String, checkpoint: String?, checkpointSize: UInt64?,
    asOf: Instant, knownAt: Instant?, askedBy: Localized, made: Instant, command: String
  ) {
    self.origin = origin
    self.size = size
    self.root = root
    self.checkpoint = checkpoint
    self.checkpointSize = checkpointSize
    self.asOf = asOf
    self.knownAt = knownAt
    self.askedBy = askedBy
    self.made = made
    self.command = command
  }
}

extension ReportProvenance {
  /// What is said of the log, in its order.
  public var fields: [Card.Field] {
    [
      .init("origin", Localized(en: "Ledger", sv: "Liggare"), .text(origin)),
      .init(
        "size", Localized(en: "Events", sv: "Händelser"), .integer(Int(clamping: size))),
      .init("root", Localized(en: "Root hash", sv: "Rothash"), .text(root)),
      .init("as_of", Localized(en: "As of", sv: "Per"), .instant(asOf)),
      .init(
        "known_at", Localized(en: "Last event recorded", sv: "Sista händelsen registrerad"),
        .instant(orEmpty: knownAt)),
      .init("asked_by", Localized(en: "Asked by", sv: "Begärd av"), .localized(askedBy)),
      .init("made", Localized(en: "Made", sv: "Framställd"), .instant(made)),
    ]
  }

  /// What anybody with the ledger types to try the paper, and what that shows.
  public var trials: [(command: String, shows: Localized)] {
    var trials = [
      (
        command,
        Localized(
          en: "makes the same figures again from the same events",
          sv: "räknar fram samma siffror på nytt ur samma händelser")
      )
    ]
    if size > 0 {
      trials.append(
        (
          "liggare replay --to \(size - 1)",
          Localized(
            en: "plays the same events anew; the root must be the one above",
            sv: "spelar upp samma händelser på nytt; roten ska vara den ovan")
        ))
    }
    trials.append(
      (
        "liggare verify",
        Localized(
          en: "checks every byte, signature and witness",
          sv: "kontrollerar varje byte, signatur och vittne")
      ))
    if size > 0, let checkpointSize, checkpointSize >= size {
      trials.append(
        (
          "liggare prove \(size - 1)",
          Localized(
            en: "shows to others that the last of these events is in the published log",
            sv: "visar för andra att den sista av händelserna finns i den publicerade loggen")
        ))
    }
    return trials
  }
}
