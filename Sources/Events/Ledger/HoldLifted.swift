public import AccessModel
public import CanonicalJSON

/// A legal hold is over.
///
/// It does not say: that what was held may be disposed of: that is judged by the decision each time.
public struct HoldLifted: EventPayload {
  public var hold: HoldID

  public init(hold: HoldID) {
    self.hold = hold
  }

  public init(blank: Void) {
    self.init(hold: HoldID(blank: ()))
  }

  public static let kind = EventKind.holdLifted
  public static let description = EventDescription(
    about: "A legal hold is over.",
    recordedBy:
      "The archivist, the registrar, the data-protection officer or the information-security coordinator.",
    doesNotSay:
      "That what was held may be disposed of: that is judged by the decision each time.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("hold", &hold, "Which hold.")
  }
}
