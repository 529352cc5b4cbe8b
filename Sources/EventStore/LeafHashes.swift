import Diagnostics
import Glibc
import Transparency

/// The leaf hashes of what is committed, in their order.
struct LeafHashes {
  /// Where they are taken from.
  enum Source {
    /// The files beside the segments; a segment whose file is missing or short is hashed.
    case kept
    /// The lines themselves.
    case lines
  }

  let reader: LedgerReader
  /// How much of the log counts.
  let extent: HeadRecord

  /// Hands over the hashes from a position to the head.
  func forEach(
    from position: UInt64, _ source: Source, _ body: (Digest) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard position < extent.head.size else { return }
    try forEach(in: position..<extent.head.size, source, body)
  }

  /// Hands over the hashes of these positions, which lie before the head.
  func forEach(
    in positions: Range<UInt64>, _ source: Source, _ body: (Digest) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var position = positions.lowerBound
    while position < positions.upperBound {
      let first = position / reader.format.segmentSize * reader.format.segmentSize
      let end = min(first + reader.format.segmentSize, positions.upperBound)
      for hash in try hashes(in: position..<end, ofSegment: first, source) { try body(hash) }
      position = end
    }
  }

  private func hashes(
    in positions: Range<UInt64>, ofSegment first: UInt64, _ source: Source
  ) throws(Diagnostic) -> [Digest] {
    if source == .kept, let kept = try kept(positions, ofSegment: first) { return kept }
    let end =
      first == extent.segment ? extent.byteCount : try reader.size(ofSegment: first)
    let all = try reader.leaves(first, to: end)
    guard UInt64(all.count) >= positions.upperBound - first else {
      throw reader.corruption(first, at: end)
    }
    return Array(all[Int(positions.lowerBound - first)..<Int(positions.upperBound - first)])
  }

  private func kept(
    _ positions: Range<UInt64>, ofSegment first: UInt64
  ) throws(Diagnostic) -> [Digest]? {
    do throws(SystemError) {
      let bytes = try reader.files.withFile(reader.folder.leaves(first), .reading) {
        (file) throws(SystemError) in
        try reader.files.contents(
          of: file, from: Int(positions.lowerBound - first) * 32, count: positions.count * 32)
      }
      return Digest.list(bytes, count: positions.count)
    } catch {
      guard error.number == ENOENT else { throw error.diagnostic() }
      return nil
    }
  }
}

extension Digest {
  /// So many hashes of 32 bytes, one after the other; `nil` when the bytes are not just that.
  static func list(_ bytes: [UInt8], count: Int) -> [Digest]? {
    guard bytes.count == count * 32 else { return nil }
    return bytes.withUnsafeBytes { bytes in
      (0..<count).compactMap { index in
        bytes.baseAddress.map { Digest(loading: $0 + index * 32) }
      }
    }
  }
}

extension [Digest] {
  /// The hashes as a file holds them.
  var fileBytes: [UInt8] { withUnsafeBytes { [UInt8]($0) } }
}
