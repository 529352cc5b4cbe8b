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

  public static let ground = Ground(
    protects: Localized(
      en:
        "A change of what is not there would be a new access without the judgement that a new access gets.",
      sv:
        "En ändring av det som inte finns vore en ny behörighet utan den prövning som en ny behörighet får."
    ),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 f",
      sv: "ISO 27001 5.18; NIST AC-2 f"),
    refused: Localized(
      en: "liggare request renew G-1, for access that nobody has decided",
      sv: "liggare request renew G-1, för åtkomst som ingen har beslutat"),
    allowed: Localized(
      en: "liggare request submit bo.ek S-1/read --need TEXT",
      sv: "liggare request submit bo.ek S-1/read --need TEXT"))

  public static func violation(grant: GrantID?, why: Localized) -> Diagnostic {
    code.diagnostic(
      .init(GrantSubject.word, grant.map { "\($0)" } ?? "–"),
      .init(en: "why", sv: "varför", localized: why))
  }
}
