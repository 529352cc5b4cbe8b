import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Commands
import Diagnostics
import EventStore
import Policies
import Projections
import ReviewPackets
import Transparency

/// Takes the answers of one reviewer from files that came back, and records them as one batch.
struct ReviewCollecting {
  /// An answer and the row it comes from.
  private struct Entry {
    var answer: ReviewAnswerReading.Answer
    var place: Place
  }

  /// A row of a file.
  private struct Place: Hashable {
    var file: String
    var number: Int
    var grant: String
  }

  private struct Refusal {
    var place: Place
    var diagnostic: Diagnostic
  }

  private let session: VerbSession
  private let ledger: Ledger
  private let zone: TimeZoneRules
  private let reviewer: PersonID
  private let verified: StatementCheck
  private var entries: [Entry] = []
  private var refused: [Refusal] = []
  /// How many answers stand in the log already.
  private var known = 0
  private var reviews: [ReviewID] = []
  private var readings: [ReviewID: ReviewAnswerReading] = [:]

  init(
    _ session: VerbSession, _ ledger: Ledger, reviewer: PersonID, verified: StatementCheck
  ) throws {
    self.session = session
    self.ledger = ledger
    self.reviewer = reviewer
    self.verified = verified
    zone = try ledger.timeZone()
  }

  // MARK: Reading

  /// Reads a file, and holds each row against the ledger.
  ///
  /// - Throws: when it is no file of a packet, or of another ledger, or of no campaign here.
  mutating func read(_ path: String) throws {
    let bytes = try WholeFile.read(path, bytesMax: CollectedDecisions.bytesMax)
    let decisions = try CollectedDecisions(bytes)
    guard decisions.origin == ledger.register.origin?.text else {
      throw VerbFailure(
        .refused,
        PacketCodes.otherLedger.diagnostic(
          .init(en: "file", sv: "fil", path),
          .init(en: "ledger of the packet", sv: "utskickets liggare", decisions.origin),
          .init(en: "this ledger", sv: "denna liggare", ledger.register.origin?.text ?? "")))
    }
    guard let campaign = ledger.register.campaigns[decisions.review] else {
      throw VerbFailure(
        .notFound,
        PacketCodes.otherReview.diagnostic(
          .init(en: "file", sv: "fil", path),
          .init(ReviewSubject.word, "\(decisions.review)")))
    }
    guard !decisions.rows.isEmpty || !decisions.refused.isEmpty else {
      throw VerbFailure(
        .refused, PacketCodes.nothingAnswered.diagnostic(.init(en: "file", sv: "fil", path)))
    }
    if !reviews.contains(decisions.review) { reviews.append(decisions.review) }
    for refusal in decisions.refused {
      refused.append(
        Refusal(
          place: Place(file: path, number: refusal.number, grant: refusal.grant),
          diagnostic: refusal.diagnostic))
    }
    let statement = AnswerReviewItem.Statement(
      verified: verified, file: SHA256.digest(of: bytes))
    let reading =
      readings[decisions.review]
      ?? ReviewAnswerReading(
        session, ledger, zone, review: decisions.review, reviewer: reviewer)
    readings[decisions.review] = reading
    for row in decisions.rows {
      let place = Place(file: path, number: row.number, grant: "\(row.grant)")
      do {
        guard let item = campaign.item(of: row.grant) else {
          throw VerbFailure(
            .refused,
            FrozenPopulation.violation(.grant(row.grant), review: decisions.review))
        }
        var answer = try reading.answer(Self.listed(row, decisions.position))
        answer.command.statement = statement
        if isKnown(answer.command, in: item) { known += 1 } else { add(answer, place) }
      } catch {
        refused += VerbFailure(error).diagnostics.map { Refusal(place: place, diagnostic: $0) }
      }
    }
  }

  /// Adds an answer, unless another file has one to the same item.
  private mutating func add(_ answer: ReviewAnswerReading.Answer, _ place: Place) {
    let isRepeated = entries.contains {
      $0.answer.command.grant == answer.command.grant
        && $0.answer.command.review == answer.command.review
    }
    guard !isRepeated else {
      refused.append(
        Refusal(
          place: place,
          diagnostic: PacketCodes.repeatedItem.diagnostic(
            .init(GrantSubject.word, "\(answer.command.grant)"))))
      return
    }
    entries.append(Entry(answer: answer, place: place))
  }

