public import Chronology
public import Diagnostics

/// A bound on a length of time: none, one span, or several of which the one that is over first counts.
///
/// Several come of rules at several levels whose spans cannot be compared once and for all: of one month and thirty days, the month is the
/// shorter in February and the days in July.
public struct TimeLimit: Hashable, Sendable {
  /// In the order of their text, none of them certain to be over no earlier than another; empty for no bound.
  public let spans: [TimeSpan]

  /// No bound.
  public static let none = TimeLimit([])

  /// The bound that all the spans make together.
  public init(_ spans: [TimeSpan]) {
    var kept: [TimeSpan] = []
    for span in spans where !kept.contains(where: { $0.isWithin(span) }) {
      kept.removeAll { span.isWithin($0) }
      kept.append(span)
    }
    self.spans = kept.sorted { $0.description < $1.description }
  }

  public init(_ span: TimeSpan) {
    spans = [span]
  }

  public init(_ duration: CalendarDuration) {
    spans = [.calendar(duration)]
  }

  /// Whether nothing is bounded.
  public var isNone: Bool { spans.isEmpty }

  /// Whether it is certain that whatever keeps this bound keeps the other too.
  public func isWithin(_ other: TimeLimit) -> Bool {
    other.spans.allSatisfy { bound in spans.contains { $0.isWithin(bound) } }
  }

  /// Both bounds at once.
  public func and(_ other: TimeLimit) -> TimeLimit {
    if isNone { return other }
    if other.isNone { return self }
    return TimeLimit(spans + other.spans)
  }

  /// The most whole days it can be; `nil` when nothing is bounded.
  public var daysMax: Int64? { spans.map(\.daysMax).min() }

  /// When it is over, counted from a moment; `nil` when nothing is bounded.
  public func deadline(
    after moment: Instant, in zone: TimeZoneRules, office: OfficeCalendar = OfficeCalendar()
  ) -> Instant? {
    spans.map { $0.deadline(after: moment, in: zone, office: office) }.min()
  }

  /// The latest end of a period that begins at a moment; `nil` when nothing is bounded. See `TimeSpan.latestEnd`.
  public func latestEnd(
    from moment: Instant, in zone: TimeZoneRules, office: OfficeCalendar = OfficeCalendar()
  ) -> Instant? {
    spans.map { $0.latestEnd(from: moment, in: zone, office: office) }.min()
  }

  /// The earliest moment from which it is not over yet at `moment`; `nil` when nothing is bounded.
  public func beginning(
    before moment: Instant, in zone: TimeZoneRules, office: OfficeCalendar = OfficeCalendar()
  ) -> Instant? {
    spans.map { $0.beginning(before: moment, in: zone, office: office) }.max()
  }

  /// The bound as people say it.
  public var phrase: Localized {
    guard !spans.isEmpty else { return Localized(en: "no bound", sv: "ingen gräns") }
    return Localized(
      en: spans.map(\.phrase.english).joined(separator: " or "),
      sv: spans.map(\.phrase.swedish).joined(separator: " eller "))
  }
}

extension TimeLimit: CustomStringConvertible {
  /// `none`, or the spans parted by “or”.
  public var description: String {
    spans.isEmpty ? "none" : spans.map(\.description).joined(separator: " or ")
  }
}
