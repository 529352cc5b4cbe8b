extension MerkleFrontier {
  /// Adds leaves, and gives the root over all leaves before each of some of them.
  ///
  /// The root at one size is a chain of hashes, each of which waits for the one before; the chains of different sizes wait for nothing,
  /// so that a step of all of them is hashed at once.
  ///
  /// - Parameter places: places among the new leaves, rising; `leaves.count` stands for the root over all.
  public mutating func append(_ leaves: [Digest], rootsBefore places: [Int]) -> [Digest] {
    append(leaves, rootsBefore: places, twoAtATime: MerkleTree.hashesTwoAtATime)
  }

  mutating func append(
    _ leaves: [Digest], rootsBefore places: [Int], twoAtATime: Bool
  ) -> [Digest] {
    var chains = RootChains(reserving: places.count)
    var next = 0
    for place in places {
      while next < place {
        append(leafHash: leaves[next])
        next += 1
      }
      chains.add(peaks)
    }
    while next < leaves.count {
      append(leafHash: leaves[next])
      next += 1
    }
    return chains.roots(twoAtATime: twoAtATime)
  }
}

/// The roots over several rows of peaks.
private struct RootChains {
  /// What each has come to, from its right end.
  private var roots: [Digest] = []
  /// The peaks of all, and which of them are still to be hashed in from the left of each.
  private var peaks: [Digest] = []
  private var rests: [Range<Int>] = []

  init(reserving count: Int) {
    roots.reserveCapacity(count)
    rests.reserveCapacity(count)
    peaks.reserveCapacity(8 * count)
  }

  mutating func add(_ row: [Digest]) {
    roots.append(row.last ?? MerkleTree.emptyRoot)
    rests.append(peaks.count..<peaks.count + max(0, row.count - 1))
    peaks.append(contentsOf: row.dropLast())
  }

  mutating func roots(twoAtATime: Bool) -> [Digest] {
    var pairs = [Digest](repeating: MerkleTree.emptyRoot, count: 2 * roots.count)
    while true {
      var count = 0
      for chain in rests.indices where !rests[chain].isEmpty {
        pairs[count] = peaks[rests[chain].upperBound - 1]
        pairs[count + 1] = roots[chain]
        count += 2
      }
      if count == 0 { return roots }
      pairs.withUnsafeMutableBufferPointer {
        _ = MerkleTree.nodeHashes(
          above: UnsafeMutableBufferPointer(rebasing: $0[..<count]), twoAtATime: twoAtATime)
      }
      count = 0
      for chain in rests.indices where !rests[chain].isEmpty {
        roots[chain] = pairs[count]
        rests[chain] = rests[chain].dropLast()
        count += 1
      }
    }
  }
}
