public import AccessModel
public import CanonicalJSON
public import Chronology

/// A risk analysis of the system has been made; where it says so, the terms of its grants
/// differ from the rules.
///
/// It does not say: that its measures have been taken.
public struct RiskAnalysed: EventPayload {
  public var analysis: AnalysisID
  public var system: SystemID
  public var kind: RiskAnalysisKind
  public var conducted: Instant
  public var method: Label
  public var reference: Label
  public var residual: Int64
  public var validityDaysMax: Int64?
  public var reviewDaysMax: Int64?
  public var twoPersons: Answer?

  public init(
    analysis: AnalysisID, system: SystemID, kind: RiskAnalysisKind, conducted: Instant,
    method: Label, reference: Label, residual: Int64, validityDaysMax: Int64? = nil,
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

  public init(blank: Void) {
    self.init(
      analysis: AnalysisID(blank: ()), system: SystemID(blank: ()), kind: .general,
      conducted: Instant(milliseconds: 0), method: Label(blank: ()), reference: Label(blank: ()),
      residual: 0)
  }

  public static let kind = EventKind.riskAnalysed
  public static let description = EventDescription(
    about:
      "A risk analysis of the system has been made; where it says so, the terms of its grants differ from the rules.",
    recordedBy: "The steward, the deputy, the owner, or the information-security coordinator.",
    doesNotSay: "That its measures have been taken.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("analysis", &analysis, "The analysis's identifier.")
    try visitor.field("system", &system, "The system's identifier.")
    try visitor.field("kind", &kind, "What sort of analysis.")
    try visitor.field("conducted", &conducted, "When it was made.")
    try visitor.field("method", &method, "The method.")
    try visitor.field("reference", &reference, "Where the analysis is kept.")
    try visitor.field("residual", &residual, "The level of the risk that is left, 0 to 4.")
    try visitor.optional(
      "validityDaysMax", &validityDaysMax,
      "The longest time a grant may run, in days, by this analysis.")
    try visitor.optional(
      "reviewDaysMax", &reviewDaysMax,
      "The longest time between reviews, in days, by this analysis.")
    try visitor.optional(
      "twoPersons", &twoPersons, "Whether two persons are needed to decide, by this analysis.")
  }
}
