public import AccessModel
public import Chronology
public import Diagnostics

/// Access from before a move is confirmed for the new place, or it ends. (PER-09)
public enum ConfirmedTransfer {
  public static let code = DiagnosticCode(
    "PER-09",
    Localized(
      en: "Nobody has confirmed access from before the person's move.",
      sv: "Ingen har bekräftat behörighet från tiden före personens flytt."),
    remedy: Localized(
      en:
        "Confirm what is needed in the new place: liggare person confirm PERSON --grant GRANT. End the rest: liggare grant revoke GRANT.",
      sv:
        "Bekräfta det som behövs på den nya platsen: liggare person confirm PERSON --grant TILLDELNING. Avsluta resten: liggare grant revoke TILLDELNING."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Whoever moves from desk to desk would otherwise gather the access of them all.",
      sv: "Den som flyttar mellan tjänster skulle annars samla på sig behörigheterna från dem alla."
    ),
    source: Localized(
      en: "guideline: need is reviewed when duties change; ISO 27001 5.18, 6.5",
      sv: "riktlinjen: behovet prövas när arbetsuppgifterna ändras; ISO 27001 5.18, 6.5"),
    refused: Localized(
      en: "G-2 in effect twenty days after bo.ek moved from U-2 to U-3",
      sv: "G-2 gäller tjugo dagar efter att bo.ek flyttade från U-2 till U-3"),
    allowed: Localized(
      en: "liggare person confirm bo.ek --grant G-2 by the new manager",
      sv: "liggare person confirm bo.ek --grant G-2 av den nya chefen"))

  /// Whether unconfirmed access to a system is listed and never ended by itself: lives may depend on it (patient safety).
  public static func isSpared(sector: Sector?, availability: Int64?) -> Bool {
    switch sector {
    case .care?, .rescue?: (availability ?? 0) >= 3
    case .general?, nil: false
    }
  }

  public static func finding(
    person: PersonID, grant: GrantID, moved: Instant, due: Instant
  ) -> Diagnostic {
    code.diagnostic(
      .init(PersonSubject.word, persons: ["\(person)"]), .init(GrantSubject.word, "\(grant)"),
      .init(en: "moved", sv: "flyttade", at: moved),
      .init(en: "to be confirmed by", sv: "ska bekräftas senast", end: due))
  }
}
