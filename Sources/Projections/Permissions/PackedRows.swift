/// Rows that are added and changed in place, in pieces that never move, so that a long history is not copied as it grows.
///
/// Not copyable, and its memory its own: nothing is counted or checked when a row is reached.
struct PackedRows<Row: BitwiseCopyable>: ~Copyable {
  private var pieces: [UnsafeMutablePointer<Row>] = []
  private(set) var count = 0
  private let pieceCount = 1 << 14

  init() {}

  deinit { for piece in pieces { piece.deallocate() } }

  /// The row at an index, for as long as this value lasts.
  @inline(__always)
  subscript(index: Int) -> UnsafeMutablePointer<Row> {
    pieces[index >> 14] + (index & (1 << 14 - 1))
  }

  mutating func append(_ row: Row) {
    if count == pieces.count * pieceCount { pieces.append(.allocate(capacity: pieceCount)) }
    count += 1
    self[count - 1].initialize(to: row)
  }
}
