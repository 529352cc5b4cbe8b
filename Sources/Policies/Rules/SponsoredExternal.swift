public import AccessModel
public import Diagnostics

/// External persons and suppliers work on a contract, and somebody here answers for them. (PER-01)
public enum SponsoredExternal {
  public static let code = DiagnosticCode(
    "PER-01",
    Localized(
      en: "An external person or supplier needs a sponsor and a contract.",
      sv: "En extern person eller leverantör behöver en uppdragsgivare och ett avtal."),
    remedy: Localized(
      en:
        "Say who here answers for the person, and the contract's number: --sponsor PERSON --contract NUMBER.",
      sv:
        "Ange vem här som svarar för personen, och avtalets nummer: --sponsor PERSON --contract NUMMER."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever is not employed here has no manager here; without a sponsor nobody notices when the work is over.",
      sv:
        "Den som inte är anställd har ingen chef här; utan uppdragsgivare märker ingen när arbetet är slut."
    ),
    source: Localized(
      en:
        "guideline: cooperation with external performers is regulated; ISO 27001 5.19, 5.20, 6.6; NIS2 Article 21(2)(d)",
      sv:
        "riktlinjen: samverkan med externa utförare är reglerad; ISO 27001 5.19, 5.20, 6.6; NIS2 artikel 21.2 d"
    ),
    refused: Localized(
      en: "liggare person register \"Kim Ask\" --unit U-2 --category supplier --until 2026-12-31",
      sv: "liggare person register \"Kim Ask\" --unit U-2 --category supplier --until 2026-12-31"),
    allowed: Localized(
      en:
        "liggare person register \"Kim Ask\" --unit U-2 --category supplier --until 2026-12-31 --sponsor eva.lind --contract A-2026/7",
      sv:
        "liggare person register \"Kim Ask\" --unit U-2 --category supplier --until 2026-12-31 --sponsor eva.lind --contract A-2026/7"
    ))

  public static func check(
    person: PersonID, category: PersonCategory, hasSponsor: Bool, hasContract: Bool
  ) -> Diagnostic? {
    guard category.isExternal, !hasSponsor || !hasContract else { return nil }
    let missing =
      switch (hasSponsor, hasContract) {
      case (false, true): Localized(en: "sponsor", sv: "uppdragsgivare")
      case (true, _): Localized(en: "contract", sv: "avtal")
      case (false, false): Localized(en: "sponsor, contract", sv: "uppdragsgivare, avtal")
      }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(en: "footing", sv: "anknytning", localized: category.word),
      .init(en: "missing", sv: "saknas", localized: missing))
  }
}

extension PersonCategory {
  /// Whether somebody else than the organisation employs everybody on this footing.
  public var isExternal: Bool {
    switch self {
    case .external, .supplier: true
    case .employee, .temporary, .elected, .student, .service: false
    }
  }
}
