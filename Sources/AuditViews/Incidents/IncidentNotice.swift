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

  /// The draft as text, in lines; the same for the same question.
  ///
  /// - Parameters:
  ///   - stage: a stage of the regime.
  ///   - entity: a legal entity that the incident's triage names.
  public static func text(
    _ row: IncidentRow, regime: IncidentRegime, stage: IncidentStage, entity: UnitID,
    _ question: ViewQuestion
  ) -> Localized {
    let standing = row.standing(at: question.asOf) ?? IncidentRow.Standing()
    let phrasing = question.phrasing
    let draft = Localized(en: "DRAFT, not sent", sv: "UTKAST, inte skickat")
    var lines: [Localized] = []
    func line(_ label: Localized, _ value: Localized) {
      lines.append(
        Localized(
          en: "\(label.english): \(value.english)", sv: "\(label.swedish): \(value.swedish)"))
    }
    lines.append(
      Localized(
        en: "\(regime.name.english) – \(stage.name.english) (\(draft.english))",
        sv: "\(regime.name.swedish) – \(stage.name.swedish) (\(draft.swedish))"))
    if let ground = regime.ground {
      line(Localized(en: "Under", sv: "Enligt"), Localized(verbatim: ground.text))
    }
    let addressee = regime.addressee(on: question.zone.day(of: question.asOf))
    line(
      Localized(en: "To", sv: "Till"),
      addressee.map { $0.isConfirmed ? $0.name : $0.name.marked(unconfirmed) } ?? missing)
    let name = question.register.units[entity]?.name(at: question.asOf).text
    line(
      Localized(en: "From", sv: "Från"),
      Localized(verbatim: name.map { "\($0) (\(entity))" } ?? "\(entity)"))
    line(Localized(en: "Incident", sv: "Incident"), Localized(verbatim: "\(row.id)"))
    let clock = question.register.clocks(of: row, at: question.asOf, in: question.zone).first {
      $0.regime == regime.code && $0.stage.code == stage.code && $0.entity == entity
        && $0.state != .lifted
    }
    line(
      Localized(en: "Due", sv: "Senast"),
      clock?.deadline.map { deadline in
        let day = deadline.statutory.map { "; \($0)" } ?? ""
        let due = phrasing.time(deadline.due)
        return Localized(
          en: due + (day.isEmpty ? "" : day + " under the rules on statutory time"),
          sv: due + (day.isEmpty ? "" : day + " enligt reglerna om lagstadgad tid"))
      } ?? Localized(en: "no fixed date", sv: "inget bestämt datum"))
    lines.append(Localized(verbatim: ""))
    let facts = NoticeFacts(row: row, standing: standing, entity: entity, regime: regime, question)
    for item in stage.contents {
      line(item.name, facts.value(of: item) ?? missing)
    }
    let unknown = stage.contents.filter { facts.value(of: $0) == nil }.map(\.name)
    lines.append(Localized(verbatim: ""))
    lines.append(
      unknown.isEmpty
        ? Localized(
          en: "Nothing that the rules ask for is missing.", sv: "Inget som reglerna kräver saknas.")
        : Localized(
          en: "Missing: " + unknown.map(\.english).joined(separator: "; "),
          sv: "Saknas: " + unknown.map(\.swedish).joined(separator: "; ")))
    return Localized(
      en: lines.map(\.english).joined(separator: "\n"),
      sv: lines.map(\.swedish).joined(separator: "\n"))
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
