public import AccessModel
public import CanonicalJSON
public import Chronology

/// Emergency access is in use without a request, for as long as the rules allow; the reason of the event
/// is the situation.
///
/// It does not say: that it was justified: that is followed up within three days.
public struct EmergencyActivated: EventPayload {
  public var grant: GrantID
  public var person: PersonID
  public var entitlement: EntitlementID
  public var kind: EmergencyKind
  public var account: AccountID?
  public var from: Instant
  public var until: Instant
  public var notified: [Role]

  public init(
    grant: GrantID, person: PersonID, entitlement: EntitlementID, kind: EmergencyKind,
    account: AccountID? = nil, from: Instant, until: Instant, notified: [Role] = []
  ) {
    self.grant = grant
    self.person = person
    self.entitlement = entitlement
    self.kind = kind
    self.account = account
    self.from = from
    self.until = until
    self.notified = notified
  }

  public init(blank: Void) {
    self.init(
      grant: GrantID(blank: ()), person: PersonID(blank: ()), entitlement: EntitlementID(blank: ()),
      kind: .exercise, from: Instant(milliseconds: 0), until: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.emergencyActivated
  public static let description = EventDescription(
    about:
      "Emergency access is in use without a request, for as long as the rules allow; the reason of the event is the situation.",
    recordedBy: "The person, the helpdesk, or the administrator.",
    doesNotSay: "That it was justified: that is followed up within three days.")

  public var stream: StreamID { StreamID(.grant, grant) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("grant", &grant, "The identifier of the access.")
    try visitor.field("person", &person, "Who uses it.")
    try visitor.field("entitlement", &entitlement, "The right, `SYSTEM/NAME`.")
    try visitor.field("kind", &kind, "Whether it is for real.")
    try visitor.optional("account", &account, "Through which account.")
    try visitor.field("from", &from, "The first moment.")
    try visitor.field("until", &until, "The first moment after.")
    try visitor.field("notified", &notified, "The roles that were told.")
  }
}
