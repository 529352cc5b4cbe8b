public import AccessModel
public import Chronology

/// Set a system's levels of confidentiality, integrity and availability.
public struct ClassifySystem: Sendable {
  public var system: SystemID
  public var classification: Classification
  public var method: String?
  /// The roles that took part.
  public var participants: [Role]
  /// The risk analysis that a lower level rests on.
  public var analysis: AnalysisID?
  /// When it must have been made again; `nil` for as the rules say.
  public var validUntil: Instant?

  public init(
    system: SystemID, classification: Classification, method: String? = nil,
    participants: [Role] = [], analysis: AnalysisID? = nil, validUntil: Instant? = nil
  ) {
    self.system = system
    self.classification = classification
    self.method = method
    self.participants = participants
    self.analysis = analysis
    self.validUntil = validUntil
  }
}
