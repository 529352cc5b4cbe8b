import Chronology
import Diagnostics
import Projections

/// What all answers on service levels say of a group of cases.
enum ServiceLevelColumns {
  /// After what says which group it is.
  static let all: [Column] = [
    ServiceLevelCases.measure, ServiceLevelCases.part,
    .number("cases", Localized(en: "Cases", sv: "Ärenden")),
    .number("done", Localized(en: "Done", sv: "Klara")),
    .number("median_hours", Localized(en: "Median, h", sv: "Median, tim")),
    .number("ninetieth_hours", Localized(en: "90%, h", sv: "90 %, tim")),
    .number("ninety_fifth_hours", Localized(en: "95%, h", sv: "95 %, tim")),
    .number("longest_hours", Localized(en: "Longest, h", sv: "Längst, tim")),
    .number("target_shortest_hours", Localized(en: "Target, h", sv: "Mål, tim")),
    .number("target_longest_hours", Localized(en: "to, h", sv: "till, tim")),
    .number("breaches", Localized(en: "Breaches", sv: "Överskridanden")),
    .number("done_late", Localized(en: "Done late", sv: "Sent klara")),
    .number("open", Localized(en: "Open", sv: "Öppna")),
    .number("open_late", Localized(en: "Open, late", sv: "Öppna, sena")),
    .number("longest_open_hours", Localized(en: "Oldest open, h", sv: "Äldsta öppna, tim")),
    .number("dropped", Localized(en: "Over, not done", sv: "Avslutade utan åtgärd")),
    .number("dropped_late", Localized(en: "of them late", sv: "varav sena")),
    .number("waiting", Localized(en: "Not begun", sv: "Ej började")),
    .number("unknown", Localized(en: "Unknown", sv: "Okända")),
  ]

  static let remark = Localized(
    en:
      "Median and percentiles are of what is done, by nearest rank: of n lengths in ascending order, the one at rank p/100 · n rounded up, so it is always a length that occurred. Open, dropped and unbegun cases, and those done of which nobody knows when they were asked for, are counted apart: cases are done, unknown, open, dropped and waiting together. The target is what the rules allowed: the shortest and the longest time that any case had. --from and --until take what began then.",
    sv:
      "Median och percentiler gäller det som är klart, enligt närmaste rang: av n tider i stigande ordning den på plats p/100 · n, avrundat uppåt, alltså alltid en tid som förekommit. Öppna, avslutade utan åtgärd och ej började ärenden räknas för sig, liksom de klara där ingen vet när de begärdes: ärenden är klara, okända, öppna, avslutade utan åtgärd och ej började tillsammans. Målet är vad reglerna tillät: den kortaste och den längsta tid som något ärende hade. --from och --until tar med det som började då."
  )

  static func cells(
    _ measure: ServiceLevelMeasure, _ part: String?, _ level: ServiceLevel
  ) -> [Cell] {
    [
      .word(code: measure.code, measure.word), .text(orEmpty: part), .integer(level.cases),
      .integer(level.measured), .hours(level.median), .hours(level.ninetieth),
      .hours(level.ninetyFifth), .hours(level.longest), .hours(level.allowed?.lowerBound),
      .hours(level.allowed?.upperBound), .integer(level.breaches), .integer(level.doneLate),
      .integer(level.open), .integer(level.openLate), .hours(level.longestOpen),
      .integer(level.dropped), .integer(level.droppedLate), .integer(level.waiting),
      .integer(level.unknown),
    ]
  }

  /// A row of each measure that has cases, and of each clock of incidents; in the order of the measures, then by clock.
  static func rows(of cases: [ServiceLevelCase], at moment: Instant) -> [[Cell]] {
    let byMeasure = Dictionary(grouping: cases, by: \.measure)
    return ServiceLevelMeasure.allCases.flatMap { measure -> [[Cell]] in
      let byPart = Dictionary(grouping: byMeasure[measure] ?? [], by: { $0.part ?? "" })
      return byPart.sorted { $0.key < $1.key }.map { part, cases in
        cells(measure, part.isEmpty ? nil : part, ServiceLevel(of: cases, at: moment))
      }
    }
  }
}
