public import AccessModel
public import Chronology
public import Diagnostics

/// A notice that is handed in late says why. (INV-44)
public enum LateNoticeSaysWhy {
  public static let code = DiagnosticCode(
    "INV-44",
    Localized(
      en: "The notice is late, and does not say why.",
      sv: "Anmälan är sen och anger inte varför."),
    remedy: Localized(
      en: "Say why with --late-reason.",
      sv: "Ange varför med --late-reason."))

  public static let ground = Ground(
    protects: Localized(
      en: "A delay that is explained can be judged. One that is not looks like neglect.",
      sv: "En försening som förklaras kan bedömas. En som inte gör det ser ut som försummelse."),
    source: Localized(
      en:
        "GDPR Article 33(1): a late notification gives its reasons; the Cybersecurity Act, chapter 2, sections 5–6",
      sv:
        "dataskyddsförordningen artikel 33.1: en sen anmälan anger skälen; cybersäkerhetslagen 2 kap. 5–6 §§"
    ),
    refused: Localized(
      en: "a notification under gdpr 80 hours after U-2 became aware, without a reason",
      sv: "en anmälan enligt gdpr 80 timmar efter att U-2 fick kännedom, utan skäl"),
    allowed: Localized(
      en: "the same with --late-reason",
      sv: "samma sak med --late-reason"))

  /// - Parameter due: when the clock was out; `nil` when none ran.
  public static func check(
    _ incident: IncidentID, regime: RegimeCode, entity: UnitID, stage: StageCode,
    at moment: Instant,
    due: Instant?, hasReason: Bool
  ) -> Diagnostic? {
    guard let due, due < moment, !hasReason else { return nil }
    return code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"), .init(RegimeSubject.word, "\(regime)"),
      .init(UnitSubject.word, "\(entity)"), .init(StageSubject.word, "\(stage)"),
      .init(en: "due", sv: "senast", at: due), .init(en: "handed in", sv: "lämnat", at: moment))
  }
}
