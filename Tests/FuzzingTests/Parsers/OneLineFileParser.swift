@testable import EventStore

/// The files of one line with a checksum: `FORMAT`, `head` and the manifests.
enum OneLineFileParser: FuzzedParser {
  static let name = "one-line-file"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    // The checksum would refuse nearly all that a fuzzer makes: it is put right as well.
    let isAsGiven = try accepted(bytes)
    guard bytes.count < ChecksummedLine.byteCountMax, !bytes.contains(0x0A) else {
      return isAsGiven
    }
    let fields = bytes.split(separator: 0x20, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    return try accepted(ChecksummedLine.write(fields)) || isAsGiven
  }

  private static func accepted(_ bytes: [UInt8]) throws(Violation) -> Bool {
    if let format = LedgerFormat(bytes) {
      try require(format.bytes == bytes, "FORMAT has one form")
      return true
    }
    for size: UInt64 in [2, 65_536] {
      if let head = HeadRecord(bytes, segmentSize: size) {
        try require(head.bytes == bytes, "a head has one form")
        return true
      }
      for first in [0, size] {
        if let manifest = SegmentManifest(bytes, first: first, segmentSize: size) {
          try require(manifest.bytes == bytes, "a manifest has one form")
          return true
        }
      }
    }
    return false
  }
}
