public import AccessModel
public import CanonicalJSON

/// The system is at another point of its life.
///
/// It does not say: what happens to each grant: a decommissioned system ends the effect of all.
public struct SystemStatusChanged: EventPayload {
  public var system: SystemID
  public var status: SystemStatus

  public init(
    system: SystemID, status: SystemStatus
  ) {
    self.system = system
    self.status = status
  }

  public init(blank: Void) {
    self.init(
      system: SystemID(blank: ()), status: .proposed)
  }

  public static let kind = EventKind.systemStatusChanged
  public static let description = EventDescription(
    about: "The system is at another point of its life.",
    recordedBy: "The owner, the steward, or the information-security coordinator.",
    doesNotSay: "What happens to each grant: a decommissioned system ends the effect of all.")

  public var stream: StreamID { StreamID(.system, system) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("system", &system, "The system's identifier.")
    try visitor.field("status", &status, "Where it is now.")
  }
}
