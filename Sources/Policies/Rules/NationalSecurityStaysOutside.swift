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

  public static let ground = Ground(
    protects: Localized(
      en: "Information about national security needs protection that this register does not give.",
      sv: "Säkerhetsskyddsklassificerade uppgifter kräver ett skydd som detta register inte ger."),
    source: Localized(
      en: "the Protective Security Act; ISO 27001 5.12",
      sv: "säkerhetsskyddslagen; ISO 27001 5.12"),
    refused: Localized(
      en: "liggare system classify S-1 4/2/1",
      sv: "liggare system classify S-1 4/2/1"),
    allowed: Localized(
      en: "liggare system classify S-1 3/2/1",
      sv: "liggare system classify S-1 3/2/1"))

  /// - Parameter isEnabled: whether the rules let such systems in all the same.
  public static func check(
    system: SystemID, highest: Int, isEnabled: Bool = false
  ) -> Diagnostic? {
    guard highest > 3, !isEnabled else { return nil }
    return code.diagnostic(
      .init(SystemSubject.word, "\(system)"), .init(en: "level", sv: "nivå", "\(highest)"))
  }
}
