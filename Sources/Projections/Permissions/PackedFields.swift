import Chronology

/// A position in the log and eight bits besides, in one word: no log has 2⁵⁶ events.
struct MarkedPosition: BitwiseCopyable {
  private var word: UInt64 = 0

  var position: UInt64 {
    get { word >> 8 }
    set { word = newValue << 8 | word & 0xFF }
  }

  var marks: UInt8 {
    get { UInt8(truncatingIfNeeded: word) }
    set { word = word & ~0xFF | UInt64(newValue) }
  }
}

/// A moment in milliseconds since 1970, or none.
enum PackedMoment {
  /// No moment at all: later than any.
  static let never = Int64.max

  static func instant(_ milliseconds: Int64) -> Instant? {
    milliseconds == never ? nil : Instant(milliseconds: milliseconds)
  }
}
