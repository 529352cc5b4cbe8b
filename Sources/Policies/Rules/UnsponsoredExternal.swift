public import AccessModel
public import Diagnostics

/// An external person who is here has a sponsor who is here, and a contract. (PER-03)
public enum UnsponsoredExternal {
  public static let code = DiagnosticCode(
    "PER-03",
    Localized(
      en: "Nobody here answers for the external person, or there is no contract.",
      sv: "Ingen här svarar för den externa personen, eller så saknas avtal."),
    remedy: Localized(
      en:
        "Name a sponsor: liggare person move PERSON --sponsor PERSON --contract NUMBER. Or end it: liggare person leave PERSON.",
      sv:
        "Ange en uppdragsgivare: liggare person move PERSON --sponsor PERSON --contract NUMMER. Eller avsluta: liggare person leave PERSON."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Sponsors leave too, and registers that are taken over may name none.",
      sv: "Även uppdragsgivare slutar, och register som tas över kan sakna dem."),
    source: Localized(
      en: "guideline: cooperation with external performers is regulated; ISO 27001 5.19, 6.5",
      sv: "riktlinjen: samverkan med externa utförare är reglerad; ISO 27001 5.19, 6.5"),
    refused: Localized(
      en: "kim.ask, whose sponsor eva.lind has left",
      sv: "kim.ask, vars uppdragsgivare eva.lind har slutat"),
    allowed: Localized(
      en: "liggare person move kim.ask --sponsor bo.ek",
      sv: "liggare person move kim.ask --sponsor bo.ek"))

  public static func check(
    person: PersonID, affiliation: AffiliationID, category: PersonCategory, sponsor: PersonID?,
    isSponsorHere: Bool, hasContract: Bool
  ) -> Diagnostic? {
    guard category.isExternal, sponsor == nil || !isSponsorHere || !hasContract else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(AffiliationSubject.word, "\(affiliation)"),
      sponsor.map { .init(Localized(en: "sponsor", sv: "uppdragsgivare"), persons: ["\($0)"]) }
        ?? .init(en: "sponsor", sv: "uppdragsgivare", localized: none),
      .init(
        en: "contract", sv: "avtal",
        localized: hasContract ? Localized(en: "named", sv: "angivet") : none))
  }

  private static let none = Localized(en: "none", sv: "saknas")
}
