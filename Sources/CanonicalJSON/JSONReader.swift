import CProcessor

/// Reads canonical JSON from bytes it does not own, forwards only.
///
/// The caller asks for what must come next; anything else throws with its offset. Nothing is allocated
/// but the `String` of `string()`. The bytes must outlive the reader; every access is bounds-checked.
@frozen
public struct JSONReader {
  @usableFromInline let start: UnsafePointer<UInt8>
  @usableFromInline let count: Int
  /// The number of bytes read so far.
  public var offset: Int

  /// A reader of `bytes`, at their start.
  @inlinable
  public init(_ bytes: UnsafeRawBufferPointer) {
    if let base = bytes.baseAddress {
      start = base.assumingMemoryBound(to: UInt8.self)
    } else {
      start = UnsafePointer(JSONReader.noBytes)
    }
    count = bytes.count
    offset = 0
  }

  /// What an empty buffer without an address is read from; never dereferenced.
  @usableFromInline nonisolated(unsafe) static let noBytes = UnsafeMutablePointer<UInt8>.allocate(
    capacity: 1)

  @inlinable
  public var isAtEnd: Bool { offset == count }

  /// An error at the present offset.
  @inlinable
  public func error(_ reason: CanonicalJSONError.Reason) -> CanonicalJSONError {
    CanonicalJSONError(offset < count ? reason : .truncated, at: offset)
  }

  /// The next byte, which is not taken; 0 at the end, a byte the form never holds.
  @inlinable
  public var next: UInt8 { offset < count ? start[offset] : 0 }

  /// Takes one byte that must be `byte`.
  @inlinable
  public mutating func take(_ byte: UInt8) throws(CanonicalJSONError) {
    guard next == byte else { throw error(.unexpectedByte) }
    offset &+= 1
  }

  /// Takes one byte if it is `byte`, and says whether it was.
  @inlinable
  public mutating func takeIf(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset &+= 1
    return true
  }

  /// Whether the bytes that come next are `literal`.
  @inlinable
  public func nextIs(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard count &- offset >= length else { return false }
    let expected = literal.utf8Start
    let found = start + offset
    var index = 0
    while index < length {
      if found[index] != expected[index] { return false }
      index &+= 1
    }
    return true
  }

  /// Takes bytes that must be `literal`.
  @inlinable
  public mutating func take(_ literal: StaticString) throws(CanonicalJSONError) {
    guard nextIs(literal) else { throw error(.unexpectedByte) }
    offset &+= literal.utf8CodeUnitCount
  }

  /// Whether `"key":` comes next.
  @inlinable
  public func nextIsKey(_ key: StaticString, skipping lead: Int = 0) -> Bool {
    let length = key.utf8CodeUnitCount
    let at = offset &+ lead
    guard count &- at >= length &+ 3 else { return false }
    let found = start + at
    guard found[0] == 0x22, found[length &+ 1] == 0x22, found[length &+ 2] == 0x3A else {
      return false
    }
    let expected = key.utf8Start
    var index = 0
    while index < length {
      if found[index &+ 1] != expected[index] { return false }
      index &+= 1
    }
    return true
  }

  /// Takes `"key":`.
  @inlinable
  public mutating func takeKey(_ key: StaticString) throws(CanonicalJSONError) {
    guard nextIsKey(key) else { throw error(.unexpectedByte) }
    offset &+= key.utf8CodeUnitCount &+ 3
  }

  /// Takes the end of the bytes.
  @inlinable
  public func takeEnd() throws(CanonicalJSONError) {
    guard isAtEnd else { throw CanonicalJSONError(.trailingBytes, at: offset) }
  }

  /// The bytes from `from` to the present offset.
  @inlinable
  public func bytes(from: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: start + from, count: offset &- from)
  }
}

extension JSONReader {
  /// Takes an integer within ±(2^53−1) in its one written form.
  @inlinable
  public mutating func integer() throws(CanonicalJSONError) -> Int64 {
    let begin = offset
    let isNegative = takeIf(0x2D)
    let first = offset
    var value: Int64 = 0
    while next &- 0x30 <= 9 {
      guard offset &- first < 16 else {
        throw CanonicalJSONError(.malformedInteger, at: begin)
      }
      value = value &* 10 &+ Int64(next &- 0x30)
      offset &+= 1
    }
    let digits = offset &- first
    guard digits > 0 else {
      throw CanonicalJSONError(offset < count ? .malformedInteger : .truncated, at: begin)
    }
    guard digits == 1 || start[first] != 0x30, !(isNegative && value == 0),
      value <= 9_007_199_254_740_991
    else { throw CanonicalJSONError(.malformedInteger, at: begin) }
    return isNegative ? -value : value
  }

  /// Takes a string of ASCII with no escapes, and lends its bytes; what identifiers, digests and times are.
  @inlinable
  public mutating func plainString() throws(CanonicalJSONError) -> UnsafeRawBufferPointer {
    try take(0x22)
    let begin = offset
    skipPlain()
    while offset < count {
      let byte = start[offset]
      if byte == 0x22 {
        let content = bytes(from: begin)
        offset &+= 1
        return content
      }
      guard byte >= 0x20, byte < 0x7F, byte != 0x5C else {
        throw CanonicalJSONError(.forbiddenCharacter, at: offset)
      }
      offset &+= 1
    }
    throw CanonicalJSONError(.truncated, at: offset)
  }

  /// Passes over printable ASCII that is neither a quotation mark nor a backslash, many bytes at a time; up to seven may be left.
  @usableFromInline
  mutating func skipPlain() {
    offset &+= cprocessor_plain(start + offset, count &- offset)
  }

  /// Takes a string of any text.
  public mutating func string() throws(CanonicalJSONError) -> String {
    try take(0x22)
    let begin = offset
    var content: [UInt8] = []
    while offset < count {
      let byte = start[offset]
      switch byte {
      case 0x22:
        offset &+= 1
        guard let text = String(validating: content, as: UTF8.self) else {
          throw CanonicalJSONError(.invalidUTF8, at: begin)
        }
        return text
      case 0x5C:
        offset &+= 1
        guard next == 0x22 || next == 0x5C else { throw error(.forbiddenCharacter) }
        content.append(next)
      case 0..<0x20:
        throw CanonicalJSONError(.forbiddenCharacter, at: offset)
      default:
        content.append(byte)
      }
      offset &+= 1
    }
    throw CanonicalJSONError(.truncated, at: offset)
  }

  /// Passes over one value of any canonical shape, at most 8 levels deep.
  public mutating func skipValue(depth: Int = 0) throws(CanonicalJSONError) {
    switch next {
    case 0x22:
      try skipString()
    case 0x7B:
      guard depth < 8 else { throw error(.valueOutOfRange) }
      offset &+= 1
      if takeIf(0x7D) { return }
      repeat {
        _ = try plainString()
        try take(0x3A)
        try skipValue(depth: depth + 1)
      } while takeIf(0x2C)
      try take(0x7D)
    case 0x5B:
      guard depth < 8 else { throw error(.valueOutOfRange) }
      offset &+= 1
      if takeIf(0x5D) { return }
      repeat { try skipValue(depth: depth + 1) } while takeIf(0x2C)
      try take(0x5D)
    default:
      _ = try integer()
    }
  }
}