  /// Whether the reviewer has said exactly that already, of the same sight of the item.
  private func isKnown(_ answer: AnswerReviewItem, in item: ReviewItemRow) -> Bool {
    item.decisions.contains {
      $0.reviewer == answer.reviewer && $0.outcome == answer.outcome && $0.until == answer.until
        && $0.scope == answer.scope && $0.reviewDays == answer.reviewDays
        && $0.isBulk == answer.isBulk && $0.seen == answer.seen?.digest
        && $0.seenAt == answer.seen?.position && $0.seconds == answer.seconds
    }
  }

  private static func listed(
    _ row: CollectedDecisions.Row, _ position: Int64
  ) -> ReviewAnswerList.Row {
    ReviewAnswerList.Row(
      line: row.number, grant: "\(row.grant)", outcome: "\(row.outcome.code)", reason: row.reason,
      until: row.until, scope: row.scope, bulk: row.isBulk ? "yes" : nil,
      seen: row.seen.hexadecimal, seenAt: "\(position)", seconds: row.seconds.map { "\($0)" })
  }

  // MARK: Recording

  /// Records the answers: all, or where that is asked for those that nothing stands against.
  mutating func record(isPartial: Bool) throws -> ExitStatus {
    // What the rules have against the rows shows when they are tried together.
    while !entries.isEmpty {
      let found = try violations()
      guard !found.isEmpty else { break }
      refused += found
      let places = Set(found.map(\.place))
      entries.removeAll { places.contains($0.place) }
      guard isPartial else { break }
    }
    guard refused.isEmpty || isPartial && !entries.isEmpty else {
      try showRefused()
      throw VerbFailure(
        .refused,
        VerbCodes.listRefused.diagnostic(
          .init(en: "refused", sv: "avvisade", "\(Set(refused.map(\.place)).count)")))
    }
    guard !entries.isEmpty else {
      try session.answer(
        Localized(
          en: "Nothing new: all \(known) answers stand in the log already.",
          sv: "Inget nytt: alla \(known) svar står redan i loggen."))
      return .done
    }
    let names =
      reviews.map { "\($0)" } + ReviewAnswerVerbs.named(entries.map(\.answer.command.grant))
    let steps = steps
    let status = try session.record(
      in: ledger, zone: zone, named: { names }, steps: { _ in steps })
    guard !refused.isEmpty else { return status }
    try showRefused()
    session.tell(
      ReviewPacketVerbs.partly.diagnostic(
        .init(en: "not recorded", sv: "inte registrerade", "\(Set(refused.map(\.place)).count)"),
        .init(en: "recorded", sv: "registrerade", "\(entries.count)")))
    return .findingsRecorded
  }

  private var steps: [Recording.Step] {
    entries.enumerated().map { place, entry in
      Recording.Step(
        .review(.answer(entry.answer.command)), reason: entry.answer.reason, row: place)
    }
  }

  /// What the rules have against the answers when they are tried, by their rows.
  private func violations() throws -> [Refusal] {
    let steps = steps
    let trial = Recording(
      effective: try session.moment("effective", in: zone, dayMeans: .start),
      caseNumber: try session.caseNumber(), isDryRun: true, steps: { _ in steps })
    do {
      _ = try ledger.record(trial, signedBy: session.signingKey())
      return []
    } catch let error as LedgerError {
      guard case .refused(let violations) = error else { throw error }
      var found: [Refusal] = []
      for var violation in violations {
        guard let first = violation.facts.first, first.name == Diagnostic.Fact.rowName,
          let row = Int(first.value.english), entries.indices.contains(row)
        else { throw error }
        violation.facts.removeFirst()
        found.append(Refusal(place: entries[row].place, diagnostic: violation))
      }
      return found
    }
  }

  /// Tells what stands against each row.
  private func showRefused() throws {
    guard !refused.isEmpty else { return }
    try session.answer(
      .refusedRows(
        [
          Column(key: "file", title: Localized(en: "File", sv: "Fil")),
          .number("line", Localized(en: "Row", sv: "Rad")),
          .identifier("grant", Localized(en: "Grant", sv: "Tilldelning")),
        ],
        refused.sorted { ($0.place.file, $0.place.number) < ($1.place.file, $1.place.number) }
          .map { refusal in
            (
              [
                .text(refusal.place.file), .integer(refusal.place.number),
                .text(refusal.place.grant),
              ], session.told(refusal.diagnostic)
            )
          }, tellsRemedy: true), in: .utc)
  }
}
