import AccessModel
import Chronology
import Diagnostics
import Events
public import Projections

/// One flag: what was found, what it rests on, who has to answer, and all that was said of it.
public enum FlagCard {
  public static let description = ViewDescription(
    "flag",
    title: FlagSubject.capitalised,
    question: Localized(
      en: "What was found stale or risky, on which facts, and what has been said of it?",
      sv: "Vad befanns inaktuellt eller riskabelt, på vilka fakta, och vad har sagts om det?"),
    controls: [.followUp, .accessRights], form: .card)

  public static func card(_ row: FlagRow, _ question: ViewQuestion) -> Card {
    let flagged = row.flagged
    let code = StaleCatalogue.code(of: flagged.rule)
    let standing = row.standing(at: question.asOf)
    let state = standing?.state ?? .raised
    var fields: [Card.Field] = [
      .init("flag", FlagSubject.capitalised, .id(row.id)),
      .init("rule", Localized(en: "Rule", sv: "Regel"), .text(flagged.rule.title)),
      .init("what", Localized(en: "What", sv: "Vad"), .localized(code.statement)),
      .init("about", Localized(en: "About", sv: "Gäller"), .text("\(flagged.about)")),
      .init(.system, .id(flagged.system)), .init(.person, .id(flagged.person)),
      .init(.name, question.nameCell(flagged.person)),
      .init(.state, .word(code: state.code, state.word)),
      .init("since", Localized(en: "Since", sv: "Sedan"), .instant(flagged.since)),
    ]
    fields += [
      .init("raised", Localized(en: "Raised", sv: "Satt"), .instant(row.raised.effective)),
      .init(.due, .end(orEmpty: state.isOpen ? standing?.due : nil)),
      .init(
        "expires", Localized(en: "Access ends", sv: "Åtkomst upphör"),
        .end(orEmpty: state.isOpen ? flagged.expires : nil)),
      .init(
        "answered_by", Localized(en: "To be answered by", sv: "Besvaras av"),
        .list(question.answerers(of: row).map(question.phrasing.person))),
      .init("remedy", Localized(en: "What to do", sv: "Att göra"), .localized(code.remedy)),
    ]
    return Card(
      name: "flag",
      title: Localized(en: "Flag \(row.id)", sv: "Flagga \(row.id)"),
      fields: fields, sections: [facts(row, question), steps(row, question)])
  }

  private static func facts(_ row: FlagRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "facts", title: Localized(en: "It rests on", sv: "Den vilar på"),
      columns: [
        .hidden("kind", Localized(en: "Kind", sv: "Slag")),
        .hidden("value", Localized(en: "Value", sv: "Värde")),
        .forPeople("fact", Localized(en: "Fact", sv: "Uppgift")),
      ],
      rows: row.flagged.evidence.map { fact in
        [
          .text("\(fact.kind.code)"), .text(fact.value),
          .localized(question.phrasing.words(of: fact)),
        ]
      })
  }

  private static func steps(_ row: FlagRow, _ question: ViewQuestion) -> Table {
    Table(
      name: "steps", title: Localized(en: "What was said of it", sv: "Vad som sagts om den"),
      columns: [
        .effective, Column(key: "what", title: Localized(en: "What", sv: "Vad")),
        .identifier("by", Localized(en: "By or to", sv: "Av eller till")),
        Column(key: "until", title: Localized(en: "Until", sv: "Till")), .position,
      ],
      rows: row.steps.filter { $0.fact.effective <= question.asOf }.map { step in
        let what: (Cell, [PersonID], Instant?) =
          if let resolved = step.resolved {
            (.word(resolved.outcome), [resolved.by], resolved.until)
          } else if let notified = step.notified {
            (.word(notified.notice), notified.to, nil)
          } else {
            (
              .word(code: "reopened", Localized(en: "open again", sv: "öppen igen")), [],
              step.reopened?.due
            )
          }
        return [
          .instant(step.fact.effective), what.0, .list(what.1.map { "\($0)" }),
          .end(orEmpty: what.2), .integer(Int(clamping: step.fact.position)),
        ]
      })
  }
}
