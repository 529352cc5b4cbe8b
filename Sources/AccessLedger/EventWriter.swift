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
  /// Where the root of that log goes in the bytes of the first event, when its size alone was known.
  private var rootPlace: Int?
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
  /// - Parameters:
  ///   - basis: the log that the batch follows on; `nil` when ``settle(on:)`` will say so.
  ///   - size: how many events that log has, when no more is known of it.
  func add(
    _ draft: Draft<AccessEvent>, by actor: Actor, command: CommandStamp,
    caseNumber: CaseNumber?, on basis: TreeHead?, behind size: UInt64? = nil, recorded: Instant,
    into register: inout Register
  ) {
    var signed = SignedEvent(
      id: draft.id, revision: register.nextRevision(of: draft.event.stream),
      effective: draft.effective, actor: actor, command: command, caseNumber: caseNumber,
      reason: draft.reason, basis: events.isEmpty ? basis : nil, event: draft.event)
    if events.isEmpty, basis == nil, let size {
      // Written now, as whoever settles it has more to do: the root takes as many characters whatever it is.
      signed.basis = TreeHead(size: size, root: Self.rootToCome)
      write(signed, at: 0)
      rootPlace = Self.placeOfRoot(in: events[0])
    } else if events.isEmpty, basis == nil {
      unsettled = signed
      events.append([])
    } else {
      write(signed, at: events.count)
    }
    register.apply(signed.recorded(at: register.position, recorded))
  }

  /// Stands where a root is to come.
  private static let rootToCome = Digest(bytes: Bytes32())
  private static let textToCome = Array("\"root\":\"\(rootToCome.base64)\"}".utf8)

  /// Where the root to come stands in an event whose basis it is: at its first place, for `data` comes behind, and in no text stands a
  /// quotation mark alone.
  private static func placeOfRoot(in event: [UInt8]) -> Int {
    let place = event.withUnsafeBufferPointer { event in
      textToCome.withUnsafeBufferPointer { wanted in
        (0..<max(0, event.count - wanted.count)).first { start in
          event[start] == wanted[0] && wanted.indices.allSatisfy { event[start + $0] == wanted[$0] }
        }
      }
    }
    guard let place else { preconditionFailure("An event states its basis.") }
    return place + "\"root\":\"".utf8.count
  }

  /// Says which log the batch follows on, when that was not said with its first event.
  func settle(on basis: TreeHead) {
    if let place = rootPlace.take() {
      var root: [UInt8] = []
      Base64.append(basis.root.bytes, to: &root)
      events[0].withUnsafeMutableBufferPointer { event in
        for offset in root.indices { event[place + offset] = root[offset] }
      }
    }
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
