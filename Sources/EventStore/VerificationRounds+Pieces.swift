/// The fast way through a log: what is sound and goes on where the last line ended is judged piece by piece.
///
/// It does what taking line by line does, in the same order wherever order can be seen: the events of a batch, then its key and the
/// log's name, then what was published of its last line; and at a checkpoint in the middle of a batch, the events up to there.
extension VerificationRounds {
  /// Takes a piece that fits.
  mutating func take(
    _ piece: LinePiece, _ keys: RecordAudit.Keys, _ origin: RecordAudit.Origin,
    _ onEvents: LogVerification.OnEvents,
    _ onRecord: (Record) throws -> Void
  ) throws {
    audit.take(piece)
    var begin = 0
    for closing in piece.closings {
      let end = closing.place + 1
      try take(piece, begin..<end, isWhole: true, origin, onEvents, onRecord)
      try audit.close(closing, of: piece, keys: keys, origin: origin)
      try publish(piece, closing.place..<end, origin)
      begin = end
    }
    if begin < piece.lines.count {
      try take(piece, begin..<piece.lines.count, isWhole: false, origin, onEvents, onRecord)
    }
  }

  /// Takes lines of one batch; of one that they complete, what is published of the last is left.
  private mutating func take(
    _ piece: LinePiece, _ places: Range<Int>, isWhole: Bool, _ origin: RecordAudit.Origin,
    _ onEvents: LogVerification.OnEvents, _ onRecord: (Record) throws -> Void
  ) throws {
    audit.join(piece, places)
    var begin = places.lowerBound
    // A checkpoint is signed with the keys that count at its size, which the lines after it may change.
    while publication.untilDue < UInt64(places.upperBound - begin) {
      let end = begin + Int(publication.untilDue)
      try hand(piece, begin..<end, onEvents, onRecord)
      try publish(piece, begin..<end, origin)
      begin = end
    }
    try hand(piece, begin..<places.upperBound, onEvents, onRecord)
    try publish(piece, begin..<places.upperBound - (isWhole ? 1 : 0), origin)
  }

  /// Hands events to who judges them.
  private func hand(
    _ piece: LinePiece, _ places: Range<Int>, _ onEvents: LogVerification.OnEvents,
    _ onRecord: (Record) throws -> Void
  ) throws {
    if let reading = piece.reading { return try onEvents(reading, piece, places) }
    for place in places { try onRecord(piece.record(place)) }
  }

  /// Compares what was published with leaves.
  private mutating func publish(
    _ piece: LinePiece, _ places: Range<Int>, _ origin: RecordAudit.Origin
  ) throws {
    guard !publication.isIdle else { return }
    for place in places { try publication.take(piece.leaves[place], origin: origin) }
  }
}
