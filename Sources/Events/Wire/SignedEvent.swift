public import AccessModel
public import CanonicalJSON
public import Chronology
public import EventSourcing
public import Transparency

// The `event` value of a line, as bytes. Keys stand in this order at every level; those marked ? are left out
// when there is nothing to say; `data` is the payload's own list of fields.
//
//   {"id":"<32 hex>","type":"<family.what>","v":<version>,"stream":"<kind>/<id>","rev":<0…>,
//    "effective":"<instant>",
//    "actor":{"principal":"<person>"[,"role":"<role>"][,"assignment":"<id>"][,"actingFor":"<person>"]},
//    "command":{"id":"<32 hex>","channel":"<channel>"}
//    [,"case":"<case number>"][,"reason":"<64 hex>"][,"basis":{"size":<n>,"root":"<44 base64>"}],
//    "data":{…}}

/// An event with what surrounds it inside the signature: everything but its place and time of record.
public struct SignedEvent: Hashable, Sendable {
  public var id: UniqueID
  /// The place in its own stream, from 0, without gaps.
  public var revision: Int64
  public var effective: Instant
  public var actor: Actor
  public var command: CommandStamp
  public var caseNumber: CaseNumber?
  public var reason: Commitment?
  /// The tree the actor decided on; only in the first event of a batch.
  public var basis: TreeHead?
  public var event: AccessEvent

  public init(
    id: UniqueID, revision: Int64, effective: Instant, actor: Actor, command: CommandStamp,
    caseNumber: CaseNumber?, reason: Commitment?, basis: TreeHead?, event: AccessEvent
  ) {
    self.id = id
    self.revision = revision
    self.effective = effective
    self.actor = actor
    self.command = command
    self.caseNumber = caseNumber
    self.reason = reason
    self.basis = basis
    self.event = event
  }

  /// The event with the place and time that the ledger gave it.
  public func recorded(at position: UInt64, _ recorded: Instant) -> Recorded<AccessEvent> {
    Recorded(
      position: position, recorded: recorded, id: id, revision: revision, effective: effective,
      actor: actor, command: command, caseNumber: caseNumber, reason: reason, event: event)
  }
}

extension SignedEvent {
  /// Appends the bytes of the `event` value.
  public func write(to json: inout JSONWriter) {
    let payload = event.payload
    json.raw("{\"id\":")
    id.write(to: &json)
    json.raw(",\"type\":")
    json.raw("\"")
    json.raw(type(of: payload).kind.name)
    json.raw("\",\"v\":")
    json.integer(type(of: payload).version)
    json.raw(",\"stream\":")
    payload.stream.write(to: &json)
    json.raw(",\"rev\":")
    json.integer(revision)
    json.raw(",\"effective\":")
    effective.write(to: &json)
    json.raw(",\"actor\":{\"principal\":")
    actor.principal.write(to: &json)
    if let role = actor.role {
      json.raw(",\"role\":")
      role.write(to: &json)
    }
    if let assignment = actor.assignment {
      json.raw(",\"assignment\":")
      assignment.write(to: &json)
    }
    if let actingFor = actor.actingFor {
      json.raw(",\"actingFor\":")
      actingFor.write(to: &json)
    }
    json.raw("},\"command\":{\"id\":")
    command.id.write(to: &json)
    json.raw(",\"channel\":")
    command.channel.write(to: &json)
    json.raw("}")
    if let caseNumber {
      json.raw(",\"case\":")
      caseNumber.write(to: &json)
    }
    if let reason {
      json.raw(",\"reason\":")
      reason.write(to: &json)
    }
    if let basis {
      json.raw(",\"basis\":{\"size\":")
      json.integer(Int64(basis.size))
      json.raw(",\"root\":\"")
      json.bytes.append(contentsOf: basis.root.base64.utf8)
      json.raw("\"}")
    }
    json.raw(",\"data\":")
    FieldWriter.write(payload, to: &json)
    json.raw("}")
  }
}

