import CProcessor

/// Rows that are added and changed in place, in pieces that never move, so that a long history is not copied as it grows.
///
/// Not copyable, and its memory its own: nothing is counted or checked when a row is reached. Once there are many rows they are in large
/// pages, of which the system has five hundred times fewer to make.
struct PackedRows<Row: BitwiseCopyable>: ~Copyable {
  private var pieces: [UnsafeMutablePointer<Row>] = []
  private(set) var count = 0

  init() {}

  deinit { for piece in pieces { cprocessor_unmap(piece, Self.byteCount) } }

  /// How many rows are in a piece, as a power of two: with rows of 64 or 80 bytes a piece is some large pages and nothing else.
  private static var logOfPieceCount: Int { 17 }
  private static var byteCount: Int { MemoryLayout<Row>.stride << logOfPieceCount }
  /// From how many rows on there are many.
  private static var countOfMany: Int { 1 << 13 }

  /// The row at an index, for as long as this value lasts.
  @inline(__always)
  subscript(index: Int) -> UnsafeMutablePointer<Row> {
    pieces[index >> Self.logOfPieceCount] + (index & (1 << Self.logOfPieceCount - 1))
  }

  mutating func append(_ row: Row) {
    if count & (1 << Self.logOfPieceCount - 1) == 0 {
      guard let piece = cprocessor_map(Self.byteCount) else {
        preconditionFailure("There is no memory for more rows.")
      }
      pieces.append(piece.bindMemory(to: Row.self, capacity: 1 << Self.logOfPieceCount))
      if count > 0 { cprocessor_enlarge(piece, Self.byteCount) }
    } else if count == Self.countOfMany {
      cprocessor_enlarge(pieces[0], Self.byteCount)
    }
    count += 1
    self[count - 1].initialize(to: row)
  }
}
