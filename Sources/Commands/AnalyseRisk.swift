public import AccessModel
public import Chronology

/// Record that a risk analysis of a system has been made.
public struct AnalyseRisk: Sendable {
  public var analysis: AnalysisID
  public var system: SystemID
  public var kind: RiskAnalysisKind
  /// When it was made.
  public var conducted: Instant
  public var method: String
  /// Where the analysis is kept.
  public var reference: String
  /// The level of the risk that is left, 0 to 4.
  public var residual: Int64
  public var validityDaysMax: Int64?
  public var reviewDaysMax: Int64?
  public var twoPersons: Answer?

  public init(
    analysis: AnalysisID, system: SystemID, kind: RiskAnalysisKind, conducted: Instant,
    method: String, reference: String, residual: Int64, validityDaysMax: Int64? = nil,
    reviewDaysMax: Int64? = nil, twoPersons: Answer? = nil
  ) {
    self.analysis = analysis
    self.system = system
    self.kind = kind
    self.conducted = conducted
    self.method = method
    self.reference = reference
    self.residual = residual
    self.validityDaysMax = validityDaysMax
    self.reviewDaysMax = reviewDaysMax
    self.twoPersons = twoPersons
  }
}
