import AccessModel
import Chronology
import Diagnostics
import Events
import Policies
import Projections

extension ViewQuestion {
  /// The incidents that the filter lets through and that were reported by the moment, in the order in which they became known.
  func incidents() -> [(row: IncidentRow, standing: IncidentRow.Standing)] {
    register.incidents.rows.compactMap { row in
      guard filter.incidents.isEmpty || filter.incidents.contains(row.id),
        let standing = row.standing(at: asOf)
      else { return nil }
      guard filter.admits(anyOf: row.systems(at: asOf, in: register)) else { return nil }
      if !filter.units.isEmpty, !standing.aware.contains(where: { admits(unit: $0.entity) }) {
        return nil
      }
      if !filter.persons.isEmpty,
        !row.persons(standing).contains(where: filter.persons.contains)
      {
        return nil
      }
      return (row, standing)
    }
  }

  /// The provision that an incident is marked under at the moment; `nil` when it is not marked.
  func secrecy(of incident: IncidentID) -> String? {
    register.secrecyInForce(at: asOf).first { $0.marking.incident == incident }?.marking.provision
      .text
  }

  /// A text of an incident as it is shown in what is about something else: not at all, where the incident is marked as secret.
  func words(of text: Commitment, in incident: IncidentID) -> Localized {
    guard let provision = secrecy(of: incident) else { return texts(text).words }
    return Localized(
      en: "(marked as secret, \(provision): liggare incident show \(incident))",
      sv: "(sekretessmarkerad, \(provision): liggare incident show \(incident))")
  }

  /// Who reported an incident. A protected reporter is told to whoever leads it and to the information-security coordinator alone.
  func reporter(of row: IncidentRow, _ standing: IncidentRow.Standing) -> Cell {
    if let reporter = row.report.reporter { return .text(phrasing.person(reporter)) }
    guard let text = row.report.protectedReporter else {
      return .word(code: "unknown", Localized(en: "(not named)", sv: "(inte namngiven)"))
    }
    let mayKnow =
      askedBy.map { asker in
        standing.lead == asker
          || register.assignments(of: asker, at: asOf).contains {
            $0.role == .securityCoordinator && $0.system == nil && $0.unit == nil
          }
      } ?? false
    return mayKnow
      ? texts(text).cell
      : .word(code: "protected", Localized(en: "(protected)", sv: "(skyddad)"))
  }

  /// What a regime is called, by the rules that an incident is handled by.
  func name(of regime: RegimeCode, in row: IncidentRow) -> Localized {
    register.rules(of: row, at: asOf)[regime]?.name ?? Localized(verbatim: "\(regime)")
  }

  /// A length of time as people say how much is left or how late it is: days and hours, or hours and minutes.
  func span(from start: Instant, to end: Instant) -> Localized {
    let minutes = (end.milliseconds - start.milliseconds) / 60_000
    let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60)
    if days > 0 {
      return Localized(en: "\(days) d \(hours) h", sv: "\(days) d \(hours) tim")
    }
    return Localized(en: "\(hours) h \(rest) min", sv: "\(hours) tim \(rest) min")
  }
}

extension IncidentRow {
  /// Everybody whom the incident names: who reported it, leads it or is linked to it.
  func persons(_ standing: Standing) -> [PersonID] {
    [report.reporter, standing.lead].compactMap(\.self)
      + standing.links.compactMap(\.link.person) + standing.measures.map(\.measure.owner)
  }

  /// The events that link a grant to the incident, or name it in its report.
  func links(to grant: GrantID, at moment: Instant) -> [Fact] {
    guard reported.effective <= moment else { return [] }
    let named = report.grants.contains(grant) ? [reported] : []
    return named
      + steps(at: moment).compactMap { step in
        guard case .linked(let link) = step.event, link.grant == grant else { return nil }
        return step.fact
      }
  }
}
