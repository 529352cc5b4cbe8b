import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The incidents that belong to something else, for the card that is about it.
enum IncidentLinks {
  /// - Parameter belongs: whether an incident belongs to it.
  static func table(
    _ question: ViewQuestion, _ belongs: (IncidentRow) -> Bool
  ) -> Table {
    Table(
      name: "incidents", title: Localized(en: "Incidents", sv: "Incidenter"),
      columns: [
        Incidents.incident, .state, Incidents.severity, Incidents.reported,
        Column(key: "closed", title: Localized(en: "Closed", sv: "Avslutad")),
      ],
      rows: question.register.incidents.rows.compactMap { row in
        guard let standing = row.standing(at: question.asOf), belongs(row) else { return nil }
        return [
          .id(row.id), .word(code: standing.state.code, standing.state.word),
          .integer(orEmpty: standing.severity.map { Int($0) }), .instant(row.reported.effective),
          .instant(orEmpty: standing.closedAt),
        ]
      })
  }

  /// The incidents that name a person: as reporter, lead or owner of a measure, or by a link.
  static func table(of person: PersonID, _ question: ViewQuestion) -> Table {
    table(question) { row in
      row.standing(at: question.asOf).map { row.persons($0).contains(person) } ?? false
    }
  }

  /// The incidents that a grant is linked to.
  static func table(of grant: GrantID, _ question: ViewQuestion) -> Table {
    table(question) { !$0.links(to: grant, at: question.asOf).isEmpty }
  }

  /// The incidents that a review was planned for, or is linked to.
  static func table(of campaign: CampaignRow, _ question: ViewQuestion) -> Table {
    table(question) { row in
      if campaign.plan.incident == row.id { return true }
      return row.steps(at: question.asOf).contains { step in
        guard case .linked(let link) = step.event else { return false }
        return link.review == campaign.id
      }
    }
  }
}
