public import Diagnostics

/// Where the rules say so, a fact is recorded with the number of its case. (POL-20)
public enum RequiredCase {
  public static let code = DiagnosticCode(
    "POL-20",
    Localized(
      en: "The rules want a case number here.", sv: "Reglerna kräver ett diarienummer här."),
    remedy: Localized(
      en: "Give the case number with --case, such as --case \"KS 2026/12\".",
      sv: "Ange diarienumret med --case, till exempel --case \"KS 2026/12\"."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "With the case number a decision is found among the organisation's records, and the records are found from here.",
      sv:
        "Med diarienumret hittas ett beslut bland organisationens handlingar, och handlingarna hittas härifrån."
    ),
    source: Localized(
      en: "the Public Access to Information and Secrecy Act, chapter 5; ISO 27001 5.33",
      sv: "offentlighets- och sekretesslagen, 5 kap.; ISO 27001 5.33"),
    refused: Localized(
      en: "liggare grant approve R-1, where recording.case-number names request.approved",
      sv: "liggare grant approve R-1, när recording.case-number nämner request.approved"),
    allowed: Localized(
      en: "the same with --case \"SN 2026/12\"",
      sv: "samma sak med --case \"SN 2026/12\""))

  /// - Parameters:
  ///   - event: the type of event, by its name in the log.
  ///   - required: the types of event that need a case number.
  public static func check(event: String, hasCase: Bool, required: Set<String>) -> Diagnostic? {
    guard !hasCase, required.contains(event) else { return nil }
    return code.diagnostic(.init(en: "event", sv: "händelse", event))
  }
}
