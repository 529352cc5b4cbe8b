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
  /// The first event, when the log that it follows on is not known yet.
  private var unsettled: SignedEvent?
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
  ///
  /// - Parameter basis: the log that the batch follows on; `nil` when ``settle(on:)`` will say so.
  func add(
    _ draft: Draft<AccessEvent>, by actor: Actor, command: CommandStamp,
    caseNumber: CaseNumber?, on basis: TreeHead?, recorded: Instant, into register: inout Register
  ) {
    let signed = SignedEvent(
      id: draft.id, revision: register.nextRevision(of: draft.event.stream),
      effective: draft.effective, actor: actor, command: command, caseNumber: caseNumber,
      reason: draft.reason, basis: events.isEmpty ? basis : nil, event: draft.event)
    if events.isEmpty, basis == nil {
      unsettled = signed
      events.append([])
    } else {
      write(signed, at: events.count)
    }
    register.apply(signed.recorded(at: register.position, recorded))
  }

  /// Says which log the batch follows on, when that was not said with its first event.
  func settle(on basis: TreeHead) {
    guard var first = unsettled.take() else { return }
    first.basis = basis
    events.removeFirst()
    write(first, at: 0)
  }

  private func write(_ event: SignedEvent, at place: Int) {
    var json = JSONWriter()
    event.write(to: &json)
    events.insert(json.bytes, at: place)
  }
}
