internal import CZlib

/// Compression as zip files have it, over whole buffers.
public enum Deflate {
  /// The bytes in deflated form; `nil` where there is no memory.
  public static func deflated(_ bytes: [UInt8]) -> [UInt8]? {
    let room = czlib_deflate_bound(bytes.count)
    var isDone = false
    let result = [UInt8](unsafeUninitializedCapacity: room) { target, count in
      let written = bytes.withUnsafeBytes {
        czlib_deflate($0.baseAddress, $0.count, target.baseAddress, room)
      }
      isDone = written >= 0
      count = max(0, written)
    }
    return isDone ? result : nil
  }

  /// What deflated bytes say, which must be exactly `count` bytes; `nil` when it is not.
  public static func inflated(_ bytes: ArraySlice<UInt8>, count: Int) -> [UInt8]? {
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { target, filled in
      isWhole = bytes.withUnsafeBytes {
        czlib_inflate($0.baseAddress, $0.count, target.baseAddress, count) == 1
      }
      filled = isWhole ? count : 0
    }
    return isWhole ? result : nil
  }

  /// The CRC-32 of bytes.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBytes { czlib_crc32($0.baseAddress, $0.count) }
  }
}
