public import AuditViews
public import Chronology
import Diagnostics
import Projections

/// What a report is asked about, and with what it is compared.
public struct ReportInquiry {
  /// What was known, the moment that the report is about, what it is limited to, and whose names are shown.
  public var question: ViewQuestion
  /// The earlier moment that figures are compared with; before the moment that the report is about.
  public var since: Instant
  public var provenance: ReportProvenance

  public init(question: ViewQuestion, since: Instant, provenance: ReportProvenance) {
    self.question = question
    self.since = since
    self.provenance = provenance
  }
}

extension ReportInquiry {
  /// The end of the same day a year before, in a zone; of 29 February, of the 28th.
  public static func yearBefore(_ moment: Instant, in zone: TimeZoneRules) -> Instant {
    let day = zone.day(of: moment)
    let before =
      Day(year: day.year - 1, month: day.month, day: day.day)
      ?? Day(year: day.year - 1, month: day.month, day: 28)
    return before.map { zone.end(of: $0).advanced(byMilliseconds: -1) } ?? .earliest
  }

  /// The same question about the moment that is compared with.
  var before: ViewQuestion {
    var question = question
    question.asOf = since
    return question
  }

  /// From the moment that is compared with to that of the report.
  var period: Range<Instant> { since..<question.asOf.advanced(byMilliseconds: 1) }

  /// The period before that, of the same length.
  var periodBefore: Range<Instant> {
    let length = period.upperBound.milliseconds - since.milliseconds
    return since.advanced(byMilliseconds: -length)..<since
  }

  var now: String { question.phrasing.time(question.asOf) }
  var then: String { question.phrasing.time(since) }

  /// What holds when, in a sentence.
  var standing: Localized {
    let known = question.knownAt.map(question.phrasing.time)
    return Localized(
      en: "As of \(now)" + (known.map { ", as known at \($0)" } ?? "") + ".",
      sv: "Per \(now)" + (known.map { ", enligt vad som var känt \($0)" } ?? "") + ".")
  }

  /// The same, with what is compared.
  var standingWithBefore: Localized {
    Localized(
      en:
        "\(standing.english) Compared with \(then), by what is known now of that moment. The period is the time between.",
      sv:
        "\(standing.swedish) Jämfört med \(then), enligt vad som nu är känt om den tidpunkten. Perioden är tiden däremellan."
    )
  }
}
