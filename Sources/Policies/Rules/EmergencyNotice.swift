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

  public static let ground = Ground(
    protects: Localized(
      en: "Emergency access that nobody is told of is seen by nobody while it lasts.",
      sv: "Nödåtkomst som ingen får veta om ser ingen medan den pågår."),
    source: Localized(
      en: "ISO 27001 5.18, 8.2; NIST AC-2",
      sv: "ISO 27001 5.18, 8.2; NIST AC-2"),
    refused: Localized(
      en: "liggare grant emergency bo.ek S-1/open --notified manager",
      sv: "liggare grant emergency bo.ek S-1/open --notified manager"),
    allowed: Localized(
      en: "liggare grant emergency bo.ek S-1/open --notified manager,steward",
      sv: "liggare grant emergency bo.ek S-1/open --notified manager,steward"))

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
