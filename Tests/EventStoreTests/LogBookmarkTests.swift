import EventStore
import Testing
import Transparency

@Suite struct LogBookmarkTests {
  /// The bytes of a bookmark of these sizes, with as many hashes as these need.
  private func bytes(_ full: UInt64, _ current: UInt64) -> [UInt8] {
    let numbers = [full, current, 100].flatMap { number in
      (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * UInt64($0))) }
    }
    let hashes = full.nonzeroBitCount + current.nonzeroBitCount
    return numbers + [UInt8](repeating: 7, count: 32 * hashes)
  }

  @Test func `sizes that no log has are no bookmark`() throws {
    let sound = try #require(LogBookmark(bytes(4, 3)))
    #expect(sound.position == 7 && sound.head.size == 7)
    #expect(LogBookmark(bytes(1 << 63, 1 << 63)) == nil)
    #expect(LogBookmark(bytes(UInt64.max, 1)) == nil)
    #expect(LogBookmark(bytes(1 << 53, 0)) == nil)
    #expect(LogBookmark(bytes(0, 1 << 53)) == nil)
  }
}
