public import AccessModel
public import Chronology

/// What is asked about the organisation's rules.
public enum PolicyCommand: Sendable {
  case adopt(AdoptPolicy)
}

/// Record that a body has adopted a document as rules.
public struct AdoptPolicy: Sendable {
  public var level: PolicyLevel
  public var unit: UnitID?
  public var system: SystemID?
  public var body: UnitID
  /// The first moment they hold.
  public var from: Instant
  /// When they must have been looked at again.
  public var reviewBy: Instant
  public var document: DocumentText

  public init(
    level: PolicyLevel, unit: UnitID? = nil, system: SystemID? = nil, body: UnitID, from: Instant,
    reviewBy: Instant, document: DocumentText
  ) {
    self.level = level
    self.unit = unit
    self.system = system
    self.body = body
    self.from = from
    self.reviewBy = reviewBy
    self.document = document
  }
}
