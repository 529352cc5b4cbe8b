import Chronology
import Diagnostics
import Transparency

/// The signature of a batch, made before its place in the log is known.
struct BatchSignature {
  var fingerprint: KeyFingerprint
  /// In base64, as it stands in the line.
  var text: [UInt8] = []

  /// Asks the signer.
  init(
    of batch: UnsignedBatch, by signer: any BatchSigner, origin: String
  ) throws(Diagnostic) {
    guard let namespace = SignatureNamespace.batch(origin: origin) else {
      throw StoreCode.originMalformed.diagnostic(.init(en: "origin", sv: "ursprung", origin))
    }
    fingerprint = signer.fingerprint
    Base64.append(
      try signer.signature(over: batch.message, namespace: namespace).blob, to: &text)
  }
}

/// Batches as lines, with what is needed to write them and to check what the disk gives back.
struct EncodedBatch {
  /// All lines, each with its LF.
  var bytes: [UInt8] = []
  /// Where each line ends, after its LF.
  var ends: [Int] = []
  /// The leaf hash of each line.
  var leaves: [Digest] = []
  let recorded: Instant

  init(recorded: Instant) {
    self.recorded = recorded
  }

  /// Writes the lines of a batch whose first event gets the position `first`.
  /// - Throws: `LOG-17` when a line is longer than a line may be.
  init(
    _ batch: UnsignedBatch, signature: BatchSignature, first: UInt64, recorded: Instant
  ) throws(Diagnostic) {
    self.init(recorded: recorded)
    try append(batch, signature: signature, first: first)
  }

  /// Writes the lines of one more batch, whose first event gets the position `first`.
  /// - Throws: `LOG-17` when a line is longer than a line may be; nothing is written then.
  mutating func append(
    _ batch: UnsignedBatch, signature: BatchSignature, first: UInt64
  ) throws(Diagnostic) {
    let (byteCount, lineCount) = (bytes.count, leaves.count)
    do throws(Diagnostic) { try write(batch, signature, first) } catch {
      bytes.removeSubrange(byteCount...)
      ends.removeSubrange(lineCount...)
      leaves.removeSubrange(lineCount...)
      throw error
    }
  }

  private mutating func write(
    _ batch: UnsignedBatch, _ signature: BatchSignature, _ first: UInt64
  ) throws(Diagnostic) {
    let count = batch.events.count
    ends.reserveCapacity(ends.count + count)
    leaves.reserveCapacity(leaves.count + count)
    let needed = bytes.count + batch.events.reduce(400) { $0 + $1.count + 110 }
    // A group grows by doubling; a reservation for each batch would copy all before it each time.
    if bytes.capacity < needed { bytes.reserveCapacity(max(needed, bytes.capacity * 2)) }
    for (index, event) in batch.events.enumerated() {
      let start = bytes.count
      bytes.append(contentsOf: "{\"seq\":\(first + UInt64(index)),\"recorded\":\"".utf8)
      recorded.write(to: &bytes)
      bytes.append(contentsOf: "\",\"batch\":[\(index + 1),\(count)]".utf8)
      if index + 1 == count {
        bytes.append(contentsOf: ",\"key\":\"".utf8)
        Base64.append(signature.fingerprint.digest.bytes, to: &bytes, padding: .absent)
        bytes.append(contentsOf: "\",\"sig\":\"".utf8)
        bytes.append(contentsOf: signature.text)
        bytes.append(UInt8(ascii: "\""))
      }
      bytes.append(contentsOf: ",\"event\":".utf8)
      bytes.append(contentsOf: event)
      bytes.append(0x7D)
      let length = bytes.count - start
      guard length <= RecordLine.byteCountMax else {
        throw StoreCode.lineTooLong.diagnostic(
          .init(en: "event of the command", sv: "händelse i kommandot", String(index + 1)),
          .init(en: "bytes of the line", sv: "byte på raden", String(length)))
      }
      leaves.append(
        bytes.withUnsafeBytes { all in
          MerkleTree.leafHash(of: UnsafeRawBufferPointer(rebasing: all[start...]))
        })
      bytes.append(0x0A)
      ends.append(bytes.count)
    }
  }

  /// Where the lines from the one at `index` begin.
  func start(of index: Int) -> Int {
    index == 0 ? 0 : ends[index - 1]
  }
}
