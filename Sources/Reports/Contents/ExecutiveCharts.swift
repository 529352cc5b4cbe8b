import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Events
import Policies
import Projections

/// What the executive page draws: how access came to be as it is, and how it is followed up.
struct ExecutiveCharts {
  private let counts: RegisterCounts
  private let inquiry: ReportInquiry

  /// How many moments a line shows at most.
  private static let pointsMax = 25

  init(_ counts: RegisterCounts, _ inquiry: ReportInquiry) {
    self.counts = counts
    self.inquiry = inquiry
  }

  var sections: [ReportSection] {
    [
      ReportSection(
        Localized(en: "Grants in effect over time", sv: "Gällande tilldelningar över tid"),
        [.line(grantsOverTime)]),
      ReportSection(
        Localized(en: "Reviews in time", sv: "Granskningar i tid"), [.bars(reviews)]),
      ReportSection(
        Localized(en: "Flags by rule and age", sv: "Flaggor efter regel och ålder"),
        [.bars(flags)]),
      ReportSection(
        Localized(en: "Decisions by authority", sv: "Beslut efter befogenhet"),
        [.bars(decisions)]),
      ReportSection(
        Localized(en: "Time limits of incidents", sv: "Tidsgränser för incidenter"),
        [.bars(clocks)]),
    ]
  }

  /// The last moment of each month from `since` on, and the moment of the report; thinned out evenly where they are many.
  static func moments(
    from since: Instant, to asOf: Instant, in zone: TimeZoneRules
  ) -> [Instant] {
    var moments: [Instant] = []
    let first = zone.day(of: since)
    var (year, month) = (first.year, first.month)
    while let next = Day(
      year: month == 12 ? year + 1 : year, month: month == 12 ? 1 : month + 1, day: 1)
    {
      let end = zone.instant(of: next).advanced(byMilliseconds: -1)
      guard end < asOf else { break }
      if end >= since { moments.append(end) }
      (year, month) = (next.year, next.month)
    }
    let stride = (moments.count + pointsMax - 2) / (pointsMax - 1)
    if stride > 1 {
      // Counted from the end, so that the newest months are among them.
      moments = moments.enumerated().filter { (moments.count - 1 - $0.offset) % stride == 0 }
        .map(\.element)
    }
    return moments + [asOf]
  }

  private var grantsOverTime: LineChart {
    let zone = inquiry.question.zone
    let moments = Self.moments(from: inquiry.since, to: inquiry.question.asOf, in: zone)
    let register = counts.register
    var values = [Int](repeating: 0, count: moments.count)
    for grant in register.grants.rows {
      for (index, moment) in moments.enumerated() where register.isInEffect(grant, at: moment) {
        values[index] += 1
      }
    }
    return LineChart(
      name: "grants_over_time",
      title: Localized(en: "Grants in effect over time", sv: "Gällande tilldelningar över tid"),
      definition: Localized(
        en: "Grants in effect at the end of each month, and at the moment of the report.",
        sv: "Gällande tilldelningar vid varje månads slut, och vid rapportens tidpunkt."),
      unit: Localized(en: "Grants in effect", sv: "Gällande tilldelningar"),
      points: zip(moments, values).map { moment, value in
        let day = zone.day(of: moment)
        return LineChart.Point(
          moment: moment,
          label: moment == inquiry.question.asOf
            ? day.description : String(day.description.prefix(7)), value: value)
      })
  }

  private var reviews: BarChart {
    BarChart(
      name: "reviews_in_time", title: Localized(en: "Reviews in time", sv: "Granskningar i tid"),
      definition: Localized(
        en:
          "Review campaigns whose last day is in the period, and those that run, by what they go along.",
        sv:
          "Granskningsomgångar vars sista dag ligger i perioden, och pågående, efter vad de följer."
      ),
      kind: Localized(en: "Along", sv: "Axel"),
      series: [
        .init("in_time", Localized(en: "closed in time", sv: "avslutade i tid")),
        .init("closed_late", Localized(en: "closed late", sv: "avslutade för sent")),
        .init("overdue", Localized(en: "late and open", sv: "försenade och öppna")),
        .init("running", Localized(en: "not due yet", sv: "inte förfallna")),
      ],
      bars: ReviewAxis.allCases.compactMap { axis in
        // What runs has its last day after the report.
        let found = counts.reviews(in: inquiry.since..<Instant.latest, along: axis)
        guard found.all > 0 else { return nil }
        return .init(
          "\(axis.code)", axis.word,
          [found.inTime, found.closedLate, found.overdue, found.open])
      },
      ifEmpty: Localized(
        en: "No review had its last day in the period, and none runs.",
        sv: "Ingen granskning hade sin sista dag i perioden, och ingen pågår."))
  }

