public import AccessModel
public import Diagnostics

/// Where the stakes are high, the endorser and the decider are two persons. (INV-03)
public enum TwoPersons {
  public static let code = DiagnosticCode(
    "INV-03",
    Localized(
      en: "This entitlement needs two persons: the one who endorsed may not also decide.",
      sv: "Behörigheten kräver två personer: den som tillstyrkt får inte också besluta."),
    remedy: Localized(
      en: "Let another person with authority decide, or another manager endorse.",
      sv: "Låt en annan person med befogenhet besluta, eller en annan chef tillstyrka."))

  /// Whether an entitlement demands two persons.
  public static func isNeeded(privilege: Privilege, level: Int) -> Bool {
    privilege == .privileged || level >= 3
  }

  /// Two persons are needed for privileged entitlements and at level 3 and above.
  public static func check(
    endorser: PersonID?, decider: PersonID, privilege: Privilege, level: Int
  ) -> Diagnostic? {
    guard isNeeded(privilege: privilege, level: level), endorser == decider else { return nil }
    return code.diagnostic(
      .init(en: "endorser and decider", sv: "tillstyrkare och beslutsfattare", "\(decider)"),
      .init(en: "privileged", sv: "privilegierad", privilege == .privileged ? "1" : "0"),
      .init(en: "level", sv: "nivå", "\(level)"))
  }
}
