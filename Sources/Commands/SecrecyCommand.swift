public import AccessModel

/// What is asked about markings of secrecy.
public enum SecrecyCommand: Sendable {
  case mark(MarkSecrecy)
}

/// Mark something as secret, or lift the marking.
public struct MarkSecrecy: Sendable {
  /// Whether it is marked from now on; `.no` lifts the marking.
  public var marking: Answer
  public var person: PersonID?
  public var system: SystemID?
  public var incident: IncidentID?
  /// The position of the event it is about.
  public var event: Int64?
  /// The provision of law.
  public var provision: String
  public var isProtectedIdentity: Answer

  public init(
    marking: Answer, person: PersonID? = nil, system: SystemID? = nil, incident: IncidentID? = nil,
    event: Int64? = nil, provision: String, isProtectedIdentity: Answer = .no
  ) {
    self.marking = marking
    self.person = person
    self.system = system
    self.incident = incident
    self.event = event
    self.provision = provision
    self.isProtectedIdentity = isProtectedIdentity
  }
}
