import AccessModel
import Diagnostics
import Policies

/// A system that has long been without its steward or a deputy. (ST-09)
enum ST09RolesVacant: RegisterStaleCheck {
  static let rule = StaleRule.rolesVacant
  static let code = DiagnosticCode(
    "ST-09",
    Localized(
      en: "The system has been without a steward or a deputy for too long.",
      sv: "Systemet har för länge saknat förvaltare eller ersättare."),
    remedy: Localized(
      en:
        "Appoint one: liggare role assign steward PERSON --system SYSTEM, or deputy.",
      sv:
        "Utse en: liggare role assign steward PERSON --system SYSTEM, eller deputy."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "A system that nobody knows is a system that nobody can answer for.",
      sv: "Ett system som ingen känner kan ingen svara för."),
    source: Localized(
      en: "guideline: every system has a steward and a deputy; ISO 27001 5.2, 5.9",
      sv: "riktlinjen: varje system har en systemförvaltare med ersättare; ISO 27001 5.2, 5.9"),
    refused: Localized(
      en: "a system whose deputy left three weeks ago",
      sv: "ett system vars ersättare slutade för tre veckor sedan"),
    allowed: Localized(
      en: "one whose deputy left last week", sv: "ett vars ersättare slutade förra veckan"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    inquiry.openSystems.compactMap { system in
      let limit = inquiry.rules(for: system.id).stale.vacancy
      let vacant = [Role.steward, .deputy].filter {
        inquiry.register.holders(of: $0, for: system.id, at: inquiry.moment).isEmpty
      }.map { role in
        let since = inquiry.register.vacantSince(role, in: system, at: inquiry.moment)
        return (role: role, since: since, due: inquiry.end(of: limit, from: since))
      }.filter { $0.due <= inquiry.moment }
      guard let due = vacant.map(\.due).min() else { return nil }
      return StaleFinding(
        rule: rule, about: .system(system.id), system: system.id, since: due,
        evidence: vacant.flatMap {
          StaleFact.list((.role, "\($0.role.code)"), (.since, "\($0.since)"))
        } + StaleFact.list((.limit, limit.text)))
    }
  }
}
