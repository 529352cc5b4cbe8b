public import AccessModel
public import Diagnostics

/// A review closes whole, and the accountable head attests to it (INV-36)
public enum WholeClosing {
  public static let code = DiagnosticCode(
    "INV-36",
    Localized(
      en: "The review cannot be closed so.",
      sv: "Granskningen kan inte avslutas så."),
    remedy: Localized(
      en:
        "Have every item answered, and let the accountable head attest: liggare review close REVIEW --attested-by PERSON. liggare view review-items shows what is open.",
      sv:
        "Låt varje post besvaras och den ansvariga chefen intyga: liggare review close GRANSKNING --attested-by PERSON. liggare view review-items visar vad som är öppet."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Nothing falls out of a review between its start and its report.",
      sv: "Inget faller bort mellan granskningens början och rapporten."),
    source: Localized(
      en:
        "guideline: heads of administration and managing directors answer for follow-up; ISO 27001 5.18",
      sv: "riktlinjen: förvaltningschefer och VD:ar ansvarar för uppföljningen; ISO 27001 5.18"),
    refused: Localized(
      en: "the closing of V-1 with two items open",
      sv: "att avsluta V-1 med två öppna poster"),
    allowed: Localized(
      en: "the closing of V-1 with every item answered, attested by the head",
      sv: "att avsluta V-1 med alla poster besvarade, intygat av förvaltningschefen"))

  /// What stands against the closing.
  public enum Objection: Hashable, Sendable {
    case open(Int)
    /// The totals are not those of the items.
    case totals
    case noAttester
    /// Who attests does not answer for what was reviewed.
    case attester(PersonID, accountable: [PersonID])
  }

  public static func violation(_ objection: Objection, review: ReviewID) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [.init(ReviewSubject.word, "\(review)")]
    switch objection {
    case .open(let count): facts.append(.init(en: "open items", sv: "öppna poster", "\(count)"))
    case .totals:
      facts.append(
        .init(
          en: "why not", sv: "varför inte",
          localized: Localized(
            en: "the totals are not those of the items",
            sv: "summorna stämmer inte med posterna")))
    case .noAttester:
      facts.append(
        .init(
          en: "why not", sv: "varför inte",
          localized: Localized(en: "nobody attests", sv: "ingen intygar")))
    case .attester(let person, let accountable):
      facts.append(
        .init(Localized(en: "attested by", sv: "intygad av"), persons: ["\(person)"]))
      facts.append(
        .init(
          Localized(en: "accountable", sv: "ansvariga"), persons: accountable.map { "\($0)" }))
    }
    return code.diagnostic(facts: facts)
  }
}
