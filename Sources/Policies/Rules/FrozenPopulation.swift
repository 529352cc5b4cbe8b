public import AccessModel
public import Diagnostics

/// What a review is about is fixed when it starts (INV-32)
public enum FrozenPopulation {
  public static let code = DiagnosticCode(
    "INV-32",
    Localized(
      en: "The review would be about other access than when it started.",
      sv: "Granskningen skulle gälla annan behörighet än när den startade."),
    remedy: Localized(
      en: "Start it as it is now; what has changed since belongs to the next review.",
      sv: "Starta den som läget är nu; det som ändrats sedan dess hör till nästa granskning."))

  public static let ground = Ground(
    protects: Localized(
      en: "A review that takes in and lets out access while it runs can be made to say anything.",
      sv:
        "En granskning som tar in och släpper ut behörighet medan den pågår kan fås att säga vad som helst."
    ),
    source: Localized(
      en: "ISO 27001 5.18; NIST AC-2 j",
      sv: "ISO 27001 5.18; NIST AC-2 j"),
    refused: Localized(
      en: "an item for G-9, which began after V-1 started",
      sv: "en post för G-9, som började efter att V-1 startade"),
    allowed: Localized(
      en: "an item for a grant that the start counted",
      sv: "en post för en tilldelning som räknades vid starten"))

  /// What is to be the same, and is not.
  public enum Mismatch: Hashable, Sendable {
    case position
    case items
    case manifest
    /// A grant that the campaign is not about.
    case grant(GrantID)
  }

  public static func violation(_ mismatch: Mismatch, review: ReviewID) -> Diagnostic {
    let what: Localized =
      switch mismatch {
      case .position:
        Localized(en: "the number of events", sv: "antalet händelser")
      case .items: Localized(en: "the number of items", sv: "antalet poster")
      case .manifest: Localized(en: "the digest of the list", sv: "listans kontrollsumma")
      case .grant(let grant): Localized(verbatim: "\(grant)")
      }
    return code.diagnostic(
      .init(ReviewSubject.word, "\(review)"),
      .init(en: "what differs", sv: "vad som skiljer", localized: what))
  }
}
