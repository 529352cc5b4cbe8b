public import AccessModel
public import Diagnostics

/// Somebody who answers for the system or for security is told of emergency access at once. (EMG-03)
public enum EmergencyNotice {
  public static let code = DiagnosticCode(
    "EMG-03",
    Localized(
      en: "Neither the system steward nor the security coordinator was told.",
      sv: "Varken systemförvaltaren eller informationssäkerhetssamordnaren är underrättad."),
    remedy: Localized(
      en: "Tell one of them, and say so: --notified steward or --notified security-coordinator.",
      sv:
        "Underrätta någon av dem, och ange det: --notified steward eller --notified security-coordinator."
    ))

  public static func check(notified: [Role]) -> Diagnostic? {
    guard !notified.contains(.steward), !notified.contains(.securityCoordinator) else { return nil }
    return code.diagnostic(
      .init(
        en: "told", sv: "underrättade",
        localized: notified.isEmpty
          ? Localized(en: "nobody", sv: "ingen")
          : Localized(
            en: notified.map(\.word.english).joined(separator: ", "),
            sv: notified.map(\.word.swedish).joined(separator: ", "))))
  }
}
