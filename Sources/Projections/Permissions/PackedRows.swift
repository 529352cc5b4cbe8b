/// Rows that are added and changed in place, in pieces that never move, so that a long history is not copied as it grows.
///
/// Not copyable, and its memory its own: nothing is counted or checked when a row is reached. Once there are many rows they are in large
/// pages, of which the system has five hundred times fewer to make.
struct PackedRows<Row: BitwiseCopyable>: ~Copyable {
  private var pieces: [UnsafeMutableBufferPointer<Row>] = []
  private(set) var count = 0

  init() {}

  deinit { for piece in pieces { PackedMemory.unmap(piece) } }

  /// How many rows are in a piece: with rows of 64 or 80 bytes a piece is some large pages and nothing else.
  private static var pieceCount: Int { 1 << 17 }
  /// From how many rows on there are many.
  private static var countOfMany: Int { 1 << 13 }

  /// The row at an index, for as long as this value lasts.
  @inline(__always)
  subscript(index: Int) -> UnsafeMutablePointer<Row> {
    pieces[index / Self.pieceCount].baseAddress.unsafelyUnwrapped + index % Self.pieceCount
  }

  mutating func append(_ row: Row) {
    if count % Self.pieceCount == 0 { pieces.append(PackedMemory.map(Self.pieceCount)) }
    // What is mapped later is large from its beginning.
    if count == Self.countOfMany || count > 0 && count % Self.pieceCount == 0 {
      PackedMemory.enlarge(pieces[pieces.count - 1])
    }
    count += 1
    self[count - 1].initialize(to: row)
  }

  // MARK: As bytes

  /// The rows as bytes, in the stretches that they lie in, all but the last of which are `stretchByteCount` long; good for as long as this
  /// value lasts unchanged.
  var stretches: [UnsafeRawBufferPointer] {
    pieces.enumerated().map { number, piece in
      UnsafeRawBufferPointer(
        rebasing: UnsafeRawBufferPointer(piece)[
          ..<((min(count, (number + 1) * Self.pieceCount) - number * Self.pieceCount)
            * MemoryLayout<Row>.stride)])
    }
  }

  static var stretchByteCount: Int { pieceCount * MemoryLayout<Row>.stride }

  /// Rows of which those are the bytes; `nil` when they are no number of whole rows.
  init?(copying bytes: UnsafeRawBufferPointer) {
    guard bytes.count % MemoryLayout<Row>.stride == 0 else { return nil }
    count = bytes.count / MemoryLayout<Row>.stride
    for begin in stride(from: 0, to: bytes.count, by: Self.stretchByteCount) {
      let piece: UnsafeMutableBufferPointer<Row> = PackedMemory.map(Self.pieceCount)
      if count > Self.countOfMany { PackedMemory.enlarge(piece) }
      UnsafeMutableRawBufferPointer(piece).copyMemory(
        from: UnsafeRawBufferPointer(
          rebasing: bytes[begin..<min(begin + Self.stretchByteCount, bytes.count)]))
      pieces.append(piece)
    }
  }
}
