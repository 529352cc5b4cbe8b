public import Chronology
import Transparency

/// The file `FORMAT`: what the folder is, for ever.
///
/// `liggare/v1 <origin> <created> <events per segment> <sha256>` LF. It is the last file `create`
/// writes: a folder without it is no ledger.
public struct LedgerFormat: Hashable, Sendable {
  /// The name of the log.
  public var origin: String
  /// When the ledger was made.
  public var created: Instant
  /// Events per segment file: a power of two, 65,536 unless a test wants less.
  public var segmentSize: UInt64

  static let name = "liggare/v1"

  var bytes: [UInt8] {
    ChecksummedLine.write([Self.name, origin, "\(created)", "\(segmentSize)"])
  }

  init(origin: String, created: Instant, segmentSize: UInt64) {
    self.origin = origin
    self.created = created
    self.segmentSize = segmentSize
  }

  init?(_ bytes: [UInt8]) {
    guard let fields = ChecksummedLine.read(bytes), fields.count == 4, fields[0] == Self.name,
      Self.isOrigin(fields[1]), let created = Instant(fields[2]),
      let size = ChecksummedLine.number(fields[3]), Self.isSegmentSize(size)
    else { return nil }
    self.init(origin: fields[1], created: created, segmentSize: size)
  }

  /// Whether a text can name a log: 1 to 255 ASCII letters, digits, dots, hyphens and slashes.
  public static func isOrigin(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count)
      && text.utf8.allSatisfy {
        switch $0 {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F: true
        default: false
        }
      }
  }

  static func isSegmentSize(_ size: UInt64) -> Bool {
    (2...65_536).contains(size) && size.nonzeroBitCount == 1
  }
}

/// The file `head`: how much of the log counts. Writing it over itself and syncing it is the commit.
///
/// `liggare-head/v1 <size> <first of segment> <bytes in segment> <base64 root> <batches> <filler> <sha256>` LF, 256 bytes in all. The
/// segment is the one that holds the last event, even when it is full; in an empty log it is 0, with 0 bytes.
///
/// A disk writes a sector of 512 bytes whole or not at all, and the file begins one: so what a power cut leaves is this head or the one
/// before. A disk that does otherwise leaves what the checksum refuses. The length never changes, so that the sync has no more to write
/// than the sector.
struct HeadRecord: Hashable {
  var head: TreeHead
  var segment: UInt64
  var byteCount: Int
  /// How many whole batches an interrupted commit can leave behind this head: more than one where a ``BatchGroup`` may follow.
  var batchesBehind = 1

  static let name = "liggare-head/v1"
  /// The length of the file.
  static let fileByteCount = 256

  var bytes: [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(Self.fileByteCount)
    line.append(contentsOf: "\(Self.name) \(head.size) \(segment) \(byteCount) ".utf8)
    Base64.append(head.root.bytes, to: &line)
    line.append(contentsOf: " \(batchesBehind) ".utf8)
    // The filler is followed by a space, the checksum of 64 characters and LF.
    let fillerCount = Self.fileByteCount - line.count - 1 - 64 - 1
    line.append(contentsOf: repeatElement(UInt8(ascii: "-"), count: fillerCount))
    line.append(UInt8(ascii: " "))
    return ChecksummedLine.finish(line)
  }

  init(head: TreeHead, segment: UInt64, byteCount: Int) {
    self.head = head
    self.segment = segment
    self.byteCount = byteCount
  }

  init?(_ bytes: [UInt8], segmentSize: UInt64) {
    guard bytes.count == Self.fileByteCount, let fields = ChecksummedLine.read(bytes),
      fields.count == 7, fields[0] == Self.name,
      let size = ChecksummedLine.number(fields[1]), let segment = ChecksummedLine.number(fields[2]),
      let byteCount = ChecksummedLine.number(fields[3]), let root = Digest(base64: fields[4].utf8),
      let batches = ChecksummedLine.number(fields[5]),
      (1...Self.batchesBehindMax).contains(batches),
      fields[6].utf8.allSatisfy({ $0 == 0x2D })
    else { return nil }
    let expected = size == 0 ? 0 : (size - 1) / segmentSize * segmentSize
    guard segment == expected, byteCount == 0 || size > 0 else { return nil }
    self.init(
      head: TreeHead(size: size, root: root), segment: segment, byteCount: Int(byteCount))
    batchesBehind = Int(batches)
  }

  /// The most batches of one commit.
  static let batchesBehindMax: UInt64 = 256
}

/// The file `segments/<first>.sealed`: a full segment in one line, so that opening need not hash
/// it.
///
/// `liggare-segment/v1 <first> <count> <bytes> <sha256 of the file> <base64 subtree root> <sha256>`
/// LF.
struct SegmentManifest: Hashable {
  var first: UInt64
  var count: UInt64
  var byteCount: Int
  var sha256: Digest
  var root: Digest

  static let name = "liggare-segment/v1"

  var bytes: [UInt8] {
    ChecksummedLine.write([
      Self.name, "\(first)", "\(count)", "\(byteCount)", sha256.hexadecimal, root.base64,
    ])
  }

  init(first: UInt64, count: UInt64, byteCount: Int, sha256: Digest, root: Digest) {
    self.first = first
    self.count = count
    self.byteCount = byteCount
    self.sha256 = sha256
    self.root = root
  }

  init?(_ bytes: [UInt8], first: UInt64, segmentSize: UInt64) {
    guard let fields = ChecksummedLine.read(bytes), fields.count == 6, fields[0] == Self.name,
      ChecksummedLine.number(fields[1]) == first, ChecksummedLine.number(fields[2]) == segmentSize,
      let byteCount = ChecksummedLine.number(fields[3]),
      let sha256 = Digest(hexadecimal: fields[4].utf8), let root = Digest(base64: fields[5].utf8)
    else { return nil }
    self.init(
      first: first, count: segmentSize, byteCount: Int(byteCount), sha256: sha256, root: root)
  }
}
