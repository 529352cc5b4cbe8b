public import AccessModel
public import Diagnostics

/// An item is answered by whoever it was given to (REV-02)
public enum RoutedReviewer {
  public static let code = DiagnosticCode(
    "REV-02",
    Localized(
      en: "The item is not the reviewer's to answer.",
      sv: "Posten är inte granskarens att besvara."),
    remedy: Localized(
      en:
        "Let whoever has it answer, or hand it over: liggare review reassign REVIEW --item GRANT --to PERSON.",
      sv:
        "Låt den som har den svara, eller lämna över den: liggare review reassign GRANSKNING --item TILLDELNING --to PERSON."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Who answers for a need is somebody who knows it.",
      sv: "Den som svarar för ett behov ska känna till det."),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 j",
      sv: "ISO 27001 5.18; NIST AC-2 j"),
    refused: Localized(
      en: "an answer by somebody who was not asked",
      sv: "ett svar av någon som inte har tillfrågats"),
    allowed: Localized(
      en: "an answer by the one it was escalated to",
      sv: "ett svar av den som posten eskalerades till"))

  public static func check(
    reviewer: PersonID, grant: GrantID, asked: [PersonID], isAsked: Bool
  ) -> Diagnostic? {
    guard !isAsked else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"),
      .init(Localized(en: "reviewer", sv: "granskare"), persons: ["\(reviewer)"]),
      .init(Localized(en: "asked", sv: "tillfrågade"), persons: asked.map { "\($0)" }))
  }
}
