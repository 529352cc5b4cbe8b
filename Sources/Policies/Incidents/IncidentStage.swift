public import AccessModel
public import Diagnostics

/// A notice or a step that a regime asks for, and its clock.
public struct IncidentStage: Hashable, Sendable {
  /// What a clock is counted from.
  public enum Start: Hashable, Sendable {
    /// When the legal entity became aware.
    case aware
    /// When somebody noticed.
    case noticed
    /// When it was reported.
    case reported
    /// When the severity that it has was given to it.
    case rated
    /// When it was handled.
    case handled
    /// When it was closed.
    case closed
    /// When another stage of the regime was handed in.
    case stage(StageCode)
  }

  /// When a stage is asked for.
  public enum Condition: Hashable, Sendable {
    case always
    /// While the incident is not handled.
    case ongoing
    /// When a criterion is met.
    case criterion(CriterionCode)
    /// When somebody asks for it; it has no clock.
    case onRequest
  }

  /// What fulfils a stage.
  public enum Fulfilment: String, Hashable, Sendable, CaseIterable {
    /// A notice that is handed in.
    case notice
    /// That the incident is triaged, which names its lead.
    case triage
    /// That management is informed.
    case management
    /// A follow-up after the end.
    case followUp = "follow-up"
  }

  public var code: StageCode
  public var name: Localized
  public var start: Start
  /// How long the clock runs, where nothing is said of the severity; `nil` for a stage without a clock.
  public var within: TimeSpan?
  /// How long it runs at a severity, 1 to 4.
  public var bySeverity: [Int64: TimeSpan] = [:]
  public var condition: Condition
  public var fulfilment: Fulfilment
  /// Whether its clock is counted from when the incident was handled, where it is not handled by the time that it is out.
  public var waitsForHandling: Bool
  /// What its notice tells, in order.
  public var contents: [NoticeItem]
  public var isConfirmed: Bool

  /// How long the clock runs at a severity; `nil` where that has not been judged.
  public func span(at severity: Int64?) -> TimeSpan? {
    severity.flatMap { bySeverity[$0] } ?? within
  }
}

/// Something that a notice of an incident can tell, which the ledger may know.
public enum NoticeItem: String, Hashable, Sendable, CaseIterable {
  case what
  case category
  case severity
  case impact
  case noticed
  case aware
  case period
  case systems
  case personalData = "personal-data"
  case persons
  case criteria
  case malicious
  case crossBorder = "cross-border"
  case actions
  case exposure
  case ongoing
  case cause
  case effects
  case lessons
  case measures
  case earlier
  case contact

  public var name: Localized {
    switch self {
    case .what: Localized(en: "What happened", sv: "Vad som hände")
    case .category: Localized(en: "Kind of incident", sv: "Slag av incident")
    case .severity: Localized(en: "Severity", sv: "Allvarlighetsgrad")
    case .impact: Localized(en: "Affected", sv: "Påverkat")
    case .noticed: Localized(en: "Noticed", sv: "Upptäckt")
    case .aware: Localized(en: "Became aware", sv: "Fick kännedom")
    case .period: Localized(en: "When it went on", sv: "När det pågick")
    case .systems: Localized(en: "Systems", sv: "System")
    case .personalData: Localized(en: "Personal data concerned", sv: "Personuppgifter berörda")
    case .persons:
      Localized(
        en: "Categories and approximate number of data subjects and records",
        sv: "Kategorier av och ungefärligt antal registrerade och uppgifter")
    case .criteria: Localized(en: "Criteria met", sv: "Uppfyllda kriterier")
    case .malicious:
      Localized(
        en: "Unlawful or malicious act suspected",
        sv: "Misstanke om olaglig eller avsiktlig handling"
      )
    case .crossBorder:
      Localized(en: "Effects in other countries possible", sv: "Möjliga verkningar i andra länder")
    case .actions: Localized(en: "Measures taken", sv: "Vidtagna åtgärder")
    case .exposure: Localized(en: "Who could reach it", sv: "Vilka som kunde nå det")
    case .ongoing: Localized(en: "Still going on", sv: "Pågår fortfarande")
    case .cause: Localized(en: "Root cause", sv: "Grundorsak")
    case .effects: Localized(en: "Likely consequences", sv: "Sannolika konsekvenser")
    case .lessons: Localized(en: "Lessons", sv: "Lärdomar")
    case .measures: Localized(en: "Planned measures", sv: "Planerade åtgärder")
    case .earlier: Localized(en: "Earlier notices", sv: "Tidigare anmälningar")
    case .contact: Localized(en: "Contact", sv: "Kontakt")
    }
  }
}
