public import Diagnostics

/// What became another in an answer: the rows that came, those that went, and those that say something else of the same thing.
public struct TableDifference: Hashable, Sendable {
  /// How a row of the difference stands to the two answers.
  public enum Change: Hashable, Sendable, CaseIterable {
    /// It was there and is not.
    case gone
    /// It was so, and what it is about is told otherwise by the next row.
    case before
    /// It is so now.
    case after
    /// It was not there.
    case new

    public var code: String {
      switch self {
      case .gone: "gone"
      case .before: "before"
      case .after: "after"
      case .new: "new"
      }
    }

    public var word: Localized {
      switch self {
      case .gone: Localized(en: "gone", sv: "borta")
      case .before: Localized(en: "before", sv: "före")
      case .after: Localized(en: "after", sv: "efter")
      case .new: Localized(en: "new", sv: "ny")
      }
    }
  }

  /// A row with how it stands to the two answers.
  public struct Row: Hashable, Sendable {
    public var change: Change
    public var cells: [Cell]
  }

  /// What went, then what is told otherwise, each before and after, then what came; each in the order of its own answer.
  public private(set) var rows: [Row] = []
  /// How many rows are the same in both.
  public private(set) var sameCount = 0

  /// Columns that count the time to or from the moment of the answer, which alone is no change.
  private static let counting: Set<String> = ["days", "left"]

  /// Compares two answers of one view.
  ///
  /// - Parameter key: the keys of the columns that tell what a row is about.
  public init(_ columns: [Column], from old: [[Cell]], to new: [[Cell]], key: [String]) {
    let compared = columns.indices.filter { !Self.counting.contains(columns[$0].key) }
    let identifying = columns.indices.filter { key.contains(columns[$0].key) }
    func facts(_ row: [Cell]) -> [Cell] { compared.map { row[$0] } }
    func subject(_ row: [Cell]) -> [Cell] { identifying.map { row[$0] } }
    var unmatched: [[Cell]: Int] = [:]
    for row in new { unmatched[facts(row), default: 0] += 1 }
    let gone = old.filter { row in
      guard let count = unmatched[facts(row)], count > 0 else { return true }
      unmatched[facts(row)] = count - 1
      sameCount += 1
      return false
    }
    var came: [[Cell]] = []
    // Of rows that say the same the last ones are those that came.
    for row in new.reversed() {
      guard let count = unmatched[facts(row)], count > 0 else { continue }
      unmatched[facts(row)] = count - 1
      came.append(row)
    }
    came.reverse()
    let before = Dictionary(grouping: gone, by: subject)
    let after = Dictionary(grouping: came, by: subject)
    // Of several rows about one thing it is not known which became which.
    func isPaired(_ row: [Cell]) -> Bool {
      !identifying.isEmpty && before[subject(row)]?.count == 1 && after[subject(row)]?.count == 1
    }
    rows += gone.filter { !isPaired($0) }.map { Row(change: .gone, cells: $0) }
    for row in came where isPaired(row) {
      if let past = before[subject(row)]?.first { rows.append(Row(change: .before, cells: past)) }
      rows.append(Row(change: .after, cells: row))
    }
    rows += came.filter { !isPaired($0) }.map { Row(change: .new, cells: $0) }
  }

  public func count(_ change: Change) -> Int { rows.count { $0.change == change } }
}

extension TableDifference {
  static let change = Column(key: "change", title: Localized(en: "Change", sv: "Ändring"))

  /// The difference between two answers of one view as a table: how each row stands, and what it says.
  public static func table(
    _ view: any RegisterView.Type, from old: ViewQuestion, to new: ViewQuestion
  ) -> Table {
    let description = view.description
    let difference = TableDifference(
      description.columns, from: view.rows(old), to: view.rows(new), key: description.key)
    let past = description.title(for: old)
    var table = Table(
      name: "\(description.tableName)_difference",
      title: Localized(
        en: "What changed: \(past.english) → \(moments(old, new).english)",
        sv: "Vad som ändrats: \(past.swedish) → \(moments(old, new).swedish)"),
      columns: [change] + description.columns,
      ifEmpty: Localized(
        en: "Nothing changed: \(difference.sameCount) the same.",
        sv: "Inget har ändrats: \(difference.sameCount) lika."))
    for row in difference.rows {
      table.append([.word(code: row.change.code, row.change.word)] + row.cells)
    }
    guard !difference.rows.isEmpty else { return table }
    table.notes = [
      Localized(
        en:
          "New: \(difference.count(.new)). Gone: \(difference.count(.gone)). Otherwise: \(difference.count(.after)). The same: \(difference.sameCount).",
        sv:
          "Nya: \(difference.count(.new)). Borta: \(difference.count(.gone)). Ändrade: \(difference.count(.after)). Lika: \(difference.sameCount)."
      )
    ]
    return table
  }

  /// The later moment, by whichever clock differs.
  private static func moments(_ old: ViewQuestion, _ new: ViewQuestion) -> Localized {
    let asOf = new.phrasing.time(new.asOf)
    guard old.knownAt != new.knownAt else { return Localized(verbatim: asOf) }
    guard let knownAt = new.knownAt else {
      return Localized(en: "\(asOf), as known now", sv: "\(asOf), enligt vad som är känt nu")
    }
    let known = new.phrasing.time(knownAt)
    return Localized(
      en: "\(asOf), as known at \(known)", sv: "\(asOf), enligt vad som var känt \(known)")
  }
}