extension SignedEvent {
  /// Why bytes are not an event that this version can read.
  public enum ReadingError: Error, Hashable, Sendable {
    /// The bytes leave the form.
    case malformed(CanonicalJSONError)
    /// A type, or a version of a type, that this version does not know.
    case unknownKind(name: InlineASCII, version: Int64)
    /// The stream named is not the one the fact belongs to.
    case foreignStream(named: StreamID, belonging: StreamID)
  }

  /// Reads the bytes of an `event` value, all of them.
  public init(bytes: UnsafeRawBufferPointer) throws(ReadingError) {
    var json = JSONReader(bytes)
    let head: Head
    do {
      head = try Head(from: &json)
    } catch {
      throw .malformed(error)
    }
    guard let kind = EventKind(name: head.kind), kind.payload.version == head.version else {
      throw .unknownKind(name: head.kind, version: head.version)
    }
    do {
      let event = try AccessEvent.read(kind, from: &json)
      try json.take(0x7D)
      try json.takeEnd()
      self.init(
        id: head.id, revision: head.revision, effective: head.effective, actor: head.actor,
        command: head.command, caseNumber: head.caseNumber, reason: head.reason, basis: head.basis,
        event: event)
    } catch {
      throw .malformed(error)
    }
    let belonging = event.stream
    guard belonging == head.stream else {
      throw .foreignStream(named: head.stream, belonging: belonging)
    }
  }

  /// Everything before `data`.
  private struct Head {
    var id: UniqueID
    var kind: InlineASCII
    var version: Int64
    var stream: StreamID
    var revision: Int64
    var effective: Instant
    var actor: Actor
    var command: CommandStamp
    var caseNumber: CaseNumber?
    var reason: Commitment?
    var basis: TreeHead?

    init(from json: inout JSONReader) throws(CanonicalJSONError) {
      try json.take("{\"id\":")
      id = try UniqueID(from: &json)
      try json.take(",\"type\":")
      let begin = json.offset
      guard let name = InlineASCII(bytes: try json.plainString()) else {
        throw CanonicalJSONError(.valueOutOfRange, at: begin)
      }
      kind = name
      try json.take(",\"v\":")
      version = try json.integer()
      try json.take(",\"stream\":")
      stream = try StreamID(from: &json)
      try json.take(",\"rev\":")
      let revisionBegin = json.offset
      revision = try json.integer()
      guard revision >= 0 else { throw CanonicalJSONError(.valueOutOfRange, at: revisionBegin) }
      try json.take(",\"effective\":")
      effective = try Instant(from: &json)
      try json.take(",\"actor\":{\"principal\":")
      actor = Actor(principal: try PersonID(from: &json))
      if json.nextIs(",\"role\":") {
        try json.take(",\"role\":")
        actor.role = try Role(from: &json)
      }
      if json.nextIs(",\"assignment\":") {
        try json.take(",\"assignment\":")
        actor.assignment = try AssignmentID(from: &json)
      }
      if json.nextIs(",\"actingFor\":") {
        try json.take(",\"actingFor\":")
        actor.actingFor = try PersonID(from: &json)
      }
      try json.take("},\"command\":{\"id\":")
      let commandID = try UniqueID(from: &json)
      try json.take(",\"channel\":")
      command = CommandStamp(id: commandID, channel: try Channel(from: &json))
      try json.take("}")
      if json.nextIs(",\"case\":") {
        try json.take(",\"case\":")
        caseNumber = try CaseNumber(from: &json)
      }
      if json.nextIs(",\"reason\":") {
        try json.take(",\"reason\":")
        reason = try Commitment(from: &json)
      }
      if json.nextIs(",\"basis\":{\"size\":") {
        try json.take(",\"basis\":{\"size\":")
        let size = try json.integer()
        try json.take(",\"root\":")
        let begin = json.offset
        guard size >= 0, let root = Digest(base64: try json.plainString()) else {
          throw CanonicalJSONError(.valueOutOfRange, at: begin)
        }
        basis = TreeHead(size: UInt64(size), root: root)
        try json.take("}")
      }
      try json.take(",\"data\":")
    }
  }
}
