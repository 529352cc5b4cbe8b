import AccessModel
import Diagnostics
import Events
import Projections

/// The risk analyses of systems, and what each asks for beyond the rules.
public enum Analyses: RegisterView {
  public static let description = ViewDescription(
    "analyses",
    title: Localized(en: "Risk analyses", sv: "Riskanalyser"),
    question: Localized(
      en: "Which risk analyses have been made, and what do they ask for?",
      sv: "Vilka riskanalyser är gjorda, och vad kräver de?"),
    controls: [.classification, .accessGoverned],
    columns: [
      .identifier("analysis", AnalysisSubject.capitalised), .system, .kind,
      Column(key: "conducted", title: Localized(en: "Made", sv: "Gjord")),
      Column(key: "method", title: Localized(en: "Method", sv: "Metod")),
      Column(key: "reference", title: Localized(en: "Kept at", sv: "Finns i")),
      .number("residual", Localized(en: "Risk left", sv: "Kvarstående risk")),
      .number("validity_days_max", Localized(en: "Longest, days", sv: "Längst, dagar")),
      .number("review_days_max", Localized(en: "Review, days", sv: "Granskning, dagar")),
      Column(key: "two_persons", title: Localized(en: "Two persons", sv: "Två personer")),
      Column(key: "counts", title: Localized(en: "Counts", sv: "Gäller")),
    ], key: ["analysis"],
    filters: [.system])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.systems.rows.filter { question.filter.admits($0.id) }
      .sorted { $0.id.comesBefore($1.id) }
      .flatMap { system -> [[Cell]] in
        let present = system.presentAnalyses(at: question.asOf)
        return system.analyses.filter { $0.fact.effective <= question.asOf }.map(\.analysis).map {
          row in
          [
            .id(row.analysis), .id(row.system), .word(row.kind), .instant(row.conducted),
            .text(row.method.text), .text(row.reference.text),
            .integer(Int(clamping: row.residual)),
            .integer(orEmpty: row.validityDaysMax.map { Int($0) }),
            .integer(orEmpty: row.reviewDaysMax.map { Int($0) }),
            row.twoPersons.map { .word($0) } ?? .empty, .flag(present.contains(row)),
          ]
        }
      }
  }
}