  private var flags: BarChart {
    BarChart(
      name: "flags_by_age",
      title: Localized(en: "Flags by rule and age", sv: "Flaggor efter regel och ålder"),
      definition: Localized(
        en: "Open flags on stale access, by rule, and by how long it has been so.",
        sv: "Öppna flaggor om inaktuell åtkomst, efter regel och efter hur länge det har varit så."),
      kind: Localized(en: "Rule", sv: "Regel"),
      series: [
        .init("days_30", Localized(en: "up to 30 days", sv: "högst 30 dagar")),
        .init("days_90", Localized(en: "31 to 90 days", sv: "31 till 90 dagar")),
        .init("days_more", Localized(en: "more than 90 days", sv: "mer än 90 dagar")),
      ],
      bars: StaleRule.allCases.compactMap { rule in
        let ages = counts.flags.filter { $0.flag.flagged.rule == rule }.map {
          (counts.moment.milliseconds - $0.flag.flagged.since.milliseconds) / 86_400_000
        }
        guard !ages.isEmpty else { return nil }
        return .init(
          "\(rule.code)",
          Localized(
            en: "\(rule.title) \(rule.word.english)", sv: "\(rule.title) \(rule.word.swedish)"),
          [
            ages.count { $0 <= 30 }, ages.count { $0 > 30 && $0 <= 90 }, ages.count { $0 > 90 },
          ])
      },
      ifEmpty: Localized(en: "No flag is open.", sv: "Ingen flagga är öppen."))
  }

  private var decisions: BarChart {
    let found = counts.decisions(in: inquiry.period)
    return BarChart(
      name: "decisions_by_authority",
      title: Localized(en: "Decisions by authority", sv: "Beslut efter befogenhet"),
      definition: Localized(
        en: "Decisions on requests in the period, by the authority that they rest on.",
        sv: "Beslut om begäranden i perioden, efter den befogenhet de vilar på."),
      kind: Localized(en: "Authority", sv: "Befogenhet"),
      series: [
        .init("approved", Localized(en: "approved", sv: "bifall")),
        .init("denied", Localized(en: "denied", sv: "avslag")),
      ],
      bars: AuthorityKind.allCases.compactMap { authority in
        let mine = found.filter { $0.authority == authority }
        guard !mine.isEmpty else { return nil }
        return .init(
          "\(authority.code)", authority.word,
          [mine.count(where: \.isApproval), mine.count { !$0.isApproval }])
      },
      ifEmpty: Localized(
        en: "Nothing was decided in the period.", sv: "Inget beslutades i perioden."))
  }

  private var clocks: BarChart {
    let counted = counts.clocks.filter { clock in
      clock.state == .running
        || clock.deadline.map { inquiry.period.contains($0.due) } ?? false
    }
    let regimes = Set(counted.map(\.regime)).sorted { "\($0)" < "\($1)" }
    return BarChart(
      name: "incident_clocks",
      title: Localized(en: "Time limits of incidents", sv: "Tidsgränser för incidenter"),
      definition: Localized(
        en: "Time limits that ended in the period, and those that run, by the rules that set them.",
        sv: "Tidsgränser som gick ut i perioden, och de som löper, efter reglerna som satt dem."),
      kind: Localized(en: "Rules", sv: "Regelverk"),
      series: [
        .init("met", IncidentClock.State.met.word),
        .init("met_late", IncidentClock.State.metLate.word),
        .init("late", IncidentClock.State.late.word),
        .init("running", IncidentClock.State.running.word),
      ],
      bars: regimes.map { regime in
        let mine = counted.filter { $0.regime == regime }
        return .init(
          "\(regime)", Localized(verbatim: "\(regime)"),
          [IncidentClock.State.met, .metLate, .late, .running].map { state in
            mine.count { $0.state == state }
          })
      }.filter { $0.total > 0 },
      ifEmpty: Localized(
        en: "No time limit ended in the period, and none runs.",
        sv: "Ingen tidsgräns gick ut i perioden, och ingen löper."))
  }
}
