public import AccessModel
public import Chronology
public import Diagnostics

/// Nothing new is said of a person whose identity was erased. (PER-13)
public enum ErasedForGood {
  public static let code = DiagnosticCode(
    "PER-13",
    Localized(
      en: "The person's identity has been erased.",
      sv: "Personens identitetsuppgifter är raderade."),
    remedy: Localized(
      en: "If the person comes back, register them anew: liggare person register.",
      sv: "Om personen kommer tillbaka: registrera den på nytt med liggare person register."))

  public static let ground = Ground(
    protects: Localized(
      en: "What is added about somebody who was erased would tell again who it was.",
      sv: "Det som läggs till om någon som raderats skulle åter berätta vem det var."),
    source: Localized(en: "GDPR Article 17", sv: "dataskyddsförordningen artikel 17"),
    refused: Localized(
      en: "liggare person affiliate P-9 --unit U-2, after P-9 was erased",
      sv: "liggare person affiliate P-9 --unit U-2, när P-9 är raderad"),
    allowed: Localized(
      en: "liggare person register \"Bo Ek\" --unit U-2",
      sv: "liggare person register \"Bo Ek\" --unit U-2"))

  public static func check(person: PersonID, erased: Instant?) -> Diagnostic? {
    guard let erased else { return nil }
    return code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]),
      .init(en: "erased", sv: "raderad", at: erased))
  }
}
