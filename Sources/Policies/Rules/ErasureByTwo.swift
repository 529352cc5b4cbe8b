public import AccessModel
public import Diagnostics

/// The custodian erases on the approval of the data-protection officer, and neither erases themselves. (PER-11)
public enum ErasureByTwo {
  public static let code = DiagnosticCode(
    "PER-11",
    Localized(
      en:
        "An erasure takes two persons: the custodian, and a data-protection officer who approves it.",
      sv:
        "En radering kräver två personer: registeransvarig, och ett dataskyddsombud som godkänner den."
    ),
    remedy: Localized(
      en: "Name a data-protection officer other than you and the person: --approved-by PERSON.",
      sv: "Ange ett dataskyddsombud som inte är du eller personen: --approved-by PERSON."))

  public static let ground = Ground(
    protects: Localized(
      en: "What is erased never comes back; nobody alone may make it unknown who did something.",
      sv:
        "Det som raderas kommer aldrig tillbaka; ingen får ensam göra det okänt vem som gjort något."
    ),
    source: Localized(
      en: "GDPR Articles 5(1)(e), 17 and 39; guideline: segregation of duties",
      sv:
        "dataskyddsförordningen artiklarna 5.1 e, 17 och 39; riktlinjen: åtskillnad av arbetsuppgifter"
    ),
    refused: Localized(
      en: "liggare person erase P-9 --basis left --approved-by yourself",
      sv: "liggare person erase P-9 --basis left --approved-by dig själv"),
    allowed: Localized(
      en: "liggare person erase P-9 --basis left --approved-by ida.ros --case \"KS 2026/31\"",
      sv: "liggare person erase P-9 --basis left --approved-by ida.ros --case \"KS 2026/31\""))

  public static func check(
    person: PersonID, principal: PersonID, approver: PersonID, isOfficer: Bool
  ) -> Diagnostic? {
    guard Set([person, principal, approver]).count < 3 || !isOfficer else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(Localized(en: "recorded by", sv: "registreras av"), persons: ["\(principal)"]),
      .init(Localized(en: "approved by", sv: "godkänns av"), persons: ["\(approver)"]),
      .init(
        en: "is data-protection officer", sv: "är dataskyddsombud",
        localized: isOfficer ? Localized(en: "yes", sv: "ja") : Localized(en: "no", sv: "nej")))
  }
}
