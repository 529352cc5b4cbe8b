import AccessModel
import Diagnostics
import Policies

/// A need that stands word for word behind many grants: a sign that nobody thought of each. (ST-21)
enum ST21NeedRepeated: RegisterStaleCheck {
  static let rule = StaleRule.needRepeated
  static let code = DiagnosticCode(
    "ST-21",
    Localized(
      en: "The same need stands word for word behind many grants.",
      sv: "Samma behov står ordagrant bakom många tilldelningar."),
    remedy: Localized(
      en:
        "Ask what each of them is needed for, and have the need stated anew when they are renewed; many alike are one list: liggare request bulk.",
      sv:
        "Fråga vad var och en behövs till, och låt ange behovet på nytt när de förnyas; många lika är en lista: liggare request bulk."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "A text that is copied shows that nobody looked at each one's need.",
      sv: "En kopierad text visar att ingen har sett på vars och ens behov."),
    source: Localized(
      en: "guideline: access is granted only by need; ISO 27001 5.15",
      sv: "riktlinjen: behörighet tilldelas endast efter behov; ISO 27001 5.15"),
    refused: Localized(
      en: "five grants that all rest on the words “As agreed”",
      sv: "fem tilldelningar som alla vilar på orden ”Enligt överenskommelse”"),
    allowed: Localized(
      en: "fifty in one list, decided together", sv: "femtio i en lista, beslutade tillsammans"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    var groups: [String: [StaleInquiry.StatedNeed]] = [:]
    for need in inquiry.statedNeeds {
      guard let words = inquiry.needWords(need.text), !words.isEmpty else { continue }
      groups[words, default: []].append(need)
    }
    let least = inquiry.rules(for: nil).stale.repeatedNeedsMin
    return groups.values.filter { $0.count >= least }.compactMap { group -> StaleFinding? in
      let ordered = group.sorted { ($0.since, $0.index) < ($1.since, $1.index) }
      guard let first = ordered.first else { return nil }
      return StaleFinding(
        rule: rule, about: .grant(first.grant), person: first.person, system: first.system,
        since: ordered[least - 1].since,
        evidence: StaleFact.list((.count, "\(group.count)"))
          + ordered.dropFirst().prefix(5).compactMap { StaleFact(.with, "\($0.grant)") })
    }.sorted { "\($0.about)" < "\($1.about)" }
  }
}
