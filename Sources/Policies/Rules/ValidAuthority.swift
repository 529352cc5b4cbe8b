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
        "Let a person who holds the role decide (liggare role who-decides ENTITLEMENT), or record the appointment first: liggare role assign.",
      sv:
        "Låt en person som har rollen besluta (liggare role who-decides BEHÖRIGHET), eller registrera förordnandet först: liggare role assign."
    ))

  /// - Parameters:
  ///   - hasAuthority: whether an authority in force covers the entitlement at the moment of decision.
  ///   - misses: what keeps the nearest that the decider has from covering it.
  public static func check(
    decider: PersonID, entitlement: EntitlementID, decidedBy: Role, at moment: Instant,
    hasAuthority: Bool, misses: [Localized] = []
  ) -> Diagnostic? {
    guard !hasAuthority else { return nil }
    return code.diagnostic(
      facts: [
        .init(en: "decider", sv: "beslutsfattare", "\(decider)"),
        .init(EntitlementSubject.word, "\(entitlement)"),
        .init(en: "decided by", sv: "beslutas av", localized: decidedBy.word),
        .init(en: "at", sv: "vid", "\(moment)"),
      ] + misses.map { .init(en: "why", sv: "varför", localized: $0) })
  }
}
