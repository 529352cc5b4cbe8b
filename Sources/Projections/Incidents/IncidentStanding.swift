public import AccessModel
public import Chronology
public import Diagnostics
public import Events

/// Where an incident is in its life. Computed from what was said of it, never stored.
public enum IncidentState: Hashable, Sendable, CaseIterable {
  case reported
  case triaged
  /// A regime is assessed, and nothing was done yet.
  case assessed
  case handling
  /// It is handled, and not closed.
  case resolved
  case closed
  /// It was looked at, and is none.
  case notAnIncident

  /// What programs read.
  public var code: String {
    switch self {
    case .reported: "reported"
    case .triaged: "triaged"
    case .assessed: "assessed"
    case .handling: "handling"
    case .resolved: "resolved"
    case .closed: "closed"
    case .notAnIncident: "not-an-incident"
    }
  }

  public var word: Localized {
    switch self {
    case .reported: Localized(en: "reported", sv: "rapporterad")
    case .triaged: Localized(en: "triaged", sv: "bedömd")
    case .assessed: Localized(en: "assessed", sv: "prövad")
    case .handling: Localized(en: "being handled", sv: "hanteras")
    case .resolved: Localized(en: "handled", sv: "hanterad")
    case .closed: Localized(en: "closed", sv: "avslutad")
    case .notAnIncident: Localized(en: "not an incident", sv: "inte en incident")
    }
  }

  /// Whether somebody has to do something before it is over.
  public var isOpen: Bool {
    switch self {
    case .reported, .triaged, .assessed, .handling, .resolved: true
    case .closed, .notAnIncident: false
    }
  }
}

extension IncidentRow {
  /// A regime for one legal entity.
  public struct Matter: Hashable, Sendable {
    public var regime: RegimeCode
    public var entity: UnitID

    public init(regime: RegimeCode, entity: UnitID) {
      self.regime = regime
      self.entity = entity
    }
  }

  /// What holds of an incident at a moment.
  public struct Standing: Sendable {
    public var state = IncidentState.reported
    /// The last triage.
    public var triage: IncidentTriaged?
    public var triagedAt: Fact?
    /// When the first triage was made.
    public var firstTriaged: Instant?
    /// Since when it has had the severity that it has.
    public var ratedSince: Instant?
    public var assessments: [Matter: (assessed: IncidentDutyAssessed, fact: Fact)] = [:]
    public var actions: [(action: IncidentActionRecorded, fact: Fact)] = []
    public var notices: [(notice: IncidentNotificationSubmitted, fact: Fact)] = []
    public var links: [(link: IncidentLinked, fact: Fact)] = []
    public var exposures: [(exposure: IncidentExposureAnswered, fact: Fact)] = []
    public var measures: [(measure: IncidentMeasureAssigned, done: IncidentMeasureCompleted?)] = []
    public var followUps: [(followUp: IncidentFollowedUp, fact: Fact)] = []
    /// When it was handled; `nil` when it is not, or was opened again since.
    public var handled: Instant?
    /// The closing that holds; `nil` while it is open.
    public var closing: IncidentClosed?
    public var closedAt: Instant?
    /// When it was opened again, each time.
    public var reopened: [Fact] = []
    /// The measures that were assigned since it was last opened again, or at all.
    public var presentMeasureCount = 0

    /// The severity: as judged, else as the reporter guessed.
    public var severity: Int64?

    public init() {}

    /// The legal entities that are concerned, with when each became aware.
    public var aware: [EntityAwareness] { triage?.aware ?? [] }
    public var lead: PersonID? { triage?.lead }
    /// Whether personal data is concerned: as judged last, else as the reporter knew.
    public var personalData = AnswerSoFar.unknown

    /// When an entity became aware.
    public func aware(of entity: UnitID) -> Instant? { aware.first { $0.entity == entity }?.at }

    /// When a stage was handed in first.
    public func submission(
      _ regime: RegimeCode, _ entity: UnitID?, _ stage: StageCode
    ) -> IncidentNotificationSubmitted? {
      notices.lazy.map(\.notice).filter {
        $0.regime == regime && $0.stage == stage && (entity == nil || $0.entity == entity)
      }.min { $0.at < $1.at }
    }
  }

  /// What holds of the incident at a moment; `nil` before it was reported.
  public func standing(at moment: Instant) -> Standing? {
    guard reported.effective <= moment else { return nil }
    var standing = Standing()
    standing.severity = report.severity
    standing.personalData = report.personalData
    var hasActed = false
    for step in steps where step.fact.effective <= moment {
      switch step.event {
      case .reported: break
      case .triaged(let triage):
        if standing.triage?.severity != triage.severity {
          standing.ratedSince = step.fact.effective
        }
        standing.firstTriaged = standing.firstTriaged ?? step.fact.effective
        standing.triage = triage
        standing.triagedAt = step.fact
        standing.severity = triage.severity
        standing.personalData = triage.personalData ?? standing.personalData
      case .dutyAssessed(let assessed):
        standing.assessments[Matter(regime: assessed.regime, entity: assessed.entity)] = (
          assessed, step.fact
        )
      case .actionRecorded(let action):
        standing.actions.append((action, step.fact))
        switch action.kind {
        case .contain, .eradicate, .recover: hasActed = true
        case .resolve: standing.handled = action.at
        case .evidence, .inform: break
        }
      case .notificationSubmitted(let notice): standing.notices.append((notice, step.fact))
      case .linked(let link): standing.links.append((link, step.fact))
      case .exposureAnswered(let exposure): standing.exposures.append((exposure, step.fact))
      case .measureAssigned(let measure):
        standing.measures.append((measure, nil))
        standing.presentMeasureCount += 1
      case .measureCompleted(let done):
        guard
          let index = standing.measures.firstIndex(where: { $0.measure.number == done.number })
        else { break }
        standing.measures[index].done = done
      case .closed(let closing):
        standing.closing = closing
        standing.closedAt = step.fact.effective
      case .followedUp(let followUp): standing.followUps.append((followUp, step.fact))
      case .reopened:
        standing.closing = nil
        standing.closedAt = nil
        standing.handled = nil
        standing.presentMeasureCount = 0
        hasActed = true
        standing.reopened.append(step.fact)
      }
    }
    standing.state = state(standing, hasActed: hasActed)
    return standing
  }

  private func state(_ standing: Standing, hasActed: Bool) -> IncidentState {
    if standing.closing != nil { return .closed }
    guard let triage = standing.triage else { return .reported }
    if triage.outcome == .notAnIncident { return .notAnIncident }
    if standing.handled != nil { return .resolved }
    if hasActed { return .handling }
    return standing.assessments.isEmpty ? .triaged : .assessed
  }
}
