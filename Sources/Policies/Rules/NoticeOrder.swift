public import AccessModel
public import Chronology
public import Diagnostics

/// The notices of a regime are handed in in their order, each for an entity that has the duty. (INV-43)
public enum NoticeOrder {
  public static let code = DiagnosticCode(
    "INV-43",
    Localized(
      en: "The notice cannot be recorded in this order.",
      sv: "Anmälan kan inte registreras i den här ordningen."),
    remedy: Localized(
      en:
        "Record the earlier one first, or name both when one notice was both: liggare incident notify INCIDENT REGIME warning notification.",
      sv:
        "Registrera den tidigare först, eller nämn båda när en anmälan var båda: liggare incident notify INCIDENT REGELOMRÅDE warning notification."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A month runs from the notification, and a final report that has none before it is counted from nothing.",
      sv:
        "En månad räknas från incidentanmälan, och en slutrapport utan en sådan räknas från ingenting."
    ),
    source: Localized(
      en: "the Cybersecurity Act (2025:1506), chapter 2, sections 5–8; NIS2 Article 23(4)",
      sv: "cybersäkerhetslagen (2025:1506) 2 kap. 5–8 §§; NIS2 artikel 23.4"),
    refused: Localized(
      en: "the final report of I-1 before its notification",
      sv: "slutrapporten för I-1 före dess anmälan"),
    allowed: Localized(
      en: "the notification, and then the final report",
      sv: "anmälan, och sedan slutrapporten"))

  /// What stands against it.
  public enum Objection: Hashable, Sendable {
    /// A stage that comes before was not handed in.
    case earlier(StageCode)
    /// A stage that comes before was handed in later than this.
    case later(StageCode, at: Instant)
    /// It is said to be handed in at a moment that is yet to come.
    case future(Instant)
  }

  public static func violation(
    _ incident: IncidentID, regime: RegimeCode, entity: UnitID, stage: StageCode,
    _ objection: Objection
  ) -> Diagnostic {
    var facts: [Diagnostic.Fact] = [
      .init(IncidentSubject.word, "\(incident)"), .init(RegimeSubject.word, "\(regime)"),
      .init(UnitSubject.word, "\(entity)"), .init(StageSubject.word, "\(stage)"),
    ]
    switch objection {
    case .earlier(let stage):
      facts.append(
        .init(en: "comes before, not handed in", sv: "kommer före, inte lämnat", "\(stage)"))
    case .later(let stage, let moment):
      facts.append(.init(en: "comes before", sv: "kommer före", "\(stage)"))
      facts.append(.init(en: "handed in", sv: "lämnat", at: moment))
    case .future(let moment): facts.append(.init(en: "yet to come", sv: "i framtiden", at: moment))
    }
    return code.diagnostic(facts: facts)
  }
}
