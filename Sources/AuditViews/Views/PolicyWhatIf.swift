import AccessModel
import Chronology
public import Diagnostics
import Events
import Policies
public import Projections

/// What would have been otherwise under a proposed policy document.
public struct PolicyWhatIf {
  /// Which of the lists behind the counts.
  public enum List: String, CaseIterable, Sendable {
    case units
    case decisions
    case grants
    case reviews
    case flags
    case duties

    /// What people read.
    public var word: Localized {
      switch self {
      case .units: Localized(en: "the counts by unit", sv: "antalen per enhet")
      case .decisions:
        Localized(
          en: "the events that the two judge otherwise", sv: "de händelser som bedöms olika")
      case .grants:
        Localized(
          en: "the grants with another end or interval",
          sv: "de tilldelningar som får annat slut eller intervall")
      case .reviews:
        Localized(
          en: "the reviews that fall due on another day",
          sv: "de granskningar som förfaller en annan dag")
      case .flags:
        Localized(
          en: "the flags that only one of the two raises", sv: "de flaggor som bara det ena ger")
      case .duties:
        Localized(
          en: "the duties with another last day", sv: "de uppgifter som får en annan sista dag")
      }
    }
  }

  private let replay: TrialReplay
  private let comparison: TrialComparison
  private let question: ViewQuestion

  /// - Parameters:
  ///   - replay: the log, replayed to its end.
  ///   - question: as of the end of the window.
  public init(_ replay: TrialReplay, _ comparison: TrialComparison, _ question: ViewQuestion) {
    self.replay = replay
    self.comparison = comparison
    self.question = question
  }

  /// Whether nothing at all would have been otherwise.
  public var isSame: Bool {
    replay.events.isEmpty && comparison.grants.isEmpty && comparison.reviews.isEmpty
      && comparison.flags.isEmpty && comparison.duties.isEmpty
  }

  // MARK: The columns

  private static let what = Column(key: "what", title: Localized(en: "What", sv: "Vad"))
  private static let now = Column.number("now", Localized(en: "As it was", sv: "Som det var"))
  private static let tried = Column.number(
    "proposal", Localized(en: "Under the proposal", sv: "Enligt förslaget"))
  private static let difference = Column.number(
    "difference", Localized(en: "Difference", sv: "Skillnad"))
  private static let differing = Column.number(
    "differing", Localized(en: "Told in the list", sv: "I listan"))
  private static let broken = Column.identifier(
    "broken", Localized(en: "Would have been refused by", sv: "Hade avvisats enligt"))
  private static let met = Column.identifier(
    "met", Localized(en: "No longer refused by", sv: "Avvisas inte längre enligt"))
  private static let statement = Column(
    key: "statement", title: Localized(en: "Why", sv: "Varför"))
  private static let facts = Column(key: "facts", title: Localized(en: "Facts", sv: "Fakta"))
  private static let triedEnds = Column(
    key: "proposal_ends",
    title: Localized(en: "Ends under the proposal", sv: "Slut enligt förslaget")
  )
  private static let reviewDays = Column.number(
    "review_days", Localized(en: "Reviewed every (days)", sv: "Granskas var (dagar)"))
  private static let triedReviewDays = Column.number(
    "proposal_review_days",
    Localized(en: "Under the proposal (days)", sv: "Enligt förslaget (dagar)"))
  private static let since = Column(key: "since", title: Localized(en: "Since", sv: "Sedan"))
  private static let triedDue = Column(
    key: "proposal_due",
    title: Localized(en: "Due under the proposal", sv: "Senast enligt förslaget"))
  private static let reviewed = Column(
    key: "reviewed", title: Localized(en: "Reviewed", sv: "Granskad"))
  private static let isMissed = Column(
    key: "is_missed", title: Localized(en: "Not held in time", sv: "Inte hållen i tid"))
  private static let isTriedMissed = Column(
    key: "proposal_is_missed",
    title: Localized(en: "Not in time under the proposal", sv: "Inte i tid enligt förslaget"))
  private static let rule = Column.identifier("rule", Localized(en: "Rule", sv: "Regel"))
  private static let about = Column.identifier("about", Localized(en: "About", sv: "Gäller"))
  private static let raised = Column(key: "raised", title: Localized(en: "Raised", sv: "Sätts"))
  private static let duty = Column(key: "duty", title: Localized(en: "Duty", sv: "Uppgift"))
  private static let subject = Column.identifier(
    "subject", Localized(en: "Concerns", sv: "Gäller"))

  // MARK: What they are

