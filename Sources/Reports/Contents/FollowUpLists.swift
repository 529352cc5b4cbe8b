import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Projections

/// The lists and figures of one unit with all below it, each from a view.
struct FollowUpLists {
  private let now: ViewQuestion
  private let before: ViewQuestion
  private let unit: UnitID

  init(_ inquiry: ReportInquiry, _ unit: UnitID) {
    now = inquiry.question
    before = inquiry.before
    self.unit = unit
  }

  private func figure(
    _ code: String, _ name: Localized, _ definition: Localized, _ command: String,
    count: (ViewQuestion) -> Int
  ) -> KeyFigure {
    KeyFigure(
      code, name, now: .count(count(now)), before: .count(count(before)), definition: definition,
      command: command)
  }

  var figures: [KeyFigure] {
    [
      figure(
        "persons", Localized(en: "Persons", sv: "Personer"),
        Localized(
          en: "Who works in the unit or below it.", sv: "De som arbetar i enheten eller under den."),
        "liggare person list --unit \(unit)"
      ) { Persons.answer($0).rows.count },
      figure(
        "grants_in_effect", Localized(en: "Grants in effect", sv: "Gällande tilldelningar"),
        Localized(en: "What they hold.", sv: "Det som de innehar."),
        "liggare view active-grants --unit \(unit)"
      ) { ActiveGrants.answer($0).rows.count },
      figure(
        "systems", Localized(en: "Systems owned", sv: "Ägda system"),
        Localized(
          en: "Systems of the unit or of one below it.",
          sv: "System som ägs av enheten eller en under den."),
        "liggare view systems --unit \(unit)"
      ) { Systems.answer($0).rows.count },
      figure(
        "reviews_overdue", Localized(en: "Reviews overdue", sv: "Försenade granskningar"),
        Localized(
          en: "Grants of these persons whose interval of review has run out.",
          sv: "Dessa personers tilldelningar vars granskningsintervall har löpt ut."),
        "liggare view overdue-reviews --unit \(unit)"
      ) { OverdueReviews.answer($0).rows.count },
      figure(
        "flags_open", Localized(en: "Flags", sv: "Flaggor"),
        Localized(
          en: "Flags about these persons that stand.",
          sv: "Flaggor om dessa personer som är satta."),
        "liggare stale list --unit \(unit)"
      ) { StaleFlags.answer($0).rows.count },
      figure(
        "incidents", Localized(en: "Incidents", sv: "Incidenter"),
        Localized(
          en: "Incidents that concern the unit or its systems, open and closed.",
          sv: "Incidenter som gäller enheten eller dess system, öppna och avslutade."),
        "liggare view incidents --unit \(unit)"
      ) { Incidents.answer($0).rows.count },
    ]
  }

  var duties: Table {
    list(
      Duties.self, "unit_duties",
      Localized(en: "Duties, the earliest first", sv: "Uppgifter, de tidigaste först"),
      columns: ["due", "is_late", "duty", "subject", "name", "actors", "command"],
      command: "liggare view duties --unit \(unit)",
      ifEmpty: Localized(en: "Nothing is late or due.", sv: "Inget är försenat eller ska göras."))
  }

  var reviews: Table {
    list(
      OverdueReviews.self, "unit_reviews_overdue",
      Localized(en: "Grants whose review is overdue", sv: "Tilldelningar med försenad granskning"),
      columns: ["grant", "person", "name", "system", "entitlement", "due", "reviewer"],
      command: "liggare view overdue-reviews --unit \(unit)",
      ifEmpty: Localized(en: "No review is overdue.", sv: "Ingen granskning är försenad."))
  }

  var flags: Table {
    list(
      StaleFlags.self, "unit_flags", Localized(en: "Flags that stand", sv: "Flaggor som är satta"),
      columns: ["flag", "rule", "what", "about", "name", "state", "since", "due"],
      command: "liggare stale list --unit \(unit)",
      ifEmpty: Localized(en: "No flag stands.", sv: "Ingen flagga är satt."))
  }

