import AccessModel
import Diagnostics
import Events
import Policies

/// A system in use whose classification is too old, or from before a great change. (ST-10)
enum ST10ClassificationOld: RegisterStaleCheck {
  static let rule = StaleRule.classificationOld
  static let code = DiagnosticCode(
    "ST-10",
    Localized(
      en: "The system's classification is too old.",
      sv: "Systemets klassning är för gammal."),
    remedy: Localized(
      en:
        "Classify it again: liggare system classify SYSTEM K/R/T.",
      sv:
        "Klassa det på nytt: liggare system classify SYSTEM K/R/T."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "All intervals follow from the classification; an old one protects what the system was.",
      sv: "Alla intervall följer av klassningen; en gammal skyddar det som systemet var."),
    source: Localized(
      en: "guideline: the level of security is set by classification; ISO 27001 5.12",
      sv: "riktlinjen: säkerhetsnivån fastställs genom klassning; ISO 27001 5.12"),
    refused: Localized(
      en: "a system classified 25 months ago; or before it came to hold sensitive data",
      sv: "ett system klassat för 25 månader sedan; eller innan det fick känsliga uppgifter"),
    allowed: Localized(
      en: "one classified last year", sv: "ett som klassades förra året"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    inquiry.openSystems.compactMap { system in
      let moment = inquiry.moment
      guard [.pilot, .inOperation, .phasingOut].contains(system.status(at: moment)),
        let present = system.presentClassification(at: moment)
      else { return nil }
      let made = present.since
      let limit = inquiry.rules(for: system.id).stale.classification
      let changed = system.changes.filter {
        $0.fact.effective > made && $0.fact.effective <= moment
          && ($0.change.personalData != nil || $0.change.sector != nil)
      }.map(\.fact.effective).min()
      let ends = [
        inquiry.end(of: limit, from: made),
        inquiry.register.classificationEnd(of: system, at: moment, in: inquiry.zone), changed,
      ].compactMap(\.self)
      guard let due = ends.min(), due <= moment else { return nil }
      return StaleFinding(
        rule: rule, about: .system(system.id), system: system.id, since: due,
        evidence: StaleFact.list(
          (.classification, "\(present.classification)"), (.since, "\(made)"),
          (.limit, limit.text), (.cause, changed == due ? "changed" : nil)))
    }
  }
}
