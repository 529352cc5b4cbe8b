import AccessModel
import CanonicalJSON
import Chronology
import Deciders
import EventSourcing
import Events
import IdentityRegister
import Projections
import Transparency

/// Turns drafts into the bytes of `event` values, and keeps the texts they commit to.
///
/// Collects one batch: the first event carries the basis, and each gets the next revision of its stream.
final class EventWriter {
  private let ambient: Ambient
  /// The bytes of the events, in order.
  private(set) var events: [[UInt8]] = []
  /// The texts that the events commit to.
  var texts: [OpenText] = []
  var identities: [Identity] = []
  var accounts: [AccountName] = []

  init(_ ambient: Ambient) {
    self.ambient = ambient
  }

  /// A fresh random id.
  func drawID() -> UniqueID {
    ambient.randomBytes(16).withUnsafeBytes { bytes in
      UniqueID(
        high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// Commits to a text under a fresh salt and keeps both.
  func commit(_ text: String, _ field: String, _ event: UniqueID, _ about: PersonID?) -> Commitment
  {
    let salt = ambient.randomBytes(32)
    let commitment = Commitment(to: text, in: field, of: event, salt: salt)
    texts.append(
      OpenText(
        commitment: Array(commitment.digest.bytes), event: "\(event)", field: field, salt: salt,
        text: text, subject: about.map { "\($0)" }))
    return commitment
  }

  /// Adds a draft to the batch and folds it into the register, as if it were recorded at `recorded`.
  func add(
    _ draft: Draft<AccessEvent>, by actor: Actor, command: CommandStamp,
    caseNumber: CaseNumber?, on basis: TreeHead, recorded: Instant, into register: inout Register
  ) {
    let signed = SignedEvent(
      id: draft.id, revision: register.nextRevision(of: draft.event.stream),
      effective: draft.effective, actor: actor, command: command, caseNumber: caseNumber,
      reason: draft.reason, basis: events.isEmpty ? basis : nil, event: draft.event)
    var json = JSONWriter()
    signed.write(to: &json)
    events.append(json.bytes)
    register.apply(signed.recorded(at: register.position, recorded))
  }
}
