import AccessModel
public import Chronology
import Diagnostics
public import Projections

/// Who could reach systems or entitlements in a window of time, through which grant, and what was known of it then.
public enum Exposure {
  private static let basis = Column(key: "basis", title: Localized(en: "How", sv: "Hur"))
  private static let power = Column(key: "power", title: Localized(en: "Kind", sv: "Slag"))
  private static let until = Column(key: "until", title: Localized(en: "Until", sv: "Till"))
  private static let reviewed = Column(
    key: "last_reviewed", title: Localized(en: "Last reviewed", sv: "Senast granskad"))
  private static let used = Column(
    key: "used", title: Localized(en: "Used then", sv: "Använt då"))
  private static let known = Column(
    key: "known_then", title: Localized(en: "Known then", sv: "Känt då"))

  public static let description = ViewDescription(
    "exposure",
    title: Localized(en: "Who could reach", sv: "Vilka som kunde nå"),
    question: Localized(
      en:
        "Who could reach systems or entitlements in a window of time, through which grant, decided by whom, and was it known then?",
      sv:
        "Vilka kunde nå system eller behörigheter under ett tidsfönster, genom vilken tilldelning, beslutad av vem, och var det känt då?"
    ),
    controls: [.accessRights, .privileged, .authorisedUsers, .incidentResponse],
    columns: [
      .person, .name, power, .system, .entitlement, basis, .grant, .from, until, .decidedBy,
      .decidedByName, reviewed, .account, .accountName, used, known,
    ], form: .answer,
    remark: Localized(
      en:
        "Each row is one way for one time: a suspension in the window makes two rows. Emergency access comes first, then power over a system.",
      sv:
        "Varje rad är ett sätt under en tid: en spärr under tidsfönstret ger två rader. Nödåtkomst kommer först, sedan makt över ett system."
    ))

  /// - Parameter now: what `question.register` says is asked.
  /// - Parameter then: the register as it was known at `question.then`; `nil` to leave out what was known then.
  public static func table(
    _ asked: ExposureQuestion, _ question: ViewQuestion, now: [Reach], then: Register?,
    thenAt: Instant
  ) -> Table {
    let comparison = ExposureComparison(now: now, then: then?.exposure(asked) ?? now)
    var table = Table(
      name: description.tableName, title: title(asked, question), columns: description.columns,
      ifEmpty: Localized(
        en: "Nobody could reach it then, as far as is known.",
        sv: "Ingen kunde nå det då, så vitt känt."))
    for row in comparison.rows {
      // Of what was believed and is not so, only the old register tells.
      var seen = question
      if row.knowledge == .believed, let then { seen.register = then }
      table.append(cells(row, asked, seen, isCompared: then != nil))
    }
    table.notes = notes(comparison, question, isCompared: then != nil, thenAt: thenAt)
    return table
  }

  private static func title(_ asked: ExposureQuestion, _ question: ViewQuestion) -> Localized {
    let targets =
      (asked.systems.sorted().map { id in
        "\(id)" + (question.register.systems[id].map { " \($0.name)" } ?? "")
      } + asked.entitlements.sorted().map { "\($0)" }).joined(separator: ", ")
    let window = question.phrasing.period(
      from: asked.window.lowerBound, until: asked.window.upperBound)
    let plain = description.historyTitle(for: question)
    return Localized(
      en: "\(plain.english): \(targets), \(window.english)",
      sv: "\(plain.swedish): \(targets), \(window.swedish)")
  }

  private static func notes(
    _ comparison: ExposureComparison, _ question: ViewQuestion, isCompared: Bool, thenAt: Instant
  ) -> [Localized] {
    let reaches = comparison.rows.filter { $0.knowledge != .believed }.map(\.reach)
    let persons = Set(reaches.compactMap(\.person)).count
    let power = Set(reaches.filter(\.isPrivileged).compactMap(\.person)).count
    let emergency = Set(reaches.filter(\.isEmergency).compactMap(\.person)).count
    let accounts = reaches.count { $0.basis == .account }
    let left = reaches.count { $0.basis == .notRemoved }
    var notes = [
      Localized(
        en:
          "Persons: \(persons), with power over the system \(power), by emergency access \(emergency). Accounts without a grant: \(accounts). Over and not removed: \(left).",
        sv:
          "Personer: \(persons), med makt över systemet \(power), genom nödåtkomst \(emergency). Konton utan tilldelning: \(accounts). Upphörda och inte borttagna: \(left)."
      )
    ]
    guard isCompared else { return notes }
    let moment = question.phrasing.time(thenAt)
    notes.append(
      Localized(
        en:
          "Beside what was known at \(moment): the same \(comparison.count(.same)), for another time \(comparison.count(.otherwise)), learnt since \(comparison.count(.since)), believed then and not so \(comparison.count(.believed)).",
        sv:
          "Jämfört med vad som var känt \(moment): samma \(comparison.count(.same)), för en annan tid \(comparison.count(.otherwise)), känt sedan dess \(comparison.count(.since)), troddes då men var inte så \(comparison.count(.believed))."
      ))
    return notes
  }

