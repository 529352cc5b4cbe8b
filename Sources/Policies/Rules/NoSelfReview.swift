public import AccessModel
public import Diagnostics

/// Nobody reviews their own access. (INV-31)
public enum NoSelfReview {
  public static let code = DiagnosticCode(
    "INV-31",
    Localized(
      en: "The reviewer is the person whose access is reviewed, or acts for them, or decided it.",
      sv: "Granskaren är den vars behörighet granskas, företräder denne, eller har beslutat den."),
    remedy: Localized(
      en: "Let another person review it.",
      sv: "Låt en annan person granska den."))

  public static let ground = Ground(
    protects: Localized(
      en: "A review is a second look, so somebody else must do it.",
      sv: "En granskning innebär att någon ser med nya ögon, så den måste göras av någon annan."),
    source: Localized(
      en: "guideline: access is followed up regularly; ISO 27001 5.3, 5.18",
      sv: "riktlinjen: behörigheter följs upp regelbundet; ISO 27001 5.3, 5.18"),
    refused: Localized(
      en: "a review of G-1 by the person who holds G-1",
      sv: "granskning av G-1 av den som har G-1"),
    allowed: Localized(
      en: "the same by the person's manager",
      sv: "samma granskning av personens chef"))

  /// - Parameter actingFor: for whom the reviewer stands in: a deputy does not review the one deputised for.
  public static func check(
    reviewer: PersonID, actingFor: PersonID? = nil, subject: PersonID?
  ) -> Diagnostic? {
    guard let subject, reviewer == subject || actingFor == subject else { return nil }
    return code.diagnostic(
      .init(Localized(en: "reviewer", sv: "granskare"), persons: ["\(reviewer)"]))
  }

  /// Where the rules keep deciding and reviewing apart, nobody reviews a grant that they decided.
  public static func check(
    reviewer: PersonID, deciders: Set<PersonID>, isApart: Bool
  ) -> Diagnostic? {
    guard isApart, deciders.contains(reviewer) else { return nil }
    return code.diagnostic(
      .init(Localized(en: "reviewer", sv: "granskare"), persons: ["\(reviewer)"]),
      .init(
        Localized(en: "decided the grant", sv: "beslutade tilldelningen"), persons: ["\(reviewer)"])
    )
  }
}
