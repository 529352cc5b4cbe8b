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
        "Use an entitlement that is flagged for emergencies; liggare system show lists them. Else ask for access: liggare request submit.",
      sv:
        "Använd en behörighet som är märkt för nödläge; liggare system show visar dem. Begär annars behörighet: liggare request submit."
    ))

  public static func check(entitlement: EntitlementID, isOpen: Bool) -> Diagnostic? {
    isOpen ? nil : code.diagnostic(.init(EntitlementSubject.word, "\(entitlement)"))
  }
}
