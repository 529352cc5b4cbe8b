public import AccessModel
public import CanonicalJSON
public import Chronology

/// A rule found access, or what access rests on, gone stale or risky. One flag stands open for each thing and rule.
///
/// It does not say: that access has ended: staleness takes nothing away by itself.
public struct StaleFlagged: EventPayload {
  public var flag: FlagID
  public var rule: StaleRule
  public var about: FlaggedThing
  public var person: PersonID?
  public var system: SystemID?
  public var since: Instant
  public var evidence: [StaleFact]
  public var due: Instant
  public var expires: Instant?

  public init(
    flag: FlagID, rule: StaleRule, about: FlaggedThing, person: PersonID? = nil,
    system: SystemID? = nil, since: Instant, evidence: [StaleFact], due: Instant,
    expires: Instant? = nil
  ) {
    self.flag = flag
    self.rule = rule
    self.about = about
    self.person = person
    self.system = system
    self.since = since
    self.evidence = evidence
    self.due = due
    self.expires = expires
  }

  public init(blank: Void) {
    self.init(
      flag: FlagID(blank: ()), rule: .reviewOverdue, about: FlaggedThing(blank: ()),
      since: Instant(milliseconds: 0), evidence: [], due: Instant(milliseconds: 0))
  }

  public static let kind = EventKind.staleFlagged
  public static let description = EventDescription(
    about:
      "A rule found access, or what access rests on, gone stale or risky. One flag stands open for each thing and rule.",
    recordedBy: "A job, or the custodian.",
    doesNotSay: "That access has ended: staleness takes nothing away by itself.")

  public var stream: StreamID { StreamID(.flag, flag) }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("flag", &flag, "The flag's identifier.")
    try visitor.field("rule", &rule, "The rule that found it.")
    try visitor.field("about", &about, "What it is about.")
    try visitor.optional("person", &person, "Whose it is: who does not resolve the flag.")
    try visitor.optional("system", &system, "The system it is about.")
    try visitor.field("since", &since, "Since when it is so.")
    try visitor.field("evidence", &evidence, "What the finding rests on.")
    try visitor.field("due", &due, "By when somebody is to have answered it.")
    try visitor.optional(
      "expires", &expires,
      "When access is to be ended unless it is answered, where the rules say so.")
  }
}
