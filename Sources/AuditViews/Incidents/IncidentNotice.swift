public import AccessModel
import Chronology
public import Diagnostics
import Events
public import Policies
public import Projections

/// A draft of a notice about an incident: what its rules ask it to tell, filled from the ledger, with what is missing said so.
///
/// The ledger sends nothing. The draft is text for whoever writes the notice to take from.
public enum IncidentNotice {
  public static let description = ViewDescription(
    "incident-notice",
    title: Localized(en: "Draft of a notice", sv: "Utkast till anmälan"),
    question: Localized(
      en: "What does the ledger know for a notice about an incident, and what is missing?",
      sv: "Vad vet liggaren för en anmälan om en incident, och vad saknas?"),
    controls: [.notices, .incidents], filters: [.incident], form: .card)

  /// The draft: for programs its fields, for people lines of text. The same for the same question.
  ///
  /// - Parameters:
  ///   - stage: a stage of the regime.
  ///   - entity: a legal entity that the incident's triage names.
  public static func card(
    _ row: IncidentRow, regime: IncidentRegime, stage: IncidentStage, entity: UnitID,
    _ question: ViewQuestion
  ) -> Card {
    let standing = row.standing(at: question.asOf) ?? IncidentRow.Standing()
    let addressee = regime.addressee(on: question.zone.day(of: question.asOf))
    let name = question.register.units[entity]?.name(at: question.asOf).text
    let to = addressee.map { $0.isConfirmed ? $0.name : $0.name.marked(unconfirmed) }
    var fields: [Card.Field] = [
      .init(
        "ground", Localized(en: "Under", sv: "Enligt"), .text(orEmpty: regime.ground?.text)),
      .init("to", Localized(en: "To", sv: "Till"), to.map { .localized($0) } ?? .empty),
      .init(
        "from", Localized(en: "From", sv: "Från"),
        .text(name.map { "\($0) (\(entity))" } ?? "\(entity)")),
      .init(Incidents.incident, .id(row.id)),
      .init(
        "due", Localized(en: "Due", sv: "Senast"),
        .localized(due(row, regime, stage, entity, question))),
    ]
    let facts = NoticeFacts(row: row, standing: standing, entity: entity, regime: regime, question)
    let items = stage.contents.map { (item: $0, value: facts.value(of: $0)) }
    for (item, value) in items {
      let key = String(item.rawValue.map { $0 == "-" ? "_" : $0 })
      fields.append(
        .init("tells_\(key)", item.name, value.map { .localized($0) } ?? .empty))
    }
    let unknown = items.filter { $0.value == nil }.map(\.item.name)
    return Card(
      name: "incident_notice",
      title: Localized(
        en: "\(regime.name.english) – \(stage.name.english) (DRAFT, not sent)",
        sv: "\(regime.name.swedish) – \(stage.name.swedish) (UTKAST, inte skickat)"),
      fields: fields,
      notes: [
        unknown.isEmpty
          ? Localized(
            en: "Nothing that the rules ask for is missing.",
            sv: "Inget som reglerna kräver saknas.")
          : Localized(
            en: "Missing: " + unknown.map(\.english).joined(separator: "; "),
            sv: "Saknas: " + unknown.map(\.swedish).joined(separator: "; "))
      ])
  }

  private static func due(
    _ row: IncidentRow, _ regime: IncidentRegime, _ stage: IncidentStage, _ entity: UnitID,
    _ question: ViewQuestion
  ) -> Localized {
    let clock = question.register.clocks(of: row, at: question.asOf, in: question.zone).first {
      $0.regime == regime.code && $0.stage.code == stage.code && $0.entity == entity
        && $0.state != .lifted
    }
    guard let deadline = clock?.deadline else {
      return Localized(en: "no fixed date", sv: "inget bestämt datum")
    }
    let due = question.phrasing.time(deadline.due)
    guard let day = deadline.statutory else { return Localized(verbatim: due) }
    return Localized(
      en: "\(due); \(day) under the rules on statutory time",
      sv: "\(due); \(day) enligt reglerna om lagstadgad tid")
  }

  /// The draft as lines to copy from: each thing that the notice tells on a line of its own, and what is missing said so.
  public static func text(_ card: Card) -> Localized {
    func lines(_ language: Language) -> String {
      let fields = card.fields.map { field -> String in
        let value =
          switch field.cell {
          case .text(let text): text
          case .identifier(let id): id.description
          case .localized(let text): text.text(in: language)
          case .word, .integer, .real, .instant, .bound, .day, .flag, .empty, .list:
            missing.text(in: language)
          }
        return "\(field.label.text(in: language)): \(value)"
      }
      return ([card.title.text(in: language)] + fields + card.notes.map { $0.text(in: language) })
        .joined(separator: "\n")
    }
    return Localized(en: lines(.english), sv: lines(.swedish))
  }

  static let missing = Localized(en: "[MISSING]", sv: "[SAKNAS]")
  private static let unconfirmed = Localized(
    en: "not confirmed in the rules", sv: "inte bekräftat i reglerna")
}

extension Localized {
  /// The text with a remark in brackets.
  fileprivate func marked(_ remark: Localized) -> Localized {
    Localized(
      en: "\(english) [\(remark.english)]", sv: "\(swedish) [\(remark.swedish)]")
  }
}
