import CDigests
import CLibCrypto

// Hashing a log from end to end is most of what proving it costs. A message alone is bound by the latency of its rounds; leaves, and nodes
// of one level, do not wait for each other, so two at a time cost little more than one: 2.7 GB/s where libcrypto's one comes to 1.5.
extension MerkleTree {
  /// Whether the processor hashes two messages at a time; else libcrypto hashes one after the other.
  static let hashesTwoAtATime = cdigests_is_able() != 0

  /// The hashes of many leaves that lie one after the other, each with a line feed after it.
  ///
  /// - Parameters:
  ///   - lines: the leaves; at most 4 GiB.
  ///   - ends: where the line feeds are, in their order.
  ///   - hashes: is given one hash for each of `ends`.
  public static func leafHashes(
    of lines: UnsafeRawBufferPointer, ends: UnsafeBufferPointer<UInt32>,
    into hashes: UnsafeMutableBufferPointer<Digest>
  ) {
    leafHashes(of: lines, ends: ends, into: hashes, twoAtATime: hashesTwoAtATime)
  }

  static func leafHashes(
    of lines: UnsafeRawBufferPointer, ends: UnsafeBufferPointer<UInt32>,
    into hashes: UnsafeMutableBufferPointer<Digest>, twoAtATime: Bool
  ) {
    guard let bytes = lines.baseAddress, let last = ends.last else { return }
    precondition(hashes.count >= ends.count && Int(last) <= lines.count, "Each leaf has a place.")
    if twoAtATime {
      cdigests_lines(
        0x00, bytes.assumingMemoryBound(to: UInt8.self), ends.baseAddress, ends.count,
        UnsafeMutableRawPointer(hashes.baseAddress)?.assumingMemoryBound(to: UInt8.self))
      return
    }
    var start = 0
    for (index, end) in ends.enumerated() {
      hashes[index] = leafHash(of: UnsafeRawBufferPointer(rebasing: lines[start..<Int(end)]))
      start = Int(end) + 1
    }
  }

  /// The hashes of the nodes above pairs of neighbours, in place of the first of them; an odd one at the end is left.
  ///
  /// - Returns: how many nodes there are.
  static func nodeHashes(above hashes: UnsafeMutableBufferPointer<Digest>, twoAtATime: Bool) -> Int
  {
    let count = hashes.count / 2
    if twoAtATime, let base = UnsafeMutableRawPointer(hashes.baseAddress) {
      let bytes = base.assumingMemoryBound(to: UInt8.self)
      cdigests_pairs(0x01, bytes, count, bytes)
      return count
    }
    for index in 0..<count { hashes[index] = nodeHash(hashes[2 * index], hashes[2 * index + 1]) }
    return count
  }

  /// The root over a full subtree: as many leaves, or roots of subtrees of one size, as a power of two.
  static func root(ofFull hashes: [Digest]) -> Digest {
    precondition(hashes.count.nonzeroBitCount == 1, "A full subtree has a power of two of leaves.")
    var nodes = hashes
    return nodes.withUnsafeMutableBufferPointer { nodes in
      var count = nodes.count
      while count > 1 {
        count = nodeHashes(
          above: UnsafeMutableBufferPointer(rebasing: nodes[..<count]),
          twoAtATime: hashesTwoAtATime)
      }
      return nodes[0]
    }
  }
}
