public import AccessModel
public import Diagnostics

/// A sponsor works here, and is not external. (PER-02)
public enum ActiveSponsor {
  public static let code = DiagnosticCode(
    "PER-02",
    Localized(
      en: "The sponsor cannot answer for the person.",
      sv: "Uppdragsgivaren kan inte svara för personen."),
    remedy: Localized(
      en:
        "Name somebody else who works here and is not external: --sponsor PERSON; for somebody who is here already, liggare person move PERSON --sponsor PERSON.",
      sv:
        "Ange någon annan som arbetar här och inte är extern: --sponsor PERSON; för någon som redan är här, liggare person move PERSON --sponsor PERSON."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever answers for an external person must be there to notice, and be bound by the organisation.",
      sv:
        "Den som svarar för en extern person måste vara på plats för att märka något, och vara bunden av organisationen."
    ),
    source: Localized(
      en: "guideline: cooperation with external performers is regulated; ISO 27001 5.19, 5.20",
      sv: "riktlinjen: samverkan med externa utförare är reglerad; ISO 27001 5.19, 5.20"),
    refused: Localized(
      en: "--sponsor kim.ask, who is a supplier", sv: "--sponsor kim.ask, som är leverantör"),
    allowed: Localized(
      en: "--sponsor eva.lind, who is employed", sv: "--sponsor eva.lind, som är anställd"))

  /// Why somebody cannot answer for another.
  public enum Obstacle: Hashable, Sendable, CaseIterable {
    case isSelf
    case isExternal
    case isNotHere

    var word: Localized {
      switch self {
      case .isSelf: Localized(en: "is the person", sv: "är personen själv")
      case .isExternal: Localized(en: "is external", sv: "är extern")
      case .isNotHere: Localized(en: "does not work here", sv: "arbetar inte här")
      }
    }
  }

  public static func check(
    person: PersonID, sponsor: PersonID, category: PersonCategory?, isHere: Bool
  ) -> Diagnostic? {
    let obstacle: Obstacle
    if sponsor == person {
      obstacle = .isSelf
    } else if let category, category.isExternal || category == .service {
      obstacle = .isExternal
    } else if !isHere {
      obstacle = .isNotHere
    } else {
      return nil
    }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(Localized(en: "sponsor", sv: "uppdragsgivare"), persons: ["\(sponsor)"]),
      .init(en: "why", sv: "varför", localized: obstacle.word))
  }
}
