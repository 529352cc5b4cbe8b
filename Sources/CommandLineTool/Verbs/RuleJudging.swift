import AccessLedger
import AuditViews
import EventSourcing
import EventStore
import Events
import Policies
import Projections

/// Every event judged again, on what was known before it and, where corrections make a difference, on what is known now.
struct RuleJudging {
  private(set) var findings = RuleFindings()
  /// All corrections that count.
  private let corrections: Corrections
  /// What was known before the next event.
  private var then = Register()
  /// The corrections recorded before it.
  private var known = Corrections()
  /// Whether a correction came since `then` was folded.
  private var isStale = false
  /// What is known now of the time before the next event; `nil` as long as that is the same.
  private var now: Register?

  init(corrections: Corrections) {
    self.corrections = corrections
  }

  /// Judges the next event. A log without corrections is folded once; each command that corrects makes it be folded again up to there.
  mutating func take(
    _ recorded: borrowing Recorded<AccessEvent>, _ asked: QuestionSession
  ) throws {
    let position = recorded.position
    if isStale {
      isStale = false
      known = Corrections(then.corrections)
      then = try asked.ledger.register(before: position, correctedBy: known)
    }
    if position == corrections.first { now = then }
    let events = { position in asked.recordedEvent(at: position) }
    if let now {
      findings.examine(
        recorded, before: then, reading: corrections.reading(of: recorded), corrected: now,
        under: .standard, in: asked.zone, events: events)
    } else {
      findings.examine(recorded, before: then, under: .standard, in: asked.zone, events: events)
    }
    then.apply(recorded, by: known)
    self.now?.apply(recorded, by: corrections)
    if recorded.event.correction != nil, !corrections.isEmpty { isStale = true }
  }

  /// Every event judged again on what was known before it, and the duties that nobody did.
  static func findings(_ asked: QuestionSession) throws -> RuleFindings {
    var judging = RuleJudging(
      corrections: asked.question.isOriginal ? Corrections() : asked.question.corrections)
    try asked.ledger.readEvents { recorded in
      if let knownAt = asked.question.knownAt, recorded.recorded > knownAt { return .stop }
      try judging.take(recorded, asked)
      return .proceed
    }
    try asked.check()
    var findings = judging.findings
    findings.examineDuties(
      in: asked.question.register, at: asked.question.knownAt ?? asked.session.ambient.now())
    return findings
  }
}
