public import AuditViews
public import Diagnostics

/// What a section of a report consists of.
public enum ReportBlock: Sendable {
  case text(Localized)
  /// The figures that stand large on the page.
  case figures([KeyFigure], before: Localized)
  /// A line over time, with its table.
  case line(LineChart)
  /// Bars, with their table.
  case bars(BarChart)
  /// Who holds what where, drawn and as a table.
  case map(AccessMap)
  case table(Table)
  /// Lines to sign on.
  case signature(ReportSignature)
}

/// Who is to sign a report on paper, and for what.
public struct ReportSignature: Hashable, Sendable {
  public var statement: Localized
  /// The names of those who answer; empty where nobody holds the role.
  public var signers: [String]
  /// What the signers are.
  public var role: Localized

  public init(statement: Localized, signers: [String], role: Localized) {
    self.statement = statement
    self.signers = signers
    self.role = role
  }
}

extension ReportBlock {
  /// The same figures as tables.
  public var tables: [Table] {
    switch self {
    case .text, .signature: []
    case .figures(let figures, let before): [KeyFigure.table(figures, before: before)]
    case .line(let chart): [chart.table]
    case .bars(let chart): [chart.table]
    case .map(let map): [map.table]
    case .table(let table): [table]
    }
  }
}

extension KeyFigure {
  /// The figures as a table: for programs with part and whole in columns of their own.
  static func table(_ figures: [KeyFigure], before: Localized) -> Table {
    Table(
      name: "key_figures", title: Localized(en: "Key figures", sv: "Nyckeltal"),
      columns: [
        .hidden("figure", Localized(en: "Figure", sv: "Nyckeltal"), isIdentifier: true),
        Column(key: "name", title: Localized(en: "Figure", sv: "Nyckeltal")),
        Column(
          key: "now", title: Localized(en: "Now", sv: "Nu"), alignment: .right, audience: .people),
        Column(key: "before", title: before, alignment: .right, audience: .people),
        .hidden("count", Localized(en: "Count", sv: "Antal")),
        .hidden("of", Localized(en: "Of", sv: "Av")),
        .hidden("count_before", Localized(en: "Count before", sv: "Antal före")),
        .hidden("of_before", Localized(en: "Of before", sv: "Av före")),
        Column(key: "definition", title: Localized(en: "What is counted", sv: "Vad som räknas")),
        .identifier("command", Localized(en: "Listed by", sv: "Listas av")),
      ],
      rows: figures.map {
        [
          .text($0.code), .localized($0.name), .localized($0.now.words),
          .localized($0.before.words), .integer($0.now.part), .integer(orEmpty: $0.now.whole),
          .integer($0.before.part), .integer(orEmpty: $0.before.whole),
          .localized($0.definition), .text($0.command),
        ]
      })
  }
}

extension Amount {
  /// `1,204`, or `8 of 10 (80%)`.
  var words: Localized {
    Localized(
      en: CellText.words(of: self, in: .english), sv: CellText.words(of: self, in: .swedish))
  }
}
