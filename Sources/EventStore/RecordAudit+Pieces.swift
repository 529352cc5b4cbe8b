public import Transparency

/// What the audit does for a piece that is taken whole; it comes to what `take` comes to line by line, which a test compares.
extension RecordAudit {
  /// Whether a piece is sound and goes on where the last line ended. Whatever is not so simple is taken line by line.
  func fits(_ piece: LinePiece) -> Bool {
    guard piece.isSound, let first = piece.lines.first, shift == 0, first.sequence == position,
      first.recorded >= lastRecorded
    else { return false }
    if first.batchIndex == 1 { return batch.index == 0 }
    return !batch.isBroken && batch.index > 0 && first.batchIndex == batch.index + 1
      && first.batchCount == batch.count
  }

  /// Takes what all lines of a piece that fits have in common; their batches are joined and closed one by one.
  mutating func take(_ piece: LinePiece) {
    tree.append(piece)
    counts.events += piece.lines.count
    counts.bytes += piece.bytes.count
    position += UInt64(piece.lines.count)
    if let last = piece.lines.last { lastRecorded = last.recorded }
  }

  /// Adds lines to the batch that they are all of.
  mutating func join(_ piece: LinePiece, _ places: Range<Int>) {
    let first = piece.lines[places.lowerBound]
    if first.batchIndex == 1 {
      batch = Batch()
      batch.first = first.sequence
      batch.count = first.batchCount
    }
    batch.index = piece.lines[places.upperBound - 1].batchIndex
    if batch.message == nil {
      batch.message = .lines(piece, places)
    } else if case .lines(let before, let known) = batch.message, before === piece,
      known.upperBound == places.lowerBound
    {
      batch.message = .lines(piece, known.lowerBound..<places.upperBound)
    } else {
      batch.wholeMessage().add(piece, places)
    }
  }

  /// Has the signature of the batch checked that a line completes.
  mutating func close(
    _ closing: LinePiece.Closing, of piece: LinePiece, keys: Keys, origin: Origin
  ) throws {
    defer { batch = Batch() }
    counts.batches += 1
    let positions = batch.first...piece.position(closing.place)
    let byteOffset = piece.byteOffset + piece.offset(ofLine: closing.place)
    guard let key = try keys(closing.key, batch.first) else {
      return note(
        Damage(
          DamageCode.key, positions: positions, segment: piece.segment, byteOffset: byteOffset,
          detail: "\(closing.key)"), .badSignature)
    }
    adopt(origin())
    signatures.add(
      SignatureQueue.Entry(
        verifier: try verifier(for: key, closing.key), signature: closing.signature,
        message: batch.message ?? .whole(batch.wholeMessage()), key: closing.key,
        positions: positions, segment: piece.segment,
        byteOffset: byteOffset))
  }
}

extension MerkleFrontier {
  /// Adds the leaves of a piece: as one run where this tree has come to a place like the one that its lines state.
  public mutating func append(_ piece: LinePiece) {
    guard piece.run.canFollow(self) else {
      for leaf in piece.leaves { append(leafHash: leaf) }
      return
    }
    append(subtreesOf: piece.run)
  }
}
