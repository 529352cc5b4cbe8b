import Diagnostics

/// Files in one file: POSIX ustar (IEEE Std 1003.1, pax), as plain as it goes.
///
/// Owned by nobody in particular, of 1970, readable by their owner alone, in the order of their names: the same files give the
/// same bytes. What is read must be what would be written.
enum Ustar {
  static let blockSize = 512

  /// - Parameter folder: the one folder that everything lies in.
  static func write(_ files: [String: [UInt8]], below folder: String) -> [UInt8] {
    var folders: Set<String> = [folder + "/"]
    for name in files.keys {
      var end = name.startIndex
      while let slash = name[end...].firstIndex(of: "/") {
        end = name.index(after: slash)
        folders.insert("\(folder)/\(name[..<end])")
      }
    }
    var entries = folders.map { (name: $0, bytes: [UInt8]?.none) }
    entries += files.map { (name: "\(folder)/\($0.key)", bytes: $0.value) }
    var archive: [UInt8] = []
    for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      archive += header(entry.name, byteCount: entry.bytes?.count)
      guard let bytes = entry.bytes else { continue }
      archive += bytes
      archive += [UInt8](repeating: 0, count: padding(bytes.count))
    }
    return archive + [UInt8](repeating: 0, count: 2 * blockSize)
  }

  /// The files of an archive; `nil` for what `write` would not write.
  static func read(_ archive: [UInt8], below folder: String) -> [String: [UInt8]]? {
    var files: [String: [UInt8]] = [:]
    var offset = 0
    while offset + blockSize <= archive.count, archive[offset] != 0 {
      let header = archive[offset..<offset + blockSize]
      offset += blockSize
      guard let name = text(header.prefix(100)), name.hasPrefix(folder + "/"),
        let size = octal(header.dropFirst(124).prefix(12))
      else { return nil }
      if header[header.startIndex + 156] == UInt8(ascii: "5") { continue }
      guard size <= archive.count - offset else { return nil }
      files[String(name.dropFirst(folder.utf8.count + 1))] = Array(archive[offset..<offset + size])
      offset += size + padding(size)
    }
    return write(files, below: folder) == archive ? files : nil
  }

  private static func padding(_ count: Int) -> Int {
    (blockSize - count % blockSize) % blockSize
  }

  /// The header of a file of so many bytes, or of a folder.
  private static func header(_ name: String, byteCount: Int?) -> [UInt8] {
    precondition(name.utf8.count < 100, "Names in a bundle are short.")
    var header = [UInt8](repeating: 0, count: blockSize)
    func put(_ text: String, at offset: Int) {
      header.replaceSubrange(offset..<offset + text.utf8.count, with: Array(text.utf8))
    }
    put(name, at: 0)
    put(byteCount == nil ? "0000700" : "0000600", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(digits(byteCount ?? 0, 11), at: 124)
    put(digits(0, 11), at: 136)
    put("        ", at: 148)
    put(byteCount == nil ? "5" : "0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(digits(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
    header[154] = 0
    return header
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String? {
    String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.prefix { $0 != 0 }
    guard digits.count == 11, digits.allSatisfy({ (0x30..<0x38).contains($0) }) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 - 0x30) }
  }
}
