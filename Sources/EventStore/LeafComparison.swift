import Diagnostics
import Glibc
import Transparency

/// Names the lines that are not the ones committed, by the leaf hashes kept beside each segment.
///
/// These hashes prove nothing by themselves: those of a full segment are taken when they come to
/// the root in its manifest, those of the current one when all together come to the root in the
/// head.
struct LeafComparison {
  /// A segment as it was read.
  struct Suspect {
    var segment: UInt64
    /// Where what counts of it ends, in bytes.
    var end: Int
    /// The root its lines come to.
    var found: Digest
    /// The root its manifest states.
    var expected: Digest?
  }

  let reader: LedgerReader

  /// Notes each line that differs, unless the audit has named it already.
  func name(
    _ suspects: [Suspect], _ head: TreeHead, _ audit: inout RecordAudit
  ) throws(Diagnostic) {
    var proven = SegmentedTree(segmentSize: reader.format.segmentSize)
    for suspect in suspects {
      let isCurrent = suspect.segment == suspects.last?.segment
      guard isCurrent || suspect.expected != nil || proven.size == suspect.segment else { continue }
      let count = isCurrent ? head.size - suspect.segment : reader.format.segmentSize
      guard count <= reader.format.segmentSize else { return }
      let leaves = try self.leaves(suspect.segment, count: Int(count))
      let root = MerkleTree.root(of: leaves)
      var isProven = root == suspect.expected
      if isCurrent {
        for leaf in leaves { proven.append(leafHash: leaf) }
        isProven = isProven || proven.head == head
      } else if proven.size == suspect.segment {
        proven.append(segmentRoot: suspect.expected ?? suspect.found)
      }
      if isProven, root != suspect.found { try compare(suspect, leaves, &audit) }
    }
  }

  private func compare(
    _ suspect: Suspect, _ leaves: [Digest], _ audit: inout RecordAudit
  ) throws(Diagnostic) {
    let named = Set(
      audit.damage.filter { $0.segment == suspect.segment }.compactMap(\.byteOffset))
    let file = try reader.openSegment(suspect.segment)
    defer { reader.close(file) }
    var scan = SegmentScan(reader.files, file, from: 0, to: suspect.end)
    var count: UInt64 = 0
    do throws(SegmentScan.Fault) {
      while let (bytes, offset) = try scan.next() {
        forEachLine(in: bytes) { line, start in
          defer { count += 1 }
          // A line that was moved is found by the position it claims.
          var position = suspect.segment + count
          do { position = try RecordLine(line).sequence } catch {}
          guard position >= suspect.segment, position - suspect.segment < UInt64(leaves.count),
            leaves[Int(position - suspect.segment)] != MerkleTree.leafHash(of: line),
            !named.contains(offset + start)
          else { return }
          audit.note(
            Damage(
              DamageCode.leaf, positions: position...position, segment: suspect.segment,
              byteOffset: offset + start, detail: "\(MerkleTree.leafHash(of: line))"))
        }
      }
    } catch {
      switch error {
      case .system(let error): throw error.diagnostic()
      case .noLineFeed: return
      }
    }
  }

  /// The leaf hashes kept for a segment; none when there are not enough.
  private func leaves(_ first: UInt64, count: Int) throws(Diagnostic) -> [Digest] {
    do throws(SystemError) {
      let bytes = try reader.files.contents(of: reader.folder.leaves(first), limit: count * 32)
      guard bytes.count == count * 32 else { return [] }
      return bytes.withUnsafeBytes { bytes in
        (0..<count).compactMap { index in
          bytes.baseAddress.map { Digest(loading: $0 + index * 32) }
        }
      }
    } catch {
      guard error.number == ENOENT else { throw error.diagnostic() }
      return []
    }
  }
}
