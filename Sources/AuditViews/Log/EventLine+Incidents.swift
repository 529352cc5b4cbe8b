import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The sentences of the family that is about incidents.
extension EventLine {
  static func summary(_ event: IncidentEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .reported(let report): summary(report, phrasing)
    case .triaged(let triage): summary(triage, phrasing)
    case .dutyAssessed(let assessed): summary(assessed, phrasing)
    case .actionRecorded(let action): summary(action, phrasing)
    case .notificationSubmitted(let notice): summary(notice, phrasing)
    case .linked(let link): summary(link, phrasing)
    case .exposureAnswered(let exposure): summary(exposure, phrasing)
    case .measureAssigned(let measure): summary(measure, phrasing)
    case .measureCompleted(let done):
      Localized(
        en:
          "\(phrasing.person(done.by)) said that measure \(done.number) of \(done.incident) is done",
        sv:
          "\(phrasing.person(done.by)) angav att åtgärd \(done.number) i \(done.incident) är gjord")
    case .closed(let closing): summary(closing, phrasing)
    case .followedUp(let followUp):
      Localized(
        en:
          "\(phrasing.person(followUp.by)) followed up \(followUp.incident) (\(followUp.stage)); the measures work: \(followUp.works.word.english)",
        sv:
          "\(phrasing.person(followUp.by)) följde upp \(followUp.incident) (\(followUp.stage)); åtgärderna verkar: \(followUp.works.word.swedish)"
      )
    case .reopened(let reopened):
      Localized(
        en: "\(phrasing.person(reopened.by)) opened the incident \(reopened.incident) again",
        sv: "\(phrasing.person(reopened.by)) öppnade incidenten \(reopened.incident) igen")
    }
  }

  private static func summary(_ report: IncidentReported, _ phrasing: Phrasing) -> Localized {
    let person: Localized =
      if let reporter = report.reporter {
        Localized(verbatim: phrasing.person(reporter))
      } else if report.protectedReporter != nil {
        Localized(en: "A protected reporter", sv: "En skyddad rapportör")
      } else {
        Localized(en: "Somebody unnamed", sv: "Någon utan namn")
      }
    let severity = report.severity.map {
      Localized(en: ", severity \($0) of 4", sv: ", allvarlighetsgrad \($0) av 4")
    }
    let things =
      report.systems.map { "\($0)" } + report.entitlements.map { "\($0)" }
      + report.grants.map { "\($0)" }
    let about = things.joined(separator: ", ")
    return Localized(
      en:
        "\(person.english) reported the incident \(report.incident)\(about.isEmpty ? "" : " about \(about)")\(severity?.english ?? "")",
      sv:
        "\(person.swedish) rapporterade incidenten \(report.incident)\(about.isEmpty ? "" : " om \(about)")\(severity?.swedish ?? "")"
    )
  }

  private static func summary(_ triage: IncidentTriaged, _ phrasing: Phrasing) -> Localized {
    let lead = phrasing.person(triage.lead)
    guard triage.outcome == .incident else {
      return Localized(
        en: "\(triage.incident) was judged to be no incident",
        sv: "\(triage.incident) bedömdes inte vara en incident"
      )
    }
    let aware = triage.aware.map { "\($0.entity) \(phrasing.time($0.at))" }.joined(separator: ", ")
    return Localized(
      en:
        "\(triage.incident) was judged as \(triage.category.word.english), severity \(triage.severity) of 4, led by \(lead); aware: \(aware)",
      sv:
        "\(triage.incident) bedömdes som \(triage.category.word.swedish), allvarlighetsgrad \(triage.severity) av 4, leds av \(lead); kännedom: \(aware)"
    )
  }

  private static func summary(
    _ assessed: IncidentDutyAssessed, _ phrasing: Phrasing
  ) -> Localized {
    let decider = phrasing.person(assessed.decider)
    let criteria = assessed.criteria.map { "\($0)" }.joined(separator: ", ")
    let why = criteria.isEmpty ? "" : " (\(criteria))"
    return Localized(
      en:
        "\(decider) assessed \(assessed.incident) under \(assessed.regime) for \(assessed.entity): \(assessed.outcome.word.english)\(why)",
      sv:
        "\(decider) prövade \(assessed.incident) enligt \(assessed.regime) för \(assessed.entity): \(assessed.outcome.word.swedish)\(why)"
    )
  }

  private static func summary(
    _ action: IncidentActionRecorded, _ phrasing: Phrasing
  ) -> Localized {
    let by = phrasing.person(action.by)
    var text = Localized(
      en: "\(by) recorded of \(action.incident): \(action.kind.word.english)",
      sv: "\(by) registrerade om \(action.incident): \(action.kind.word.swedish)")
    if let informed = action.informed?.word {
      text.english += ", \(informed.english)"
      text.swedish += ", \(informed.swedish)"
    }
    if let reference = action.reference {
      text.english += ", \(reference)"
      text.swedish += ", \(reference)"
    }
    if let from = action.receivedFrom.map({ phrasing.person($0) }) {
      text.english += ", from \(from)"
      text.swedish += ", från \(from)"
    }
    if let to = action.handedTo.map({ phrasing.person($0) }) {
      text.english += ", kept by \(to)"
      text.swedish += ", förvaras av \(to)"
    }
    return text
  }

  private static func summary(
    _ notice: IncidentNotificationSubmitted, _ phrasing: Phrasing
  ) -> Localized {
    let by = phrasing.person(notice.by)
    let at = phrasing.time(notice.at)
    let receipt = notice.receipt.map { " (\($0))" } ?? ""
    return Localized(
      en:
        "\(by) handed in \(notice.stage) under \(notice.regime) for \(notice.entity) on \(notice.incident) \(at), to \(notice.addressee)\(receipt)",
      sv:
        "\(by) lämnade \(notice.stage) enligt \(notice.regime) för \(notice.entity) om \(notice.incident) \(at), till \(notice.addressee)\(receipt)"
    )
  }

  private static func summary(_ link: IncidentLinked, _ phrasing: Phrasing) -> Localized {
    let things =
      [link.person.map { phrasing.person($0) }].compactMap(\.self)
      + link.targets.filter { $0 != link.person.map { "\($0)" } }
    let what = things.joined(separator: ", ")
    return Localized(
      en: "\(link.incident) was linked: \(link.relation.word.english) \(what)",
      sv: "\(link.incident) kopplades: \(link.relation.word.swedish) \(what)")
  }

  private static func summary(
    _ exposure: IncidentExposureAnswered, _ phrasing: Phrasing
  ) -> Localized {
    let by = phrasing.person(exposure.by)
    let what =
      (exposure.systems.map { "\($0)" } + exposure.entitlements.map { "\($0)" })
      .joined(separator: ", ")
    let period = phrasing.period(from: exposure.from, until: exposure.until)
    return Localized(
      en:
        "\(by) answered who could reach \(what) \(period.english) for \(exposure.incident): \(exposure.rows)",
      sv:
        "\(by) svarade på vilka som kunde nå \(what) \(period.swedish) för \(exposure.incident): \(exposure.rows)"
    )
  }

  private static func summary(
    _ measure: IncidentMeasureAssigned, _ phrasing: Phrasing
  ) -> Localized {
    let owner = phrasing.person(measure.owner)
    let due = phrasing.last(measure.due)
    return Localized(
      en: "\(owner) is to do measure \(measure.number) of \(measure.incident) by \(due)",
      sv: "\(owner) ska göra åtgärd \(measure.number) i \(measure.incident) senast \(due)")
  }

  private static func summary(_ closing: IncidentClosed, _ phrasing: Phrasing) -> Localized {
    let by = phrasing.person(closing.by)
    let cause = closing.cause?.word
    return Localized(
      en:
        "\(by) closed the incident \(closing.incident)\(cause.map { ": \($0.english)" } ?? "")",
      sv:
        "\(by) avslutade incidenten \(closing.incident)\(cause.map { ": \($0.swedish)" } ?? "")")
  }
}
