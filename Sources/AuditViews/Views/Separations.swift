import AccessModel
import Diagnostics
import Events
import Projections

/// The rules on segregation of duties, as each stands.
public enum Separations: RegisterView {
  static let rule = Column.identifier("rule", Localized(en: "Rule", sv: "Regel"))
  static let severity = Column(key: "severity", title: Localized(en: "If broken", sv: "Vid brott"))
  static let rationale = Column(key: "rationale", title: Localized(en: "Why", sv: "Varför"))
  static let first = Column(
    key: "first", title: Localized(en: "First", sv: "Första"), isIdentifier: true)
  static let second = Column(
    key: "second", title: Localized(en: "Second", sv: "Andra"), isIdentifier: true)

  public static let description = ViewDescription(
    "separations",
    title: Localized(en: "Rules on segregation of duties", sv: "Åtskillnadsregler"),
    question: Localized(
      en: "Which rules on segregation of duties are in force?",
      sv: "Vilka åtskillnadsregler gäller?"),
    controls: [.segregation],
    columns: [rule, .kind, severity, first, second, rationale, .from, .ends], key: ["rule"],
    filters: [.system])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.register.separationRules.rows.compactMap { $0.rule(at: question.asOf) }.filter {
      question.filter.admits(anyOf: ($0.first + $0.second).map(\.system))
    }.sorted { $0.rule.comesBefore($1.rule) }.map { rule in
      [
        .id(rule.rule), .word(rule.kind), .word(rule.severity),
        .list(rule.first.map { "\($0)" }), .list(rule.second.map { "\($0)" }),
        .text(rule.rationale.text), .bound(rule.from, .start), .end(orEmpty: rule.until),
      ]
    }
  }
}
