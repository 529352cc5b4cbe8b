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

  public static func check(again: [RequestID]) -> Diagnostic? {
    guard !again.isEmpty else { return nil }
    return code.diagnostic(
      .init(
        en: "reported before", sv: "anmälda tidigare",
        again.map { "\($0)" }.joined(separator: ", ")))
  }
}
