import AccessModel
import Diagnostics
import Events
public import Projections

/// One rule on segregation of duties: all its versions, the exceptions from it and who breaks it.
public enum SeparationCard {
  public static let description = ViewDescription(
    "separation",
    title: SeparationRuleSubject.capitalised,
    question: Localized(
      en: "What does a rule on segregation of duties say, and who is excepted from it?",
      sv: "Vad säger en åtskillnadsregel, och vem är undantagen?"),
    controls: [.segregation], form: .card)

  public static func card(_ row: SeparationRuleRow, _ question: ViewQuestion) -> Card {
    let present = row.rule(at: question.asOf)
    return Card(
      name: "separation",
      title: Localized(en: "Rule \(row.id)", sv: "Regel \(row.id)"),
      fields: [
        .init(Separations.rule, .id(row.id)),
        .init("in_force", Localized(en: "In force", sv: "Gäller"), .flag(present != nil)),
      ],
      sections: [versions(row), exceptions(row, question), breaches(row, question)])
  }

  private static func versions(_ row: SeparationRuleRow) -> Table {
    Table(
      name: "versions", title: Localized(en: "Versions", sv: "Versioner"),
      columns: [
        .kind, Separations.severity, Separations.first, Separations.second,
        Separations.rationale, .from, .ends, .position,
      ],
      rows: row.versions.map { version in
        let rule = version.rule
        return [
          .word(rule.kind), .word(rule.severity), .list(rule.first.map { "\($0)" }),
          .list(rule.second.map { "\($0)" }), .text(rule.rationale.text),
          .bound(rule.from, .start), .end(orEmpty: rule.until),
          .integer(Int(clamping: version.fact.position)),
        ]
      })
  }

  private static func exceptions(_ row: SeparationRuleRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "exceptions", title: Localized(en: "Exceptions", sv: "Undantag"),
      columns: [
        .identifier("exception", Localized(en: "Exception", sv: "Undantag")), .person, .name,
        Column(
          key: "control",
          title: Localized(en: "Control that compensates", sv: "Kompenserande kontroll")),
        .decidedBy, .from, .ends,
      ],
      rows: question.register.separationExceptions.rows.filter {
        $0.exception.rule == row.id && $0.fact.effective <= question.asOf
      }.map { row in
        let exception = row.exception
        return [
          .id(exception.exception), .id(exception.person),
          .text(orEmpty: question.names(exception.person)),
          question.texts(exception.control).cell, .id(exception.decider),
          .bound(exception.from, .start), .bound(exception.until, .end),
        ]
      })
  }

  private static func breaches(_ row: SeparationRuleRow, _ question: ViewQuestion) -> Table {
    var inner = question
    inner.filter = ViewFilter()
    let all = SeparationConflicts.answer(inner)
    return Table(
      name: "breaches", title: Localized(en: "Broken by", sv: "Bryts av"), columns: all.columns,
      rows: all.rows.filter { $0.first == .id(row.id) })
  }
}
