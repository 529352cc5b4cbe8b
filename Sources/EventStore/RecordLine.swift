public import CanonicalJSON
public import Chronology

/// One line of the log, read: the outer grammar, whose innermost value is bytes to this module.
///
/// ```text
/// line     = "{" seq "," recorded "," batch [ "," key "," sig ] "," event "}"
///            ; at most 16,384 bytes, no LF
/// seq      = %s"\"seq\":" integer               ; 0 … 2^53−1, gap-free: the position
/// recorded = %s"\"recorded\":\"" instant "\""   ; 2026-11-23T12:00:00.000Z, never decreasing
/// batch    = %s"\"batch\":[" integer "," integer "]"  ; which, from 1, of how many, at most 4,096
/// key      = %s"\"key\":\"" 43base64 "\""       ; fingerprint of the signing key, unpadded
/// sig      = %s"\"sig\":\"" base64 "\""         ; SSH signature blob, padded, at most 684
/// event    = %s"\"event\":" object              ; canonical JSON
/// ```
///
/// `key` and `sig` stand in the last line of a batch and in no other. In the file each line ends
/// with one LF; the leaf of the tree is the line without it. The bytes are lent: they are good as
/// long as what they were read from.
@frozen
public struct RecordLine {
  /// The position in the log.
  public var sequence: UInt64
  /// When the ledger learnt it.
  public var recorded: Instant
  /// Which event of its batch, from 1.
  public var batchIndex: Int
  /// How many events the batch has.
  public var batchCount: Int
  /// The 43 characters of the key's fingerprint, in the last line of a batch.
  public var keyText: UnsafeRawBufferPointer?
  /// The signature in base64, in the last line of a batch.
  public var signatureText: UnsafeRawBufferPointer?
  /// The event: one JSON object, as it stands.
  public var event: UnsafeRawBufferPointer

  /// The longest line without its LF, in bytes.
  @inlinable
  public static var byteCountMax: Int { 16_384 }
  /// The most events one batch may hold.
  @inlinable
  public static var batchCountMax: Int { 4_096 }
  /// The longest signature in base64.
  @inlinable
  public static var signatureTextMax: Int { 684 }

  /// Whether the line completes its batch.
  @inlinable
  public var isLastOfBatch: Bool { batchIndex == batchCount }

  /// Reads a line without its LF; allocates nothing.
  ///
  /// The inside of `event` is left to whoever reads it next; `checkEvent()` reads it here.
  /// - Throws: where and how the line leaves the grammar.
  @inlinable
  public init(_ line: UnsafeRawBufferPointer) throws(CanonicalJSONError) {
    guard line.count <= RecordLine.byteCountMax else {
      throw CanonicalJSONError(.trailingBytes, at: RecordLine.byteCountMax)
    }
    var reader = JSONReader(line)
    try reader.take("{\"seq\":")
    let sequence = try reader.integer()
    guard sequence >= 0 else { throw CanonicalJSONError(.valueOutOfRange, at: 7) }
    self.sequence = UInt64(sequence)
    try reader.take(",\"recorded\":")
    let instantOffset = reader.offset
    guard let recorded = Instant(bytes: try reader.plainString()) else {
      throw CanonicalJSONError(.valueOutOfRange, at: instantOffset)
    }
    self.recorded = recorded
    try reader.take(",\"batch\":[")
    let batchOffset = reader.offset
    let index = try reader.integer()
    try reader.take(0x2C)
    let count = try reader.integer()
    try reader.take(0x5D)
    guard index >= 1, index <= count, count <= Int64(RecordLine.batchCountMax) else {
      throw CanonicalJSONError(.valueOutOfRange, at: batchOffset)
    }
    batchIndex = Int(index)
    batchCount = Int(count)
    if index == count {
      try reader.take(",\"key\":")
      let keyOffset = reader.offset
      let key = try reader.plainString()
      guard key.count == 43, RecordLine.isBase64(key, padded: false) else {
        throw CanonicalJSONError(.valueOutOfRange, at: keyOffset)
      }
      keyText = key
      try reader.take(",\"sig\":")
      let signatureOffset = reader.offset
      let signature = try reader.plainString()
      guard signature.count > 0, signature.count <= RecordLine.signatureTextMax,
        RecordLine.isBase64(signature, padded: true)
      else { throw CanonicalJSONError(.valueOutOfRange, at: signatureOffset) }
      signatureText = signature
    } else {
      keyText = nil
      signatureText = nil
    }
    try reader.take(",\"event\":")
    let eventOffset = reader.offset
    guard line.count &- eventOffset >= 3, line[eventOffset] == 0x7B,
      line[line.count &- 2] == 0x7D, line[line.count &- 1] == 0x7D
    else {
      throw CanonicalJSONError(.unexpectedByte, at: eventOffset)
    }
    event = UnsafeRawBufferPointer(rebasing: line[eventOffset..<(line.count &- 1)])
  }

  /// Reads the whole of `event`: one canonical JSON object and nothing after it.
  /// - Throws: where in the event, and how, it is not that.
  public func checkEvent() throws(CanonicalJSONError) {
    try RecordLine.checkEvent(event)
  }

  /// Reads bytes that must be one canonical JSON object and nothing after it.
  static func checkEvent(_ event: UnsafeRawBufferPointer) throws(CanonicalJSONError) {
    var reader = JSONReader(event)
    guard reader.next == 0x7B else { throw reader.error(.unexpectedByte) }
    try reader.skipValue()
    try reader.takeEnd()
  }

  /// Whether the characters are base64, in whole groups of four when padded.
  ///
  /// Spare bits are not looked at here; decoding refuses them.
  @inlinable
  static func isBase64(_ text: UnsafeRawBufferPointer, padded: Bool) -> Bool {
    if padded, text.count % 4 != 0 { return false }
    var end = text.count
    if padded, end > 0, text[end &- 1] == 0x3D { end &-= 1 }
    if padded, end > 0, end < text.count, text[end &- 1] == 0x3D { end &-= 1 }
    var index = 0
    while end &- index >= 8 {
      let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard isBase64(word) else { return false }
      index &+= 8
    }
    while index < end {
      switch text[index] {
      case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2F: index &+= 1
      default: return false
      }
    }
    return true
  }

  /// The same of eight characters at once.
  @inlinable
  static func isBase64(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let tops: UInt64 = 0x8080_8080_8080_8080
    guard word & tops == 0 else { return false }
    // The top bit of a byte is set where it is in the range; no byte is large enough to carry into the next.
    func areIn(_ range: ClosedRange<UInt64>, _ word: UInt64) -> UInt64 {
      (word &+ ones &* (0x80 &- range.lowerBound)) & ~(word &+ ones &* (0x7F &- range.upperBound))
    }
    // With the bit that tells small letters from capitals, capitals are small letters, and nothing else becomes one.
    let letters = areIn(0x61...0x7A, word | (ones &* 0x20))
    // The slash stands right before the digits.
    let others = areIn(0x2F...0x39, word) | areIn(0x2B...0x2B, word)
    return (letters | others) & tops == tops
  }
}
