public import AccessModel
public import CanonicalJSON

/// Somebody was told of a flag.
///
/// It does not say: that they have read it.
public struct StaleNotified: EventPayload {
  public var flag: FlagID
  public var notice: FlagNotice
  public var to: [PersonID]

  public init(
    flag: FlagID, notice: FlagNotice, to: [PersonID]
  ) {
    self.flag = flag
    self.notice = notice
    self.to = to
  }

  public init(blank: Void) {
    self.init(
      flag: FlagID(blank: ()), notice: .notice, to: [])
  }

  public static let kind = EventKind.staleNotified
  public static let description = EventDescription(
    about:
      "Somebody was told of a flag.",
    recordedBy: "A job, the custodian, or whoever may resolve the flag.",
    doesNotSay: "That they have read it.")

  public var stream: StreamID { StreamID(.flag, flag) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("flag", &flag, "The flag.")
    try visitor.field(
      "notice", &notice, "Whether those who answer for it were told, or those above them.")
    try visitor.field("to", &to, "Who was told.")
  }
}
