import AccessModel
import Diagnostics
import Policies

/// An external person here without a sponsor who is here, or without a contract. (ST-16)
enum ST16WithoutSponsor: RegisterStaleCheck {
  static let rule = StaleRule.withoutSponsor
  static let code = DiagnosticCode(
    "ST-16",
    Localized(
      en: "Nobody here answers for the external person, or no contract does.",
      sv: "Ingen här svarar för den externa personen, eller avtal saknas."),
    remedy: Localized(
      en:
        "Name a sponsor and a contract: liggare person move PERSON --sponsor PERSON --contract NUMBER; or end it: liggare person leave PERSON.",
      sv:
        "Ange uppdragsgivare och avtal: liggare person move PERSON --sponsor PERSON --contract NUMMER; eller avsluta: liggare person leave PERSON."
    ))
  static let ground = Ground(
    protects: Localized(
      en: "Nobody tells when the assignment of an external person is over but who answers for it.",
      sv: "Ingen utom den som svarar för en extern person säger när uppdraget är slut."),
    source: Localized(
      en: "guideline: cooperation with external performers is regulated; ISO 27001 5.19",
      sv: "riktlinjen: samverkan med externa utförare är reglerad; ISO 27001 5.19"),
    refused: Localized(
      en: "kim.ask, whose sponsor left yesterday",
      sv: "kim.ask, vars uppdragsgivare slutade i går"),
    allowed: Localized(
      en: "kim.ask, with a new sponsor since", sv: "kim.ask, med en ny uppdragsgivare sedan dess"))

  static func findings(in inquiry: StaleInquiry) -> [StaleFinding] {
    let register = inquiry.register
    let moment = inquiry.moment
    return register.persons.rows.compactMap { person -> StaleFinding? in
      guard person.category.isExternal else { return nil }
      for row in person.affiliations where row.isActive(at: moment) {
        let sponsor = row.sponsor(at: moment)
        let isSponsored = sponsor.map { register.isPresent($0, at: moment) } ?? false
        let hasContract = row.contract(at: moment) != nil
        if isSponsored && hasContract { continue }
        // Nobody was ever named, or who was named has left since.
        let left =
          hasContract
          ? sponsor.flatMap { register.persons[$0]?.presenceEnd(after: row.from) } : nil
        return StaleFinding(
          rule: rule, about: .person(person.id), person: person.id, since: left ?? row.from,
          evidence: StaleFact.list(
            (.missing, isSponsored ? nil : "sponsor"), (.missing, hasContract ? nil : "contract"),
            (.person, sponsor.map { "\($0)" })))
      }
      return nil
    }
  }
}
