public import AccessModel
public import Diagnostics

/// Emergency access is activated only to what has been set apart for it. (EMG-01)
public enum EmergencyEntitlement {
  public static let code = DiagnosticCode(
    "EMG-01",
    Localized(
      en: "The entitlement is not open to emergency access.",
      sv: "Behörigheten är inte öppen för nödåtkomst."),
    remedy: Localized(
      en:
        "Use an entitlement that is flagged for emergencies. Else ask for access: liggare request submit.",
      sv:
        "Använd en behörighet som är märkt för nödläge. Begär annars behörighet: liggare request submit."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A way past the request that is open everywhere would soon be the ordinary way.",
      sv: "En väg förbi begäran som står öppen överallt skulle snart bli den vanliga vägen."),
    source: Localized(
      en: "ISO 27001 5.15, 5.18, 8.2; NIST AC-2",
      sv: "ISO 27001 5.15, 5.18, 8.2; NIST AC-2"),
    refused: Localized(
      en: "liggare grant emergency bo.ek S-1/read, where S-1/read is not flagged",
      sv: "liggare grant emergency bo.ek S-1/read, där S-1/read inte är märkt"),
    allowed: Localized(
      en: "the same for an entitlement that is flagged for emergencies",
      sv: "samma sak för en behörighet som är märkt för nödläge"))

  public static func check(entitlement: EntitlementID, isOpen: Bool) -> Diagnostic? {
    isOpen ? nil : code.diagnostic(.init(EntitlementSubject.word, "\(entitlement)"))
  }
}
