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

  /// - Parameter entity: the entity whose people the decider's power does not reach, or whose power it is.
  public static func violation(
    decider: PersonID, entitlement: EntitlementID, entity: UnitID, kind: AuthorityKind
  ) -> Diagnostic {
    code.diagnostic(
      .init(en: "decider", sv: "beslutsfattare", "\(decider)"),
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "authority", sv: "befogenhet", localized: kind.word),
      .init(en: "entity", sv: "juridisk enhet", "\(entity)"))
  }
}
