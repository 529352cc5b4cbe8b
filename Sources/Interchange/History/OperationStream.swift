import Chronology
public import Diagnostics

/// The operations of a neutral history file, one after the other.
///
/// The form is NDJSON: one JSON object per line, in time order. The reader keeps one line and one chunk
/// in memory, whatever the length of the file, and opens nothing: the caller feeds it.
///
/// ```swift
/// var stream = OperationStream { chunk in readSomeBytes(into: &chunk) }
/// while let operation = try stream.next() { … }
/// ```
public struct OperationStream {
  /// Fills the beginning of the chunk it gets and returns how many bytes that was, as `read` does:
  /// 0 when the file has ended, a negative number when it cannot be read (`IMP-24`).
  ///
  /// The chunk keeps its size; a refill that has a better explanation throws it.
  public typealias Refill = (inout [UInt8]) throws(Diagnostic) -> Int

  /// The longest line, without its line end.
  public static let lineBytesMax = 65_536
  /// The size of the chunk that the caller is asked to fill.
  public static let chunkBytes = 65_536

  private let refill: Refill
  private var chunk = [UInt8](repeating: 0, count: OperationStream.chunkBytes)
  /// Bytes read and not yet used, from `first` on; up to `searched` they contain no line feed.
  private var window: [UInt8] = []
  private var first = 0
  private var searched = 0
  private var hasEnded = false
  private var isAtBeginning = true
  private var lineNumber = 0
  private var line = OperationLine()
  private var latest: (time: Instant, line: Int)?

  public init(refill: @escaping Refill) {
    self.refill = refill
    window.reserveCapacity(OperationStream.lineBytesMax + OperationStream.chunkBytes + 2)
  }

  /// Reads a file that is already in memory.
  public init(bytes: [UInt8]) {
    var offset = 0
    self.init { (chunk: inout [UInt8]) throws(Diagnostic) -> Int in
      let count = min(chunk.count, bytes.count - offset)
      chunk.replaceSubrange(0..<count, with: bytes[offset..<offset + count])
      offset += count
      return count
    }
  }

  /// The next operation; `nil` when the file has ended.
  ///
  /// Throws `IMP-01` to `IMP-24` with the line number, and goes on with the following line when it is
  /// called again, so that a check can list everything that is wrong. Every call uses up at least one
  /// line, or the rest of a file that cannot be read.
  public mutating func next() throws(Diagnostic) -> Operation? {
    if isAtBeginning { try passBeginning() }
    guard let range = try nextLine() else { return nil }
    guard window[range].contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else {
      guard try isAtEnd() else {
        throw DiagnosticCode.operationBlankLine.diagnostic(.line(lineNumber))
      }
      return nil
    }
    try line.scan(window, range, number: lineNumber)
    let operation = try line.operation(window)
    if let latest, operation.time < latest.time {
      throw line.failure(
        .operationTimeDecreases,
        [
          .field("ts"), .found("\(operation.time)"),
          Diagnostic.Fact(
            en: "time of line \(latest.line)", sv: "tid på rad \(latest.line)", "\(latest.time)"),
        ])
    }
    latest = (operation.time, lineNumber)
    return operation
  }

  /// Refuses a byte order mark, once; the first line follows after it.
  private mutating func passBeginning() throws(Diagnostic) {
    while window.count < 3, !hasEnded { try fill() }
    isAtBeginning = false
    guard window.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    first = 3
    searched = 3
    throw DiagnosticCode.operationByteOrderMark.diagnostic(.line(1))
  }

  /// The place of the next line in the window, without its line end; `nil` when there is none.
  private mutating func nextLine() throws(Diagnostic) -> Range<Int>? {
    lineNumber += 1
    while true {
      if let feed = window[searched...].firstIndex(of: 0x0A) {
        defer {
          first = feed + 1
          searched = first
        }
        return try bounded(first..<feed)
      }
      searched = window.count
      if hasEnded {
        guard first < window.count else { return nil }
        defer { first = window.count }
        return try bounded(first..<window.count)
      }
      if window.count - first > Self.lineBytesMax + 1 {
        try skipLine()
        throw lineTooLong
      }
      try fill()
    }
  }

  /// The line without the carriage return that may stand before its line feed.
  private func bounded(_ range: Range<Int>) throws(Diagnostic) -> Range<Int> {
    let isCarriageReturn = !range.isEmpty && window[range.upperBound - 1] == 0x0D
    let line = range.lowerBound..<range.upperBound - (isCarriageReturn ? 1 : 0)
    guard line.count <= Self.lineBytesMax else { throw lineTooLong }
    return line
  }

  private var lineTooLong: Diagnostic {
    DiagnosticCode.operationLineTooLong.diagnostic(.line(lineNumber))
  }

  /// Passes the rest of a line that is too long, without keeping it.
  private mutating func skipLine() throws(Diagnostic) {
    while true {
      if let feed = window[searched...].firstIndex(of: 0x0A) {
        first = feed + 1
        searched = first
        return
      }
      first = window.count
      searched = first
      if hasEnded { return }
      try fill()
    }
  }

  private mutating func isAtEnd() throws(Diagnostic) -> Bool {
    while first == window.count, !hasEnded { try fill() }
    return first == window.count
  }

  /// Reads one more chunk. A file that cannot be read has ended, and what was cut off is not used.
  private mutating func fill() throws(Diagnostic) {
    window.removeSubrange(0..<first)
    searched -= first
    first = 0
    let count: Int
    do {
      count = try refill(&chunk)
    } catch {
      abandon()
      throw error
    }
    guard count >= 0 else {
      abandon()
      throw DiagnosticCode.operationUnreadable.diagnostic(.line(lineNumber))
    }
    window.append(contentsOf: chunk.prefix(count))
    hasEnded = count == 0
  }

  private mutating func abandon() {
    hasEnded = true
    first = window.count
    searched = first
  }
}
