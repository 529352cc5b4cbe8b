import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// The sentences of what happens in a person's time in the organisation.
extension EventLine {
  static func summary(
    _ changed: AffiliationChanged, _ phrasing: Phrasing, _ register: Register?
  ) -> Localized {
    let person = phrasing.person(changed.person)
    let unit = place(changed.unit, register)
    let position = changed.position.map { Localized(en: " as \($0)", sv: " som \($0)") }
    let sponsor = changed.sponsor.map(phrasing.person)
    let terms = [
      changed.until.map(phrasing.until),
      sponsor.map { Localized(en: "sponsor \($0)", sv: "uppdragsgivare \($0)") },
      changed.contract.map { Localized(en: "contract \($0)", sv: "avtal \($0)") },
    ].compactMap(\.self)
    func tail(_ language: Language) -> String {
      terms.map { ", " + $0.text(in: language) }.joined()
    }
    return Localized(
      en:
        "\(person) now works in \(unit)\(position?.english ?? "")\(tail(.english)) (\(changed.affiliation))",
      sv:
        "\(person) arbetar nu i \(unit)\(position?.swedish ?? "")\(tail(.swedish)) (\(changed.affiliation))"
    )
  }

  static func summary(_ absence: AbsenceStarted, _ phrasing: Phrasing) -> Localized {
    let person = phrasing.person(absence.person)
    let effect = absence.effect.word
    let day = phrasing.start(absence.from)
    return Localized(
      en: "\(person) is away from \(day): \(effect.english)",
      sv: "\(person) är frånvarande från \(day): \(effect.swedish)")
  }

  static func summary(_ changed: IdentityChanged, _ phrasing: Phrasing) -> Localized {
    let person = phrasing.person(changed.person)
    let details = changed.details.map(\.word)
    return Localized(
      en: "\(person) is known by another \(details.map(\.english).joined(separator: ", "))",
      sv: "\(person) har fått ändrade uppgifter: \(details.map(\.swedish).joined(separator: ", "))")
  }

  static func summary(_ training: TrainingCompleted, _ phrasing: Phrasing) -> Localized {
    let person = phrasing.person(training.person)
    let until = training.validUntil.map(phrasing.last)
    return Localized(
      en: "\(person) completed \(training.course)\(until.map { ", valid until \($0)" } ?? "")",
      sv:
        "\(person) genomförde \(training.course)\(until.map { ", giltig till och med \($0)" } ?? "")"
    )
  }
}
