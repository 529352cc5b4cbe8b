public import AuditViews
public import Chronology
public import Diagnostics

/// A number over time: moments in their order, each with its value.
public struct LineChart: Sendable {
  /// One moment.
  public struct Point: Hashable, Sendable {
    public var moment: Instant
    /// What stands below it, as short as it can be.
    public var label: String
    public var value: Int

    public init(moment: Instant, label: String, value: Int) {
      self.moment = moment
      self.label = label
      self.value = value
    }
  }

  /// The stable name, in `snake_case`; unique in its report.
  public var name: String
  public var title: Localized
  /// What is counted at each moment.
  public var definition: Localized
  public var unit: Localized
  public var points: [Point]

  public init(
    name: String, title: Localized, definition: Localized, unit: Localized, points: [Point]
  ) {
    self.name = name
    self.title = title
    self.definition = definition
    self.unit = unit
    self.points = points
  }

  /// The same figures as a table.
  public var table: Table {
    Table(
      name: name, title: title,
      columns: [
        Column(key: "moment", title: Localized(en: "At the end of", sv: "Vid utgången av")),
        .number("count", unit),
      ],
      rows: points.map {
        [.bound($0.moment.advanced(byMilliseconds: 1), .end), .integer($0.value)]
      }
    )
  }

  /// The chart in one sentence, for whoever hears it.
  var summary: Localized {
    guard let first = points.first, let last = points.last else {
      return Localized(en: "No moments.", sv: "Inga tidpunkter.")
    }
    let least = points.map(\.value).min() ?? 0
    let most = points.map(\.value).max() ?? 0
    return Localized(
      en:
        "From \(first.value) in \(first.label) to \(last.value) in \(last.label); at least \(least), at most \(most).",
      sv:
        "Från \(first.value) i \(first.label) till \(last.value) i \(last.label); som minst \(least), som mest \(most)."
    )
  }
}
