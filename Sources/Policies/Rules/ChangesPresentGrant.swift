public import AccessModel
public import Diagnostics

/// A change or a renewal is of a grant that the person has. (REQ-08)
public enum ChangesPresentGrant {
  public static let code = DiagnosticCode(
    "REQ-08",
    Localized(
      en: "There is no such grant of this person's to change or renew.",
      sv: "Personen har ingen sådan tilldelning att ändra eller förlänga."),
    remedy: Localized(
      en:
        "Name an open, decided grant: liggare grant list --person PERSON. For what the person does not have: liggare request submit.",
      sv:
        "Ange en öppen, beslutad tilldelning: liggare grant list --person PERSON. För det personen inte har: liggare request submit."
    ))

  public static func violation(grant: GrantID?, why: Localized) -> Diagnostic {
    code.diagnostic(
      .init(GrantSubject.word, grant.map { "\($0)" } ?? "–"),
      .init(en: "why", sv: "varför", localized: why))
  }
}
