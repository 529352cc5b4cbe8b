import Diagnostics
import Markup
import Workbooks

/// Reads the entries of a zip file by its directory, within bounds that no workbook of a packet comes near.
///
/// A file that promises more than it may hold is refused before anything is unpacked, and an entry is unpacked to the size that the
/// directory tells and no further: there is no zip bomb to be had. Encrypted, split and 64-bit archives are refused.
struct ZipReader {
  /// The most entries.
  static let entriesMax = 256
  /// The most bytes of one entry, and of all together, when unpacked.
  static let entryBytesMax = 16 << 20
  static let bytesMax = 32 << 20
  /// How many times as large as in the file an entry may be.
  static let ratioMax = 200

  private struct Entry {
    var isDeflated: Bool
    var checksum: UInt32
    var packed: Int
    var unpacked: Int
    var place: Int
  }

  private let file: [UInt8]
  private var entries: [String: Entry] = [:]

  /// - Throws: `PKT-02`.
  init(_ file: [UInt8]) throws(Diagnostic) {
    self.file = file
    guard file.count <= CollectedDecisions.bytesMax else {
      throw Self.malformed(Localized(en: "too large", sv: "för stor"))
    }
    let end = try Self.endRecord(of: file)
    let count = Int(file.read16(end + 10))
    let size = Int(file.read32(end + 12))
    var place = Int(file.read32(end + 16))
    guard file.read16(end + 4) == 0, file.read16(end + 6) == 0,
      Int(file.read16(end + 8)) == count, count <= Self.entriesMax, place <= end,
      size == end - place
    else { throw Self.malformed(Localized(en: "the directory", sv: "förteckningen")) }
    var total = 0
    for _ in 0..<count {
      let (name, entry, next) = try Self.entry(of: file, at: place, until: end)
      total += entry.unpacked
      guard entries[name] == nil, total <= Self.bytesMax else {
        throw Self.malformed(Localized(en: "the entries", sv: "innehållet"))
      }
      entries[name] = entry
      place = next
    }
    guard place == end else {
      throw Self.malformed(Localized(en: "the directory", sv: "förteckningen"))
    }
  }

  /// The bytes of an entry; `nil` when there is none of that name.
  ///
  /// - Throws: `PKT-02`.
  func bytes(of name: String) throws(Diagnostic) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    let place = entry.place
    guard place + 30 <= file.count, file.read32(place) == 0x0403_4B50 else {
      throw Self.malformed(Localized(verbatim: name))
    }
    let begin = place + 30 + Int(file.read16(place + 26)) + Int(file.read16(place + 28))
    guard begin <= file.count, entry.packed <= file.count - begin else {
      throw Self.malformed(Localized(verbatim: name))
    }
    let packed = file[begin..<(begin + entry.packed)]
    guard
      let bytes = entry.isDeflated
        ? Deflate.inflated(packed, count: entry.unpacked) : Array(packed),
      bytes.count == entry.unpacked, Deflate.checksum(bytes) == entry.checksum
    else { throw Self.malformed(Localized(verbatim: name)) }
    return bytes
  }

  /// Where the record stands that ends the file; a comment of any length may follow it.
  private static func endRecord(of file: [UInt8]) throws(Diagnostic) -> Int {
    var place = file.count - 22
    let first = max(0, place - 0xFFFF)
    while place >= first {
      if file.read32(place) == 0x0605_4B50,
        Int(file.read16(place + 20)) == file.count - place - 22
      {
        return place
      }
      place -= 1
    }
    throw malformed(Localized(en: "the end", sv: "slutet"))
  }

  private static func entry(
    of file: [UInt8], at place: Int, until end: Int
  ) throws(Diagnostic) -> (name: String, entry: Entry, next: Int) {
    guard place + 46 <= end, file.read32(place) == 0x0201_4B50 else {
      throw malformed(Localized(en: "the directory", sv: "förteckningen"))
    }
    let method = file.read16(place + 10)
    let entry = Entry(
      isDeflated: method == 8, checksum: file.read32(place + 16),
      packed: Int(file.read32(place + 20)), unpacked: Int(file.read32(place + 24)),
      place: Int(file.read32(place + 42)))
    let nameEnd = place + 46 + Int(file.read16(place + 28))
    let next = nameEnd + Int(file.read16(place + 30)) + Int(file.read16(place + 32))
    guard next <= end, let name = String(validating: file[(place + 46)..<nameEnd], as: UTF8.self)
    else { throw malformed(Localized(en: "the directory", sv: "förteckningen")) }
    guard method == 0 || method == 8, file.read16(place + 8) & 0x2041 == 0,
      entry.unpacked <= entryBytesMax, entry.unpacked <= entry.packed * ratioMax + 1_024
    else { throw malformed(Localized(verbatim: ShownText.of(String(name.prefix(60))))) }
    return (name, entry, next)
  }

  static func malformed(_ place: Localized) -> Diagnostic {
    PacketCodes.malformedWorkbook.diagnostic(.init(en: "at", sv: "vid", localized: place))
  }
}

extension [UInt8] {
  fileprivate func read16(_ place: Int) -> UInt16 {
    UInt16(self[place]) | UInt16(self[place + 1]) << 8
  }

  fileprivate func read32(_ place: Int) -> UInt32 {
    UInt32(read16(place)) | UInt32(read16(place + 2)) << 16
  }
}
