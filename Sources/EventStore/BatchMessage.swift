import Transparency

/// The message that a batch's signature is over: its events, each followed by a LF, as far as they have come.
///
/// Hashing it takes longer than all else about a line, and one message is hashed from its beginning to its end. So the lines of a
/// piece are only remembered, and whoever checks the signature hashes them: batches are independent of each other.
final class BatchMessage: @unchecked Sendable {
  // Unchecked because one thread at a time has it: the one that verifies, and then the one that checks the signature.
  private var begun = SHA512()
  /// Lines that are not hashed yet; each keeps its piece.
  private var waiting: [(piece: LinePiece, places: Range<Int>)] = []
  /// How many bytes of pieces wait.
  private(set) var waitingByteCount = 0

  /// So much may wait: a batch may be longer than the memory that verifying is to have.
  static let waitingBytesMax = 8 << 20

  /// Adds an event, now.
  func add(_ event: UnsafeRawBufferPointer) {
    hashWaiting()
    begun.update(line: event)
  }

  /// Adds the events of some lines of a piece, later.
  func add(_ piece: LinePiece, _ places: Range<Int>) {
    waiting.append((piece, places))
    waitingByteCount += piece.bytes.count
    if waitingByteCount > Self.waitingBytesMax { hashWaiting() }
  }

  /// The SHA-512 of all that was added; the pieces are kept no longer.
  func digest() -> SHA512.Digest {
    hashWaiting()
    return begun.digest
  }

  private func hashWaiting() {
    guard !waiting.isEmpty else { return }
    for (piece, places) in waiting {
      for place in places { begun.update(line: piece.lines[place].event) }
    }
    waiting.removeAll()
    waitingByteCount = 0
  }
}
