import AccessModel
public import Chronology
public import Diagnostics
public import EventSourcing
public import Events
public import Policies
public import Projections

/// An event that the rules would not have allowed, and one reason why.
public struct RuleFinding: Hashable, Sendable {
  public var position: UInt64
  /// The type of the event.
  public var kind: EventKind
  /// The rule, what it has against the event, and the facts.
  public var violation: Diagnostic

  public init(position: UInt64, kind: EventKind, violation: Diagnostic) {
    self.position = position
    self.kind = kind
    self.violation = violation
  }
}

/// The events that the rules would not have allowed, gathered while the log is replayed.
///
/// Each event is judged against the register as it was before it, by the same judgement that refuses a command.
public struct RuleFindings: Sendable {
  private static let code = Column.identifier("code", Localized(en: "Rule", sv: "Regel"))
  private static let statement = Column(
    key: "statement", title: Localized(en: "What is wrong", sv: "Vad som är fel"))
  private static let facts = Column(key: "facts", title: Localized(en: "Facts", sv: "Fakta"))
  private static let first = Column.number(
    "first_position", Localized(en: "First at", sv: "Först på plats"))
  private static let last = Column.number(
    "last_position", Localized(en: "Last at", sv: "Sist på plats"))

  public static let description = ViewDescription(
    "rule-findings",
    title: Localized(
      en: "Events the rules would not have allowed", sv: "Händelser som reglerna inte hade tillåtit"
    ),
    question: Localized(
      en: "Which recorded events break the rules, and how?",
      sv: "Vilka registrerade händelser bryter mot reglerna, och hur?"),
    controls: [.accessGoverned, .segregation, .followUp],
    columns: [.position, .type, code, statement, facts],
    filters: [.position, .type], form: .events)

  public static let summaryDescription = ViewDescription(
    "rule-findings-summary",
    title: Localized(en: "Broken rules by number", sv: "Regelbrott efter antal"),
    question: Localized(
      en: "How often is each rule broken?", sv: "Hur ofta bryts varje regel?"),
    controls: [.accessGoverned, .segregation, .followUp],
    columns: [code, .count, statement, first, last], form: .events)

  /// What was found, in the order of the log.
  public private(set) var findings: [RuleFinding]

  public init(_ findings: [RuleFinding] = []) {
    self.findings = findings
  }

  /// Judges an event.
  ///
  /// - Parameters:
  ///   - register: the register before the event is folded into it.
  ///   - policy: the rules that hold where no document is adopted.
  ///   - zone: the ledger's, in which days and months are counted.
  public mutating func examine(
    _ recorded: borrowing Recorded<AccessEvent>, before register: Register,
    under policy: AccessPolicy, in zone: TimeZoneRules = .utc
  ) {
    let proposal = Proposal(recorded, zone: zone)
    for violation in register.violations(of: proposal, under: policy) {
      findings.append(
        RuleFinding(
          position: recorded.position, kind: type(of: proposal.event.payload).kind,
          violation: violation))
    }
  }

  /// What there is to say when no rule is broken.
  private static let nothing = Localized(
    en: "The rules would have allowed every event", sv: "Reglerna hade tillåtit varje händelse")

  /// Every finding.
  ///
  /// - Parameter question: the moment of knowledge, up to which events were examined.
  public func table(_ question: ViewQuestion) -> Table {
    Table(
      name: Self.description.tableName, title: Self.description.historyTitle(for: question),
      columns: Self.description.columns,
      rows: findings.map { finding in
        let facts = finding.violation.facts
        return [
          .integer(Int(finding.position)), .text("\(finding.kind.name)"),
          .text(finding.violation.code), .localized(finding.violation.statement),
          .localized(
            Localized(
              en: facts.map { "\($0.name.english): \($0.value.english)" }.joined(separator: "; "),
              sv: facts.map { "\($0.name.swedish): \($0.value.swedish)" }.joined(separator: "; "))),
        ]
      }, ifEmpty: Self.nothing)
  }

  /// How often each rule is broken: the most often first, and of equals by code.
  public func summary(_ question: ViewQuestion) -> Table {
    var groups: [String: [RuleFinding]] = [:]
    for finding in findings { groups[finding.violation.code, default: []].append(finding) }
    let ordered = groups.sorted { one, other in
      one.value.count == other.value.count
        ? one.key < other.key : one.value.count > other.value.count
    }
    return Table(
      name: Self.summaryDescription.tableName,
      title: Self.summaryDescription.historyTitle(for: question),
      columns: Self.summaryDescription.columns,
      rows: ordered.compactMap { code, found in
        guard let first = found.first, let last = found.last else { return nil }
        return [
          .text(code), .integer(found.count), .localized(first.violation.statement),
          .integer(Int(first.position)), .integer(Int(last.position)),
        ]
      }, ifEmpty: Self.nothing)
  }
}
