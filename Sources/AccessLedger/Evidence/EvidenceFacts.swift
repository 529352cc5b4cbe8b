import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Events
import Transparency

/// What the lines of a bundle say among themselves: who makes a bundle writes it down, and who checks one compares.
struct EvidenceFacts {
  /// A key, from the line that enrolled it to the one that revoked it.
  struct Signer {
    var publicKey: OpenSSHPublicKey
    var principal: PersonID
    var enrolled: (position: UInt64, recorded: Instant)
    var revoked: (position: UInt64, recorded: Instant)?
  }

  let origin: String
  let lines: [EvidenceLine]
  let selection: EvidenceSelection
  private(set) var signers: [KeyFingerprint: Signer] = [:]
  private var logKeys: [(key: NoteVerifierKey, added: UInt64, retired: UInt64?)] = []

  init(origin: String, subject: EvidenceSubject, lines: [EvidenceLine]) {
    self.origin = origin
    self.lines = lines
    var selection = EvidenceSelection(subject)
    repeat {
      selection.begin()
      for line in lines { selection.take(EvidenceSelection.Line(line)) }
    } while selection.isChanged
    self.selection = selection
    for line in lines { note(line) }
  }

  private mutating func note(_ line: EvidenceLine) {
    let place = (position: line.position, recorded: line.recorded)
    switch line.signed.event {
    case .key(.enrolled(let key)):
      guard let publicKey = Self.publicKey(key), publicKey.fingerprint == key.fingerprint else {
        return
      }
      signers[key.fingerprint] = Signer(
        publicKey: publicKey, principal: key.principal, enrolled: place, revoked: nil)
    case .key(.revoked(let key)): signers[key.fingerprint]?.revoked = place
    case .ledger(.opened(let opened)): add(opened.logKey, at: line.position)
    case .ledger(.logKeyReplaced(let replaced)): add(replaced.logKey, at: line.position)
    case .ledger(.logKeyRetired(let retired)):
      for index in logKeys.indices where logKeys[index].key.text == retired.logKey.text {
        logKeys[index].retired = line.position
      }
    case .ledger, .unit, .person, .role, .system, .request, .grant, .review, .incident,
      .delegation, .separation, .policy, .usage, .reconciliation, .stale:
      break
    }
  }

  private mutating func add(_ text: Label, at position: UInt64) {
    do throws(Diagnostic) {
      logKeys.append((try NoteVerifierKey(text.text.utf8), position, nil))
    } catch {}
  }

  private static func publicKey(_ key: KeyEnrolled) -> OpenSSHPublicKey? {
    do throws(Diagnostic) {
      return try OpenSSHPublicKeyLine(key.publicKey.text.utf8).publicKey
    } catch { return nil }
  }

  /// The log's keys that a checkpoint of so many events can be signed with.
  func logKeys(atSize size: UInt64) -> [NoteVerifierKey] {
    logKeys.filter { $0.added < size && $0.retired.map { size <= $0 } != false }.map(\.key)
  }

  /// The lines of each batch, in their order.
  var batches: [ArraySlice<EvidenceLine>] {
    var batches: [ArraySlice<EvidenceLine>] = []
    var begin = 0
    for end in 1..<max(2, lines.count + 1) where !lines.isEmpty {
      if end == lines.count || lines[end].batchFirst != lines[begin].batchFirst {
        batches.append(lines[begin..<end])
        begin = end
      }
    }
    return batches
  }

  /// The files that follow from the lines.
  var derived: [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for (name, part) in [
      ("chain", EvidenceSelection.Part.chain), ("authority", .authority), ("keys", .keys),
    ] {
      files[name] = listing(part)
    }
    files["allowed_signers"] = allowedSigners
    for batch in batches {
      guard let first = batch.first, let last = batch.last, let file = signatureFile(last) else {
        continue
      }
      files["signatures/\(first.position)-\(last.position).sig"] = file.text
    }
    return files
  }

  private func listing(_ part: EvidenceSelection.Part) -> [UInt8] {
    let positions = Set(selection.positions(part))
    var text = ""
    for line in lines where positions.contains(line.position) {
      let payload = line.signed.event.payload
      text += "\(line.position) \(type(of: payload).kind.name) \(payload.stream) \(line.recorded)\n"
    }
    return Array(text.utf8)
  }

  private var allowedSigners: [UInt8] {
    var text = ""
    for signer in signers.values.sorted(by: { $0.enrolled.position < $1.enrolled.position }) {
      text += AllowedSigners.line(
        "\(signer.principal)", OpenSSHPublicKeyLine(publicKey: signer.publicKey).text,
        origin: origin, enrolled: signer.enrolled.recorded, revoked: signer.revoked?.recorded)
    }
    return Array(text.utf8)
  }

  private func signatureFile(_ last: EvidenceLine) -> SSHSignatureFile? {
    guard let key = last.key, let signer = signers[key],
      let namespace = SignatureNamespace.batch(origin: origin)
    else { return nil }
    do throws(Diagnostic) {
      return SSHSignatureFile(
        publicKey: signer.publicKey, namespace: namespace,
        signature: try SSHSignature(base64: last.signature))
    } catch { return nil }
  }
}
