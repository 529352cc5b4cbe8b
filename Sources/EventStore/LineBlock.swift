import Glibc

/// Memory that one stretch of whole lines after the other is read into.
public final class LineBlock: @unchecked Sendable {
  // Unchecked because one thread at a time has it.
  private let buffer: UnsafeMutableRawBufferPointer
  /// The lines, each with its LF; good until the next are read.
  public private(set) var bytes = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The segment that the lines are in, by its first position.
  public private(set) var segment: UInt64 = 0
  /// Where in the segment the lines begin, in bytes.
  public private(set) var byteOffset = 0

  /// Whether these are the first lines of the segment.
  public var isFirstOfSegment: Bool { byteOffset == 0 }

  /// How much is asked of a file at a time: it stays in a core's second cache while it is hashed and read, and is more than the system
  /// reads ahead by itself, so that it comes in one piece.
  static let byteCount = 1 << 18
  /// What can be left of the block before: less than a line with its LF.
  static let carryMax = RecordLine.byteCountMax

  /// - Parameter byteCount: how much there is to read at all, where that can be little.
  public init(upTo byteCount: Int = .max) {
    buffer = .allocate(
      byteCount: Self.carryMax + max(1, min(Self.byteCount, byteCount)), alignment: 64)
  }

  deinit { buffer.deallocate() }

  /// Where the bytes of a file go: behind room for what is left of the block before, which ends there.
  var room: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(rebasing: buffer[Self.carryMax...])
  }

  /// Takes what is left of the block before, and so many bytes that were read into `room`, up to their last LF.
  ///
  /// - Returns: what is left; `nil` when no line ends in the block, or what is left is longer than a line.
  func hold(
    after carry: UnsafeRawBufferPointer, _ count: Int, segment: UInt64, byteOffset: Int
  ) -> UnsafeRawBufferPointer? {
    let begin = Self.carryMax - carry.count
    UnsafeMutableRawBufferPointer(rebasing: buffer[begin...]).copyMemory(from: carry)
    let all = UnsafeRawBufferPointer(rebasing: buffer[begin..<Self.carryMax + count])
    let end = endOfLastLine(in: all)
    bytes = UnsafeRawBufferPointer(rebasing: all[..<end])
    self.segment = segment
    self.byteOffset = byteOffset - carry.count
    guard end > 0, all.count - end <= Self.carryMax else { return nil }
    return UnsafeRawBufferPointer(rebasing: all[end...])
  }
}
