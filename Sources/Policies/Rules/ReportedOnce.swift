public import AccessModel
public import Diagnostics

/// A decision is reported once. (DEL-05)
public enum ReportedOnce {
  public static let code = DiagnosticCode(
    "DEL-05",
    Localized(
      en: "The decisions have been reported already.",
      sv: "Besluten har redan anmälts."),
    remedy: Localized(
      en: "Leave them out: liggare delegation unreported lists what is left to report.",
      sv: "Utelämna dem: liggare delegation unreported listar vad som återstår att anmäla."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Reported twice, a decision would seem to be two, and the time for appeal would be unclear.",
      sv: "Anmält två gånger skulle ett beslut se ut som två, och överklagandetiden bli oklar."),
    source: Localized(
      en: "Local Government Act (Sweden) 6:40, 13:5",
      sv: "kommunallagen 6 kap. 40 § och 13 kap. 5 §"),
    refused: Localized(
      en: "liggare delegation report for a period that has been reported",
      sv: "liggare delegation report för en period som redan är anmäld"),
    allowed: Localized(
      en: "liggare delegation report for the period after it",
      sv: "liggare delegation report för perioden därefter"))

  public static func check(again: [RequestID]) -> Diagnostic? {
    guard !again.isEmpty else { return nil }
    return code.diagnostic(
      .init(
        en: "reported before", sv: "anmälda tidigare",
        again.map { "\($0)" }.joined(separator: ", ")))
  }
}
