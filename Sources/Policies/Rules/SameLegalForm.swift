public import AccessModel
public import Diagnostics

/// A company's grant does not rest on a committee's power, nor a committee's on a company's. (INV-09)
public enum SameLegalForm {
  public static let code = DiagnosticCode(
    "INV-09",
    Localized(
      en: "A committee's power does not reach a company's grant, nor a company's a committee's.",
      sv: "En nämnds beslutanderätt omfattar inte ett bolags tilldelning, eller tvärtom."),
    remedy: Localized(
      en:
        "Let the person's own company or committee decide. In a common system the owner's steward decides, once the person's own manager has endorsed the need.",
      sv:
        "Låt personens eget bolag eller egen nämnd besluta. I ett gemensamt system beslutar ägarens systemförvaltare, när personens egen chef har tillstyrkt behovet."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A company and a committee are controllers of their own; neither may give away what the other answers for.",
      sv:
        "Ett bolag och en nämnd är var för sig ansvariga; ingen av dem får ge bort det som den andra svarar för."
    ),
    source: Localized(
      en: "Local Government Act (Sweden) 6:37; Companies Act (Sweden) 8; GDPR 4(7)",
      sv: "kommunallagen 6 kap. 37 §; aktiebolagslagen 8 kap.; GDPR 4.7"),
    refused: Localized(
      en:
        "liggare grant approve R-1 --decided-by eva.lind on a committee's delegation, for the company's greta.hall",
      sv:
        "liggare grant approve R-1 --decided-by eva.lind på nämndens delegation, för bolagets greta.hall"
    ),
    allowed: Localized(
      en: "the same, decided by the company's managing director",
      sv: "samma sak, beslutat av bolagets VD"))

  /// - Parameter entity: the entity whose people the decider's power does not reach, or whose power it is.
  public static func violation(
    decider: PersonID, entitlement: EntitlementID, entity: UnitID, kind: AuthorityKind
  ) -> Diagnostic {
    code.diagnostic(
      .init(Localized(en: "decider", sv: "beslutsfattare"), persons: ["\(decider)"]),
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "authority", sv: "befogenhet", localized: kind.word),
      .init(en: "entity", sv: "juridisk enhet", "\(entity)"))
  }
}
