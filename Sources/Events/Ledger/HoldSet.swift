public import AccessModel
public import CanonicalJSON

/// Nothing about a person, a system, a grant or a request may be disposed of or erased until further notice.
///
/// It does not say: that anything is secret, or that access changes.
public struct HoldSet: EventPayload {
  public var hold: HoldID
  public var target: StreamID

  public init(hold: HoldID, target: StreamID) {
    self.hold = hold
    self.target = target
  }

  public init(blank: Void) {
    self.init(hold: HoldID(blank: ()), target: .ledger)
  }

  public static let kind = EventKind.holdSet
  public static let description = EventDescription(
    about:
      "Nothing about a person, a system, a grant or a request may be disposed of or erased until further notice.",
    recordedBy:
      "The archivist, the registrar, the data-protection officer or the information-security coordinator.",
    doesNotSay: "That anything is secret, or that access changes.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("hold", &hold, "Which hold.")
    try visitor.field(
      "target", &target,
      "What is held: `person/`, `system/`, `grant/` or `request/` and the identifier.")
  }
}
