import AccessModel
import CanonicalJSON
import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Events
import Transparency

/// One line of a log, taken out of it and read.
struct EvidenceLine {
  let position: UInt64
  let recorded: Instant
  let batchIndex: Int
  let batchCount: Int
  /// Who signed, in the last line of a batch.
  let key: KeyFingerprint?
  /// The signature in base64, in the last line of a batch.
  let signature: [UInt8]
  /// The line without its LF: the leaf.
  let bytes: [UInt8]
  /// The value of `event`: what is signed.
  let event: [UInt8]
  let signed: SignedEvent

  /// The position of the first line of its batch.
  var batchFirst: UInt64 { position - UInt64(batchIndex - 1) }
  var leafHash: Digest { MerkleTree.leafHash(of: bytes) }
  var isLastOfBatch: Bool { batchIndex == batchCount }

  /// Reads a line without its LF.
  ///
  /// - Throws: `EVI-03` for one that a log would not hold, `LED-01` or `INV-55` for an event that cannot be read.
  init(_ bytes: [UInt8], number: Int) throws(Diagnostic) {
    self.bytes = bytes
    do {
      let (fields, key, signature, event, signed) = try bytes.withUnsafeBytes { line in
        let fields = try RecordLine(line)
        try fields.checkEvent()
        let signed: SignedEvent
        do throws(SignedEvent.ReadingError) { signed = try SignedEvent(bytes: fields.event) } catch
        {
          throw Ledger.diagnostic(of: error, at: fields.sequence)
        }
        return (
          (fields.sequence, fields.recorded, fields.batchIndex, fields.batchCount),
          fields.keyText.map { KeyFingerprint($0) }, fields.signatureText.map { Array($0) },
          Array(fields.event), signed
        )
      }
      (position, recorded, batchIndex, batchCount) = fields
      guard batchIndex != batchCount || key != .some(nil), position >= UInt64(batchIndex - 1) else {
        throw EvidenceCodes.malformedLine.diagnostic(.init(en: "line", sv: "rad", "\(number)"))
      }
      self.key = key ?? nil
      self.signature = signature ?? []
      self.event = event
      self.signed = signed
    } catch let error as Diagnostic {
      throw error
    } catch {
      throw EvidenceCodes.malformedLine.diagnostic(
        .init(en: "line", sv: "rad", "\(number)"), .init(en: "fault", sv: "fel", "\(error)"))
    }
  }

  /// The free texts that the event commits to, by their fields in the order of the line.
  var commitments: [(field: String, commitment: Commitment)] {
    var found: [(String, Commitment)] = []
    if let reason = signed.reason { found.append(("reason", reason)) }
    for field in FieldTexts.fields(of: signed.event.payload) {
      if let commitment = field.value as? Commitment { found.append((field.key, commitment)) }
    }
    // A corrected text is committed to anew, inside the value of the correction.
    if case .ledger(.eventCorrected(let correction)) = signed.event,
      let text = correction.plainValue, let digest = Digest(hexadecimal: text.utf8)
    {
      found.append(("value", Commitment(digest)))
    }
    return found
  }
}
