import AccessModel

/// Gathers the bytes of values.
public struct StateWriter: Sendable {
  var bytes: [UInt8] = []

  @inline(__always)
  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  @inline(__always)
  mutating func append(_ number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

  @inline(__always)
  mutating func append(short32 number: UInt32) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Numbers one behind the other.
  mutating func append(_ numbers: [UInt64]) {
    numbers.map(\.bigEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Identifiers one behind the other, sixteen bytes each.
  mutating func append(_ ids: [UniqueID]) {
    append(
      [UInt64](unsafeUninitializedCapacity: ids.count * 2) { numbers, count in
        for id in ids {
          numbers[count] = id.high
          numbers[count + 1] = id.low
          count += 2
        }
      })
  }

  /// A text of at most 255 bytes that the program itself declares.
  mutating func append(short text: StaticString) {
    bytes.append(UInt8(text.utf8CodeUnitCount))
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}

/// Takes values from bytes that may be anything.
public struct StateReader {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  /// Whether everything so far was what a writer writes.
  private(set) var isSound = true

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { offset == bytes.count }

  /// Takes so many bytes; `nil` when there are not so many.
  @inline(__always)
  mutating func taken(_ count: Int) -> UnsafeRawBufferPointer? {
    guard count >= 0, count <= bytes.count - offset else { return damaged(nil) }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  /// Takes a byte; 0 at the end.
  @inline(__always)
  mutating func byte() -> UInt8 { taken(1)?[0] ?? 0 }

  /// Takes a number of things of which each takes at least a byte.
  mutating func count() -> Int {
    let count = UInt64(from: &self)
    return count <= UInt64(bytes.count - offset) ? Int(count) : damaged(0)
  }

  /// Notes that the bytes are not what a writer writes, and gives the value to go on with.
  mutating func damaged<Value>(_ value: Value) -> Value {
    isSound = false
    return value
  }
}
