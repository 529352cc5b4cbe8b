import AccessModel
import Diagnostics
import Events
import Projections

/// The sentences of usage, reconciliations and flags.
extension EventLine {
  static func summary(_ event: UsageEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .imported(let usage):
      let period = phrasing.period(from: usage.from, until: usage.until)
      return Localized(
        en:
          "The use of \(usage.uses.count) of \(usage.rows) accounts in \(usage.system) was read, \(period.english)",
        sv:
          "Användningen av \(usage.uses.count) av \(usage.rows) konton i \(usage.system) lästes in, \(period.swedish)"
      )
    }
  }

  static func summary(_ event: ReconciliationEvent, _ phrasing: Phrasing) -> Localized {
    switch event {
    case .recorded(let part):
      let taken = phrasing.time(part.taken)
      let (missing, unknown, differing) = (
        part.missing.count, part.unknown.count, part.differing.count
      )
      return Localized(
        en:
          "\(part.system) was compared with the register as of \(taken): \(part.matched) matched, \(missing) missing, \(unknown) unknown, \(differing) differing (\(part.reconciliation), part \(part.part))",
        sv:
          "\(part.system) jämfördes med registret per \(taken): \(part.matched) stämmer, \(missing) saknas, \(unknown) okända, \(differing) avviker (\(part.reconciliation), del \(part.part))"
      )
    case .discrepancyResolved(let resolved):
      let person = phrasing.person(resolved.by)
      let outcome = resolved.outcome.word
      return Localized(
        en:
          "\(person) resolved difference \(resolved.number) of \(resolved.reconciliation): \(outcome.english)",
        sv:
          "\(person) åtgärdade skillnad \(resolved.number) i \(resolved.reconciliation): \(outcome.swedish)"
      )
    }
  }

  static func summary(
    _ event: StaleEvent, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    let about = register?.flags[event.flag]?.flagged
    let thing = about.map { " (\($0.rule.title), \($0.about.id))" } ?? ""
    switch event {
    case .flagged(let flagged):
      let word = flagged.rule.word
      return Localized(
        en:
          "\(flagged.about.id) was flagged by \(flagged.rule.title), \(word.english) (\(flagged.flag))",
        sv:
          "\(flagged.about.id) flaggades av \(flagged.rule.title), \(word.swedish) (\(flagged.flag))"
      )
    case .notified(let notified):
      let persons = notified.to.map(phrasing.person).joined(separator: ", ")
      let notice = notified.notice.word
      return Localized(
        en: "\(notified.flag)\(thing), \(notice.english): \(persons)",
        sv: "\(notified.flag)\(thing), \(notice.swedish): \(persons)")
    case .reopened(let reopened):
      return Localized(
        en: "\(reopened.flag)\(thing) is open again: the time it was accepted for is out",
        sv: "\(reopened.flag)\(thing) är öppen igen: tiden den godtogs för är ute")
    case .resolved(let resolved):
      let person = phrasing.person(resolved.by)
      let outcome = resolved.outcome.word
      let until = resolved.until.map(phrasing.until)
      return Localized(
        en:
          "\(person) resolved \(resolved.flag)\(thing): \(outcome.english)\(until.map { ", \($0.english)" } ?? "")",
        sv:
          "\(person) avgjorde \(resolved.flag)\(thing): \(outcome.swedish)\(until.map { ", \($0.swedish)" } ?? "")"
      )
    }
  }
}
