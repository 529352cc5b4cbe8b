/// Writes a zip file (PKWARE APPNOTE 6.3.3): a local header and the bytes for each entry, then the directory.
///
/// Every entry has the same moment, so that the same entries are the same bytes.
public struct ZipWriter {
  private var file: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  public init() {}

  /// Adds an entry.
  ///
  /// - Parameter name: ASCII, at most 65,535 bytes, not there already.
  public mutating func add(_ name: String, _ bytes: [UInt8]) {
    let deflated = Deflate.deflated(bytes).flatMap { $0.count < bytes.count ? $0 : nil }
    let place = UInt32(file.count)
    let content = deflated ?? bytes
    var header: [UInt8] = []
    // The version needed, no flags, how it is kept, 1980-01-01 00:00.
    header.add16(20)
    header.add16(0)
    header.add16(deflated == nil ? 0 : 8)
    header.add16(0)
    header.add16(0x21)
    header.add32(Deflate.checksum(bytes))
    header.add32(UInt32(content.count))
    header.add32(UInt32(bytes.count))
    header.add16(UInt16(name.utf8.count))
    header.add16(0)
    file.add32(0x0403_4B50)
    file += header
    file += name.utf8
    file += content
    directory.add32(0x0201_4B50)
    directory.add16(20)
    directory += header
    // No comment, first disk, no attributes.
    directory.add16(0)
    directory.add16(0)
    directory.add16(0)
    directory.add32(0)
    directory.add32(place)
    directory += name.utf8
    count += 1
  }

  /// The whole file.
  public func bytes() -> [UInt8] {
    var whole = file + directory
    whole.add32(0x0605_4B50)
    whole.add16(0)
    whole.add16(0)
    whole.add16(count)
    whole.add16(count)
    whole.add32(UInt32(directory.count))
    whole.add32(UInt32(file.count))
    whole.add16(0)
    return whole
  }
}

extension [UInt8] {
  fileprivate mutating func add16(_ value: UInt16) {
    append(UInt8(truncatingIfNeeded: value))
    append(UInt8(truncatingIfNeeded: value >> 8))
  }

  fileprivate mutating func add32(_ value: UInt32) {
    add16(UInt16(truncatingIfNeeded: value))
    add16(UInt16(truncatingIfNeeded: value >> 16))
  }
}
