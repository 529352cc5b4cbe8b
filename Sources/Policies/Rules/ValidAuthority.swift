public import AccessModel
public import Chronology
public import Diagnostics

/// The decider holds, when the decision is made, an authority that covers it. (INV-04)
public enum ValidAuthority {
  public static let code = DiagnosticCode(
    "INV-04",
    Localized(
      en: "The decider has no authority in force for this decision.",
      sv: "Beslutsfattaren har ingen gällande befogenhet för beslutet."),
    remedy: Localized(
      en:
        "Let a person who holds the role decide, or record the appointment first: liggare role assign.",
      sv:
        "Låt en person som har rollen besluta, eller registrera förordnandet först: liggare role assign."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A decision counts only when whoever makes it may. The authority is looked up as it was when the decision was made.",
      sv:
        "Ett beslut gäller bara om den som fattar det får göra det. Befogenheten prövas som den var när beslutet fattades."
    ),
    source: Localized(
      en:
        "guideline: roles and responsibility are clear; ISO 27001 5.2, 5.15; NIS2 Article 21(2)(i)",
      sv: "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.2, 5.15; NIS2 artikel 21.2 i"),
    refused: Localized(
      en: "liggare grant approve R-1 --decided-by nils.ek, whose role ended yesterday",
      sv: "liggare grant approve R-1 --decided-by nils.ek, vars roll upphörde i går"),
    allowed: Localized(
      en: "liggare role assign steward nils.ek --system S-1, then the same",
      sv: "liggare role assign steward nils.ek --system S-1, därefter samma sak"))

  /// - Parameter hasAuthority: whether an assignment in force covers the entitlement at the moment of decision.
  public static func check(
    decider: PersonID, entitlement: EntitlementID, decidedBy: Role, at moment: Instant,
    hasAuthority: Bool
  ) -> Diagnostic? {
    guard !hasAuthority else { return nil }
    return code.diagnostic(
      .init(Localized(en: "decider", sv: "beslutsfattare"), persons: ["\(decider)"]),
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "decided by", sv: "beslutas av", localized: decidedBy.word),
      .init(en: "at", sv: "vid", at: moment))
  }
}
