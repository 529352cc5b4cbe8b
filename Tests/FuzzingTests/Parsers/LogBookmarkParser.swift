import EventStore
import Transparency

/// Where a snapshot says it is in the log.
enum LogBookmarkParser: FuzzedParser {
  static let name = "log-bookmark"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let bookmark = LogBookmark(bytes) else { return false }
    try require(bookmark.bytes == bytes, "a bookmark has one form")
    return bookmark.head.size == bookmark.position
  }
}
