public import AccessModel
public import Diagnostics

/// Those who keep a system or the ledger are reviewed from above (INV-37)
public enum ReviewedFromAbove {
  public static let code = DiagnosticCode(
    "INV-37",
    Localized(
      en: "The own access of somebody who keeps the system is reviewed by somebody above them.",
      sv: "Egen behörighet för den som sköter systemet granskas av någon över dem."),
    remedy: Localized(
      en:
        "Let the system's owner review it; the owner's is for their superior or the security coordinator, the ledger custodian's for a head of administration or the auditor.",
      sv:
        "Låt systemets ägare granska den; ägarens är för dennes chef eller informationssäkerhetssamordnaren, loggförvaltarens för en förvaltningschef eller revisorn."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Who hands out access does not also vouch for their own.",
      sv: "Den som delar ut behörighet går inte också i god för sin egen."),
    source: Localized(
      en: "ISO 27001 5.3, 8.2; NIST AC-5",
      sv: "ISO 27001 5.3, 8.2; NIST AC-5"),
    refused: Localized(
      en: "the deputy reviews the steward's access to the steward's own system",
      sv: "att ersättaren granskar förvaltarens behörighet i förvaltarens eget system"),
    allowed: Localized(
      en: "the owner reviews it",
      sv: "att ägaren granskar den"))

  /// - Parameter allowed: who may review the grant; `nil` when its holder keeps nothing.
  public static func check(
    reviewer: PersonID, actingFor: PersonID? = nil, grant: GrantID, allowed: [PersonID]?
  ) -> Diagnostic? {
    guard let allowed, !allowed.contains(reviewer),
      !(actingFor.map(allowed.contains) ?? false)
    else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"),
      .init(Localized(en: "reviewer", sv: "granskare"), persons: ["\(reviewer)"]),
      .init(
        Localized(en: "can review it", sv: "kan granska den"), persons: allowed.map { "\($0)" }))
  }
}