  public static let description = ViewDescription(
    "policy-what-if",
    title: Localized(
      en: "The past under a proposed document", sv: "Det förflutna under ett föreslaget regelverk"),
    question: Localized(
      en: "What would have been otherwise had a document been in force?",
      sv: "Vad hade blivit annorlunda om ett regelverk hade gällt?"),
    controls: [.accessGoverned, .followUp], columns: [what, now, tried, difference, differing],
    form: .events)

  public static let descriptions =
    [description] + List.allCases.map { description(of: $0) }

  private static func description(of list: List) -> ViewDescription {
    ViewDescription(
      "policy-what-if-\(list.rawValue)",
      title: Localized(
        en: "Under a proposed document: \(list.word.english)",
        sv: "Under ett föreslaget regelverk: \(list.word.swedish)"),
      question: description.question, controls: description.controls,
      columns: columns(of: list), form: .events)
  }

  private static func columns(of list: List) -> [Column] {
    switch list {
    case .units: [.unit, .unitName, what, now, tried, difference, differing]
    case .decisions:
      [
        .position, .type, .effective, .person, .name, .system, .unit, broken, met, statement, facts,
      ]
    case .grants:
      [
        .grant, .person, .name, .entitlement, .unit, .ends, triedEnds, reviewDays, triedReviewDays,
      ]
    case .reviews:
      [
        .grant, .person, .name, .entitlement, .unit, since, .due, triedDue, reviewed, isMissed,
        isTriedMissed,
      ]
    case .flags: [rule, what, about, .person, .name, .system, .unit, since, raised, facts]
    case .duties: [duty, subject, .person, .name, .system, .unit, .due, triedDue]
    }
  }

  // MARK: The answers

  /// How many of each, as it was and under the proposal.
  public func summary() -> Table {
    var table = table(
      Self.description,
      Self.measures.map { measure in
        let total = measure.counts(self).values.reduce(into: TrialCount()) { $0.add($1) }
        return [.word(code: measure.code, measure.word)] + Self.cells(total)
      })
    table.notes = notes
    return table
  }

  /// One of the lists behind the counts.
  public func list(_ list: List) -> Table {
    let rows: [[Cell]]
    switch list {
    case .units: rows = units()
    case .decisions: rows = replay.events.map(row(of:))
    case .grants: rows = comparison.grants.map(row(of:))
    case .reviews: rows = comparison.reviews.map(row(of:))
    case .flags: rows = comparison.flags.map(row(of:))
    case .duties: rows = comparison.duties.map(row(of:))
    }
    return table(Self.description(of: list), rows)
  }

  private func table(_ description: ViewDescription, _ rows: [[Cell]]) -> Table {
    Table(
      name: description.tableName, title: description.title, columns: description.columns,
      rows: rows, ifEmpty: Localized(en: "Nothing differs.", sv: "Inget skiljer."))
  }

  private var notes: [Localized] {
    let from = question.phrasing.time(replay.trial.from)
    let last = question.phrasing.time(replay.last)
    var notes = [
      Localized(
        en:
          "\(replay.trial.document.id) as if adopted from \(from); it stands until \(last), whatever was adopted later for the same place. Judged: \(replay.judgedCount) events.",
        sv:
          "\(replay.trial.document.id) som om det antagits från \(from); det står kvar till \(last), vad som än antogs senare för samma plats. Bedömda: \(replay.judgedCount) händelser."
      ),
      Localized(
        en:
          "What a rule refused was never recorded: requests that the rules turned away are not in the log and not judged here.",
        sv:
          "Det en regel avvisade registrerades aldrig: begäranden som reglerna stoppade finns inte i loggen och bedöms inte här."
      ),
    ]
    if replay.unreadNeeds > 0 {
      notes.append(
        Localized(
          en: "Needs whose texts are not at hand, and that were not judged: \(replay.unreadNeeds).",
          sv: "Behov vars texter inte finns till hands och som inte bedömts: \(replay.unreadNeeds)."
        ))
    }
    return notes
  }

  // MARK: The counts

  /// Something that is counted.
  private struct Measure: Sendable {
    var code: String
    var word: Localized
    var counts: @Sendable (PolicyWhatIf) -> [UnitID?: TrialCount]
  }

  private static let measures = [
    Measure(
      code: "decisions-against-rules",
      word: Localized(
        en: "recorded events that the rules are against",
        sv: "registrerade händelser som reglerna talar emot")
    ) { $0.replay.against },
    Measure(
      code: "grants-over",
      word: Localized(
        en: "grants that are over at the end", sv: "tilldelningar som är slut vid periodens slut")
    ) { $0.comparison.overCounts },
    Measure(
      code: "reviews-missed",
      word: Localized(
        en: "reviews of grants that fell due and were not held in time",
        sv: "granskningar av tilldelningar som förföll och inte hölls i tid")
    ) { $0.comparison.missedCounts },
    Measure(
      code: "flags",
      word: Localized(
        en: "findings of stale access at the end",
        sv: "fynd om inaktuell åtkomst vid periodens slut")
    ) { $0.comparison.flagCounts },
    Measure(
      code: "duties-late",
      word: Localized(
        en: "duties that are late at the end", sv: "uppgifter som är försenade vid periodens slut")
    ) { $0.comparison.lateCounts },
  ]