  var incidents: Table {
    list(
      Incidents.self, "unit_incidents", Localized(en: "Incidents", sv: "Incidenter"),
      columns: [
        "incident", "state", "severity", "category", "reported", "systems", "late", "next_due",
      ],
      command: "liggare view incidents --unit \(unit)",
      ifEmpty: Localized(en: "No incident is reported.", sv: "Ingen incident är rapporterad."))
  }

  /// What each head of the unit, and of those below it, answers for.
  var heads: Table {
    list(
      IncidentAccountability.self, "unit_heads",
      Localized(en: "By head", sv: "Efter ansvarig chef"),
      columns: [
        "unit", "unit_name", "name", "reported", "open", "late", "met_late", "measures_overdue",
        "reviews_overdue",
      ], command: "liggare view incident-accountability --unit \(unit)",
      ifEmpty: Localized(
        en: "Nobody holds the role of head here or below.",
        sv: "Ingen innehar rollen som chef här eller under."))
  }

  var systems: Table {
    list(
      Systems.self, "unit_systems", Localized(en: "Systems owned", sv: "Ägda system"),
      columns: [
        "system", "system_name", "status", "classification", "steward", "deputy",
        "grants_in_effect",
      ], command: "liggare view systems --unit \(unit)",
      ifEmpty: Localized(en: "The unit owns no system.", sv: "Enheten äger inget system."))
  }

  var persons: Table {
    list(
      Persons.self, "unit_persons",
      Localized(en: "Persons in the unit and below it", sv: "Personer i enheten och under den"),
      columns: ["person", "name", "category", "unit_name", "from", "ends", "grants_in_effect"],
      command: "liggare person list --unit \(unit)",
      ifEmpty: Localized(en: "Nobody works here.", sv: "Ingen arbetar här."))
  }

  var grants: Table {
    var question = now
    question.filter.states = [.inEffect, .suspended]
    return list(
      Grants.self, "unit_grants",
      Localized(
        en: "Grants in effect or suspended", sv: "Tilldelningar som gäller eller är spärrade"),
      columns: ["grant", "person", "name", "system", "entitlement", "state", "from", "ends"],
      command: "liggare grant list --unit \(unit)",
      ifEmpty: Localized(en: "Nothing is held.", sv: "Inget innehas."), of: question)
  }

  /// The first rows of a view's answer with some of its columns, and how many more there are.
  private func list(
    _ view: any RegisterView.Type, _ name: String, _ title: Localized, columns keys: [String],
    command: String, ifEmpty: Localized, of question: ViewQuestion? = nil
  ) -> Table {
    let answer = view.answer(question ?? now)
    let places = keys.compactMap { key in answer.columns.firstIndex { $0.key == key } }
    let left = answer.rows.count - FollowUpReport.rowsMax
    return Table(
      name: name, title: title, columns: places.flatMap { Self.columns(answer.columns[$0]) },
      rows: answer.rows.prefix(FollowUpReport.rowsMax).map { row in
        places.flatMap { cells(row[$0], answer.columns[$0]) }
      },
      notes: [
        left > 0
          ? Localized(
            en: "And \(left) more: \(command)", sv: "Och \(left) till: \(command)")
          : Localized(en: "Listed by \(command)", sv: "Listas av \(command)")
      ], ifEmpty: ifEmpty)
  }

  /// The columns that name persons by identifier: people get the names.
  private static let persons: Set = ["actors", "reviewer", "steward", "deputy"]

  private static func columns(_ column: Column) -> [Column] {
    guard persons.contains(column.key) else { return [column] }
    return [
      .hidden(column.key, column.title, isIdentifier: true),
      .forPeople(column.key + "_names", column.title),
    ]
  }

  private func cells(_ cell: Cell, _ column: Column) -> [Cell] {
    guard Self.persons.contains(column.key) else { return [cell] }
    let ids: [String] =
      switch cell {
      case .list(let ids): ids
      case _: cell.verbatim.map { [$0] } ?? []
      }
    return [cell, .list(ids.map { PersonID($0).map(now.phrasing.person) ?? $0 })]
  }
}
