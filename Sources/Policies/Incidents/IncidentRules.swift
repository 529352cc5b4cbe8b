public import AccessModel
public import Chronology
public import Diagnostics

/// Rules for incidents as an organisation adopts them: which regimes there are, what each asks for, by when and to whom.
///
/// Comments are no part of it: two texts that say the same are equal here. The order of regimes and stages is.
public struct IncidentRules: Hashable, Sendable {
  /// The document's name and version.
  public var id: PolicyID
  public var title: Label?
  /// In the order of the document.
  public var regimes: [IncidentRegime]

  public init(id: PolicyID, title: Label? = nil, regimes: [IncidentRegime] = []) {
    self.id = id
    self.title = title
    self.regimes = regimes
  }

  public subscript(code: RegimeCode) -> IncidentRegime? { regimes.first { $0.code == code } }

  /// The regimes in force on a day.
  public func regimes(on day: Day) -> [IncidentRegime] {
    regimes.filter { $0.period.contains(day) }
  }
}

/// Days from one to another, both counted; open where nothing is said.
public struct DayPeriod: Hashable, Sendable {
  public var from: Day?
  /// The last day.
  public var until: Day?

  public init(from: Day? = nil, until: Day? = nil) {
    self.from = from
    self.until = until
  }

  public func contains(_ day: Day) -> Bool {
    (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
  }
}

/// A law, contracts, or the organisation's own rules, with what they ask for when something went wrong.
public struct IncidentRegime: Hashable, Sendable {
  /// Where a regime's duties come from.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Law: its clocks run for each legal entity from when it became aware, until somebody has assessed that there is no duty.
    case statutory
    /// Contracts: clocks run once somebody has assessed that there is a duty.
    case contract
    /// The organisation's own: one clock for the whole incident, and nothing to assess.
    case `internal`
  }

  public var code: RegimeCode
  public var name: Localized
  public var kind: Kind
  /// The provision or document that it stands in.
  public var ground: Label?
  /// The provision by which an incident with a duty under it is marked as secret; `nil` for none.
  public var secrecy: Label?
  /// Who answers for its notices besides whoever leads the incident.
  public var answeredBy: Role?
  public var period: DayPeriod
  /// Whether the organisation has confirmed it against its source.
  public var isConfirmed: Bool
  /// In the order in which they are taken.
  public var stages: [IncidentStage] = []
  public var criteria: [IncidentCriterion] = []
  public var addressees: [IncidentAddressee] = []

  public subscript(stage: StageCode) -> IncidentStage? { stages.first { $0.code == stage } }

  public subscript(criterion: CriterionCode) -> IncidentCriterion? {
    criteria.first { $0.code == criterion }
  }

  /// Who is to be told on a day: the first that the document names for it.
  public func addressee(on day: Day) -> IncidentAddressee? {
    addressees.first { $0.period.contains(day) }
  }
}

/// Something that makes an incident one to notify.
public struct IncidentCriterion: Hashable, Sendable {
  public var code: CriterionCode
  public var name: Localized
  /// The sector it is for; `nil` for any.
  public var sector: Label?
  public var isConfirmed: Bool
}

/// Who receives the notices of a regime, for a time.
public struct IncidentAddressee: Hashable, Sendable {
  public var code: String
  public var name: Localized
  public var period: DayPeriod
  public var isConfirmed: Bool
}
