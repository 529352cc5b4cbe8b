public import AccessModel
public import Diagnostics

/// Information about national security is not for this register. (INV-59)
public enum NationalSecurityStaysOutside {
  public static let code = DiagnosticCode(
    "INV-59",
    Localized(
      en: "Level 4, information about national security, is outside this register.",
      sv: "Nivå 4, säkerhetsskyddsklassificerade uppgifter, ligger utanför detta register."),
    remedy: Localized(
      en: "Keep such a system in a register made for it.",
      sv: "För ett sådant system i ett register som är gjort för det."))

  /// - Parameter isEnabled: whether the rules let such systems in all the same.
  public static func check(
    system: SystemID, highest: Int, isEnabled: Bool = false
  ) -> Diagnostic? {
    guard highest > 3, !isEnabled else { return nil }
    return code.diagnostic(
      .init(SystemSubject.word, "\(system)"), .init(en: "level", sv: "nivå", "\(highest)"))
  }
}
