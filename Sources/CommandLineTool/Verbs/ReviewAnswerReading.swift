import AccessLedger
import AccessModel
import Chronology
import Commands
import Diagnostics
import Policies
import Projections
import Transparency

/// Makes answers of what is typed, or of the rows of a list.
final class ReviewAnswerReading {
  /// One answer, with its reason and the row it comes from.
  struct Answer {
    var command: AnswerReviewItem
    var reason: String?
    var row: Int?
  }

  private let session: VerbSession
  private let ledger: Ledger
  private let zone: TimeZoneRules
  private let review: ReviewID
  private let reviewer: PersonID
  /// What the register was at the positions that rows name.
  private var registers: [Int64: Register] = [:]

  init(
    _ session: VerbSession, _ ledger: Ledger, _ zone: TimeZoneRules, review: ReviewID,
    reviewer: PersonID
  ) {
    self.session = session
    self.ledger = ledger
    self.zone = zone
    self.review = review
    self.reviewer = reviewer
  }

  /// The answers that the options name.
  func typed() throws -> [Answer] {
    let command = session.command
    let items = command.strings("item")
    guard let outcome = try session.coded("outcome", ReviewOutcome.self), !items.isEmpty else {
      throw UsageError(
        UsageError.missingRequired, [.init(en: "needed", sv: "krävs", "--file, --item --outcome")])
    }
    return try items.map { text in
      guard let grant = GrantID(text) else {
        throw session.malformed("item", text, Localized(verbatim: "G-1"))
      }
      var answer = AnswerReviewItem(
        review: review, grant: grant, reviewer: reviewer, outcome: outcome)
      answer.until = try session.moment("until", in: zone, dayMeans: .end)
      answer.scope = try session.identifier("scope", ScopeName.self)
      answer.reviewDays = command.integer("review-days").map(Int64.init)
      answer.isBulk = command.flag("bulk")
      return Answer(command: answer)
    }
  }

  /// The answer that a row says.
  func answer(_ row: ReviewAnswerList.Row) throws -> Answer {
    guard let grant = GrantID(row.grant) else {
      throw session.malformed("grant", row.grant, Localized(verbatim: "G-1"))
    }
    let text = row.outcome ?? ""
    guard let outcome = ReviewOutcome.codes[text] else {
      throw session.malformed(
        "outcome", text,
        Localized(verbatim: ReviewOutcome.allCases.map { "\($0.code)" }.joined(separator: ", ")))
    }
    var answer = AnswerReviewItem(
      review: review, grant: grant, reviewer: reviewer, outcome: outcome)
    if let until = row.until {
      do throws(MomentRefusal) {
        answer.until = try MomentText.parse(until, in: zone, dayMeans: .end)
      } catch {
        throw session.malformed("until", until, Localized(en: error.english, sv: error.swedish))
      }
    }
    if let scope = row.scope {
      guard let name = ScopeName(scope) else {
        throw session.malformed("scope", scope, Localized(verbatim: "A–Z, 0–9, . _ -"))
      }
      answer.scope = name
    }
    answer.reviewDays = try number("review_days", row.reviewDays)
    answer.seconds = try number("seconds", row.seconds)
    answer.isBulk = try flag("bulk", row.bulk)
    answer.seen = try evidence(of: row, grant)
    return Answer(command: answer, reason: row.reason, row: row.line)
  }

  private func number(_ name: String, _ text: String?) throws -> Int64? {
    guard let text else { return nil }
    guard let number = Int64(text), (0...36_600_000).contains(number) else {
      throw session.malformed(name, text, Localized(verbatim: "0–36600000"))
    }
    return number
  }

  private func flag(_ name: String, _ text: String?) throws -> Bool {
    switch text {
    case nil, "no", "false": return false
    case "yes", "true": return true
    case .some(let text): throw session.malformed(name, text, Localized(verbatim: "yes, no"))
    }
  }

  /// What the row says the reviewer was shown, once it is found to be what the register showed. (REV-07)
  private func evidence(
    of row: ReviewAnswerList.Row, _ grant: GrantID
  ) throws -> AnswerReviewItem.SeenEvidence? {
    guard let text = row.seen else { return nil }
    guard let digest = Digest(hexadecimal: Array(text.utf8)) else {
      throw session.malformed(
        "seen", text,
        Localized(en: "64 hexadecimal digits", sv: "64 hexadecimala siffror"))
    }
    guard let place = row.seenAt, let position = Int64(place), position > 0,
      position <= Int64(clamping: ledger.register.position)
    else {
      throw session.malformed(
        "seen_at", row.seenAt ?? "",
        Localized(en: "a number of events", sv: "ett antal händelser"))
    }
    guard let sight = try register(at: position).reviewSight(of: grant), sight.digest == digest
    else {
      throw VerbFailure(
        .refused, ShownEvidence.violation(grant: grant, position: position))
    }
    return .init(digest: digest, position: position, hasHint: sight.speaksAgainst)
  }

  private func register(at position: Int64) throws -> Register {
    if position == Int64(clamping: ledger.register.position) { return ledger.register }
    if let known = registers[position] { return known }
    let register = try ledger.replay(to: UInt64(position - 1)).register
    registers[position] = register
    return register
  }
}