  private static func cells(_ count: TrialCount) -> [Cell] {
    [
      .integer(count.now), .integer(count.tried), .integer(count.tried - count.now),
      .integer(count.differing),
    ]
  }

  /// By unit in the order of their identifiers, those of no unit last; what is none and differs in nothing is left out.
  private func units() -> [[Cell]] {
    let counted = Self.measures.map { ($0, $0.counts(self)) }
    var units = Set(counted.flatMap { $0.1.keys })
    let hasUnplaced = units.remove(nil) != nil
    let ordered =
      units.compactMap(\.self).sorted {
        ($0.number ?? .max, "\($0)") < ($1.number ?? .max, "\($1)")
      }
      .map(Optional.some) + (hasUnplaced ? [nil] : [])
    return ordered.flatMap { unit in
      counted.compactMap { measure, counts in
        guard let count = counts[unit], count != TrialCount() else { return nil }
        return [
          .id(unit), unitName(unit), .word(code: measure.code, measure.word),
        ] + Self.cells(count)
      }
    }
  }

  // MARK: The rows

  private func row(of event: JudgedEvent) -> [Cell] {
    let told = event.broken + event.met
    let facts = told.flatMap(\.facts)
    return [
      .integer(Int(event.position)), .text("\(event.kind.name)"), .instant(event.effective),
      .id(event.person), question.nameCell(event.person), .id(event.system), .id(event.unit),
      .list(event.broken.map(\.code)), .list(event.met.map(\.code)),
      .localized(
        Localized(
          en: told.map(\.statement.english).joined(separator: " "),
          sv: told.map(\.statement.swedish).joined(separator: " "))),
      .localized(
        Localized(
          en: facts.map { "\($0.name.english): \($0.value.english)" }.joined(separator: "; "),
          sv: facts.map { "\($0.name.swedish): \($0.value.swedish)" }.joined(separator: "; "))),
    ]
  }

  private func row(of grant: TrialComparison.MovedGrant) -> [Cell] {
    [
      .id(grant.grant), .id(grant.person), question.nameCell(grant.person),
      .text("\(grant.entitlement)"), .id(grant.unit), .end(orEmpty: grant.end),
      .end(orEmpty: grant.triedEnd), .integer(orEmpty: grant.reviewDays.map { Int($0) }),
      .integer(orEmpty: grant.triedReviewDays.map { Int($0) }),
    ]
  }

  private func row(of review: TrialComparison.MovedReview) -> [Cell] {
    [
      .id(review.grant), .id(review.person), question.nameCell(review.person),
      .text("\(review.entitlement)"), .id(review.unit), .instant(review.from),
      .end(orEmpty: review.due), .end(orEmpty: review.triedDue),
      .instant(orEmpty: review.reviewed), .flag(review.isMissed), .flag(review.isTriedMissed),
    ]
  }

  private func row(of flag: TrialComparison.MovedFlag) -> [Cell] {
    let finding = flag.finding
    return [
      .text(finding.rule.title), .localized(finding.rule.word), .text(finding.about.id),
      .id(finding.person), question.nameCell(finding.person), .id(finding.system), .id(flag.unit),
      .instant(finding.since),
      flag.isTried
        ? .word(
          code: "proposal", Localized(en: "only under the proposal", sv: "bara enligt förslaget"))
        : .word(code: "now", Localized(en: "only as it was", sv: "bara som det var")),
      .localized(question.phrasing.words(of: finding.evidence)),
    ]
  }

  private func row(of moved: TrialComparison.MovedDuty) -> [Cell] {
    let duty = moved.duty
    return [
      .word(code: duty.kind.code, duty.kind.word), .text(duty.subject), .id(duty.person),
      question.nameCell(duty.person), .id(duty.system), .id(moved.unit), .end(orEmpty: moved.due),
      .end(orEmpty: moved.triedDue),
    ]
  }

  private func unitName(_ unit: UnitID?) -> Cell {
    .text(orEmpty: unit.flatMap { question.register.units[$0] }?.name(at: question.asOf).text)
  }
}

extension TrialCount {
  fileprivate mutating func add(_ other: TrialCount) {
    now += other.now
    tried += other.tried
    differing += other.differing
  }
}
