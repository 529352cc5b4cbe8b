import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The sentences of the families that say what may be decided, by whom and under which rules; and of corrections and markings.
extension EventLine {
  static func summary(
    _ event: DelegationEvent, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    switch event {
    case .granted(let line):
      let period = phrasing.period(from: line.from, until: line.until)
      let body = place(line.body, register)
      return Localized(
        en:
          "\(body) delegated \(line.matter) to the position \(line.position) \(period.english) (\(line.delegation), \(line.order) version \(line.version))",
        sv:
          "\(body) delegerade \(line.matter) till befattningen \(line.position) \(period.swedish) (\(line.delegation), \(line.order) version \(line.version))"
      )
    case .revoked(let revoked):
      return Localized(
        en: "The delegation \(revoked.delegation) was revoked",
        sv: "Delegationen \(revoked.delegation) återkallades")
    case .reported(let report):
      let body = place(report.body, register)
      let count = report.requests.count
      return Localized(
        en: "\(count) delegated decisions were reported to \(body) on \(report.meeting)",
        sv: "\(count) delegationsbeslut anmäldes till \(body) den \(report.meeting)")
    }
  }

  static func summary(_ event: SeparationEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .ruleAdopted(let rule):
      let first = rule.first.map { "\($0)" }.joined(separator: ", ")
      let second = rule.second.map { "\($0)" }.joined(separator: ", ")
      let kind = rule.kind.word
      return Localized(
        en: "\(rule.rule) was adopted: \(first) and \(second): \(kind.english)",
        sv: "\(rule.rule) antogs: \(first) och \(second): \(kind.swedish)")
    case .exceptionApproved(let exception):
      let decider = phrasing.decider(exception.decider, actingFor: exception.actingFor)
      let person = phrasing.person(exception.person)
      let period = phrasing.period(from: exception.from, until: exception.until)
      return Localized(
        en:
          "\(decider.english) approved that \(person) may break \(exception.rule) \(period.english) (\(exception.exception))",
        sv:
          "\(decider.swedish) medgav att \(person) får avvika från \(exception.rule) \(period.swedish) (\(exception.exception))"
      )
    }
  }

  static func summary(_ event: PolicyEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .adopted(let policy):
      let day = phrasing.start(policy.from)
      let level = policy.level.word
      return Localized(
        en: "\(policy.policy) was adopted as rules for \(level.english), from \(day)",
        sv: "\(policy.policy) antogs som regelverk för \(level.swedish), från \(day)")
    }
  }

  static func summary(_ correction: EventCorrected, _ phrasing: Phrasing) -> Localized {
    let decider = phrasing.person(correction.decider)
    guard let field = correction.field else {
      return Localized(
        en: "\(decider) declared the event at position \(correction.target) void",
        sv: "\(decider) förklarade händelsen på position \(correction.target) ogiltig")
    }
    let value = phrasing.value(correction)
    return Localized(
      en:
        "\(decider) corrected \(field) of the event at position \(correction.target) to \(value.english)",
      sv:
        "\(decider) rättade \(field) i händelsen på position \(correction.target) till \(value.swedish)"
    )
  }

  static func summary(_ marking: SecrecyMarked, _ phrasing: Phrasing) -> Localized {
    let what =
      marking.person.map { phrasing.person($0) } ?? marking.system.map { "\($0)" }
      ?? marking.incident.map { "\($0)" } ?? marking.event.map { "\($0)" } ?? ""
    switch marking.marking {
    case .yes:
      return Localized(
        en: "\(what) was marked as secret (\(marking.provision))",
        sv: "\(what) sekretessmarkerades (\(marking.provision))")
    case .no:
      return Localized(
        en: "The marking of \(what) as secret was lifted (\(marking.provision))",
        sv: "Sekretessmarkeringen av \(what) hävdes (\(marking.provision))")
    }
  }
}
