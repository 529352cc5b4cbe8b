import AuditViews
import Diagnostics

/// A requirement from outside, what the register counts as evidence of it, and what speaks against.
struct Demand {
  /// Something that is counted, and the command that lists it.
  struct Evidence {
    var what: Localized
    var amount: Amount
    var command: String

    init(_ what: Localized, _ amount: Amount, _ command: String) {
      self.what = what
      self.amount = amount
      self.command = command
    }
  }

  /// What is not as it is asked for, one by one.
  struct Exceptions {
    var what: Localized
    var subjects: [String]
    var command: String

    init(_ what: Localized, _ subjects: [String], _ command: String) {
      self.what = what
      self.subjects = subjects
      self.command = command
    }
  }

  var control: Control
  /// A word on how the register answers it, where the figures alone do not tell.
  var remark: Localized?
  /// The codes of the rules that hold it, for `liggare explain`.
  var rules: [String]
  var evidence: [Evidence]
  var exceptions: [Exceptions]

  /// How many things are named one by one; the others are counted.
  static let shownMax = 10

  init(
    _ control: Control, rules: [String] = [], remark: Localized? = nil, _ evidence: [Evidence],
    _ exceptions: [Exceptions]
  ) {
    self.control = control
    self.rules = rules
    self.remark = remark
    self.evidence = evidence
    self.exceptions = exceptions
  }
}

extension Demand {
  /// The demand as a section of a report.
  ///
  /// - Parameter name: what its tables are called for programs: `guideline_1`.
  func section(_ name: String) -> ReportSection {
    let heading = Localized(
      en: "\(control.clause.english): \(control.substance.english)",
      sv: "\(control.clause.swedish): \(control.substance.swedish)")
    var blocks: [ReportBlock] = []
    if let remark { blocks.append(.text(remark)) }
    blocks.append(.table(evidenceTable(name, heading)))
    if !exceptions.isEmpty { blocks.append(.table(exceptionTable(name, heading))) }
    if !rules.isEmpty {
      let told = rules.joined(separator: ", ")
      blocks.append(
        .text(
          Localized(
            en: "Held by the rules \(told) (liggare explain \(rules[0])).",
            sv: "Upprätthålls av reglerna \(told) (liggare explain \(rules[0])).")))
    }
    return ReportSection(heading, isInner: true, blocks)
  }

  private func evidenceTable(_ name: String, _ heading: Localized) -> Table {
    Table(
      name: "\(name)_evidence",
      title: Localized(
        en: "\(control.clause.english): what is counted",
        sv: "\(control.clause.swedish): det som räknas"),
      columns: [
        Column(key: "what", title: Localized(en: "Evidence", sv: "Belägg")),
        Column(
          key: "counted", title: Localized(en: "Counted", sv: "Antal"), alignment: .right,
          audience: .people),
        .hidden("count", Localized(en: "Count", sv: "Antal")),
        .hidden("of", Localized(en: "Of", sv: "Av")),
        .identifier("command", Localized(en: "Listed by", sv: "Listas av")),
      ],
      rows: evidence.map {
        [
          .localized($0.what), .localized($0.amount.words), .integer($0.amount.part),
          .integer(orEmpty: $0.amount.whole), .text($0.command),
        ]
      })
  }

  private func exceptionTable(_ name: String, _ heading: Localized) -> Table {
    Table(
      name: "\(name)_exceptions",
      title: Localized(
        en: "\(control.clause.english): what speaks against",
        sv: "\(control.clause.swedish): det som talar emot"),
      columns: [
        Column(key: "what", title: Localized(en: "Exception", sv: "Avvikelse")),
        .number("count", Localized(en: "Count", sv: "Antal")),
        Column(key: "subjects", title: Localized(en: "Which", sv: "Vilka")),
        .identifier("command", Localized(en: "All of them", sv: "Alla")),
      ],
      rows: exceptions.map {
        [
          .localized($0.what), .integer($0.subjects.count), Self.named($0.subjects),
          .text($0.command),
        ]
      })
  }

  /// The first of them, and how many more.
  private static func named(_ subjects: [String]) -> Cell {
    guard !subjects.isEmpty else { return .empty }
    let shown = subjects.prefix(shownMax).joined(separator: ", ")
    let left = subjects.count - shownMax
    guard left > 0 else { return .text(shown) }
    return .localized(
      Localized(en: "\(shown) and \(left) more", sv: "\(shown) och \(left) till"))
  }
}