  private static func cells(
    _ row: ExposureComparison.Row, _ asked: ExposureQuestion, _ question: ViewQuestion,
    isCompared: Bool
  ) -> [Cell] {
    let reach = row.reach
    let grant = reach.grant.flatMap { question.register.grants[$0] }
    let decider = grant.flatMap {
      question.decision(of: $0, by: $0.standing(at: reach.from))?.decider
    }
    return [
      .id(reach.person), question.nameCell(reach.person), powerCell(reach), .id(reach.system),
      .id(reach.entitlement?.name), .word(code: reach.basis.code, word(of: reach)),
      .id(reach.grant), .bound(reach.from, .start), .bound(reach.until, .end), .id(decider),
      question.nameCell(decider),
      .instant(orEmpty: grant?.confirmed.filter { $0 <= question.asOf }.max()),
      .id(reach.account), .text(orEmpty: reach.account.flatMap(question.accountNames)),
      usedCell(reach, grant, question), isCompared ? word(of: row.knowledge) : .empty,
    ]
  }

  private static func powerCell(_ reach: Reach) -> Cell {
    reach.isEmergency
      ? .word(code: "emergency", Localized(en: "emergency", sv: "nödåtkomst"))
      : .word(reach.isPrivileged ? Privilege.privileged : .ordinary)
  }

  private static func word(of reach: Reach) -> Localized {
    let word =
      switch reach.basis {
      case .inEffect: Localized(en: "in effect", sv: "gällande")
      case .suspended: Localized(en: "suspended", sv: "spärrad")
      case .scheduled: Localized(en: "carried out early", sv: "verkställd i förväg")
      case .undecided: Localized(en: "undecided", sv: "inte beslutad")
      case .notRemoved: Localized(en: "over, not removed", sv: "upphörd, inte borttagen")
      case .account: Localized(en: "account without grant", sv: "konto utan tilldelning")
      }
    guard reach.isShared else { return word }
    return Localized(
      en: "\(word.english), shared account", sv: "\(word.swedish), delat konto")
  }

  /// Whether the account is known to have been used, or not to have been, in the part of the window.
  private static func usedCell(_ reach: Reach, _ grant: GrantRow?, _ question: ViewQuestion) -> Cell
  {
    let usage =
      if let grant {
        question.register.usage(of: grant, at: question.asOf)
      } else {
        reach.account.flatMap { question.register.accounts[$0]?.usage(at: question.asOf) }
      }
    guard let usage else { return .word(code: "unknown", Localized(en: "unknown", sv: "okänt")) }
    if let last = usage.last, reach.from <= last, last < reach.until {
      return .word(code: "yes", Localized(en: "yes", sv: "ja"))
    }
    if usage.quietSince <= reach.from, reach.until <= usage.knownUntil {
      return .word(code: "no", Localized(en: "no", sv: "nej"))
    }
    return .word(code: "unknown", Localized(en: "unknown", sv: "okänt"))
  }

  private static func word(of knowledge: ReachKnowledge) -> Cell {
    switch knowledge {
    case .same: .word(code: "same", Localized(en: "yes", sv: "ja"))
    case .otherwise:
      .word(code: "otherwise", Localized(en: "for another time", sv: "för en annan tid"))
    case .since: .word(code: "since", Localized(en: "no, learnt since", sv: "nej, känt sedan dess"))
    case .believed:
      .word(code: "believed", Localized(en: "believed, not so", sv: "troddes, inte så"))
    }
  }
}
