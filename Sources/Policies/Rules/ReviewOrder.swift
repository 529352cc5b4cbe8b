public import AccessModel
public import Diagnostics

/// A review goes forward: planned, started, answered, closed, assessed (REV-01)
public enum ReviewOrder {
  public static let code = DiagnosticCode(
    "REV-01",
    Localized(
      en: "The review is not where this can be done.",
      sv: "Granskningen är inte där detta kan göras."),
    remedy: Localized(
      en:
        "liggare review show REVIEW tells where it stands. A planned review is started, a running one is answered and closed, a closed one is assessed.",
      sv:
        "liggare review show GRANSKNING visar var den står. En planerad granskning startas, en pågående besvaras och avslutas, en avslutad bedöms."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What a review says is only worth something when its steps came in order.",
      sv: "Vad en granskning säger är bara värt något när stegen kom i ordning."),
    source: Localized(
      en: "ISO 27001 5.18",
      sv: "ISO 27001 5.18"),
    refused: Localized(
      en: "an answer in V-1, which is closed",
      sv: "ett svar i V-1, som är avslutad"),
    allowed: Localized(
      en: "an answer in V-1 while it is running",
      sv: "ett svar i V-1 medan den pågår"))

  public static func violation(review: ReviewID, state: Localized) -> Diagnostic {
    code.diagnostic(
      .init(ReviewSubject.word, "\(review)"),
      .init(en: "state", sv: "läge", localized: state))
  }
}
