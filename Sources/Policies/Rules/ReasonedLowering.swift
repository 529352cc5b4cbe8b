public import AccessModel
public import Diagnostics

/// Who judges an incident to be less than before says why; the clocks that ran stay as history. (INV-47)
public enum ReasonedLowering {
  public static let code = DiagnosticCode(
    "INV-47",
    Localized(
      en: "The incident is judged lower than before, without a reason.",
      sv: "Incidenten bedöms lägre än förut, utan skäl."),
    remedy: Localized(
      en: "Say why with --reason. Clocks that ran are kept and shown as history.",
      sv: "Ange varför med --reason. Klockor som gått behålls och visas som historik."))

  public static let ground = Ground(
    protects: Localized(
      en: "A deadline must not vanish because somebody renames what happened.",
      sv: "En tidsgräns får inte försvinna för att någon döper om det som hänt."),
    source: Localized(
      en: "guideline: continuous follow-up against established rules; ISO 27001 5.25, 5.28",
      sv: "riktlinjen: kontinuerlig uppföljning mot fastställda regler; ISO 27001 5.25, 5.28"),
    refused: Localized(
      en: "liggare incident triage I-1 --severity 1 after severity 4",
      sv: "liggare incident triage I-1 --severity 1 efter grad 4"),
    allowed: Localized(
      en: "the same with --reason",
      sv: "samma sak med --reason"))

  /// - Parameter what: what was lowered, as people say it; `nil` when nothing was.
  public static func check(
    _ incident: IncidentID, lowered what: Localized?, hasReason: Bool
  ) -> Diagnostic? {
    guard let what, !hasReason else { return nil }
    return code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"), .init(en: "lower", sv: "lägre", localized: what))
  }
}
