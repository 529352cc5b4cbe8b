public import AuditViews
public import Diagnostics

/// Counts by kind, each parted into the same series.
public struct BarChart: Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// The stable name for programs.
    public var code: String
    public var label: Localized
    /// As many as there are series.
    public var values: [Int]

    public init(_ code: String, _ label: Localized, _ values: [Int]) {
      self.code = code
      self.label = label
      self.values = values
    }

    public var total: Int { values.reduce(0, +) }
  }

  /// What a part of each bar means.
  public struct Series: Hashable, Sendable {
    /// The stable name for programs, in `snake_case`.
    public var code: String
    public var label: Localized

    public init(_ code: String, _ label: Localized) {
      self.code = code
      self.label = label
    }
  }

  /// The stable name, in `snake_case`; unique in its report.
  public var name: String
  public var title: Localized
  /// What is counted.
  public var definition: Localized
  /// What the bars are.
  public var kind: Localized
  public var series: [Series]
  public var bars: [Bar]
  /// What to say when there is none.
  public var ifEmpty: Localized

  public init(
    name: String, title: Localized, definition: Localized, kind: Localized, series: [Series],
    bars: [Bar], ifEmpty: Localized
  ) {
    self.name = name
    self.title = title
    self.definition = definition
    self.kind = kind
    self.series = series
    self.bars = bars
    self.ifEmpty = ifEmpty
  }

  /// The same figures as a table.
  public var table: Table {
    Table(
      name: name, title: title,
      columns: [
        .hidden("code", kind, isIdentifier: true), Column(key: "what", title: kind),
      ] + series.map { .number($0.code, $0.label) } + [
        .number("total", Localized(en: "All", sv: "Alla"))
      ],
      rows: bars.map { bar in
        [.text(bar.code), .localized(bar.label)] + bar.values.map { .integer($0) } + [
          .integer(bar.total)
        ]
      }, ifEmpty: ifEmpty)
  }

  /// The chart in one sentence, for whoever hears it.
  func summary(in language: Language) -> String {
    guard !bars.isEmpty else { return ifEmpty.text(in: language) }
    return bars.map { bar in
      let parts = zip(series, bar.values).map {
        "\($0.label.text(in: language)) \($1)"
      }
      return "\(bar.label.text(in: language)): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ") + "."
  }
}
