/// A reader of bytes that anybody may have written, as the fuzzer and the tests call it.
///
/// Whatever the bytes, it must come back without a trap and in time bounded by their number; and
/// what it accepts must be what the program itself would have written, where there is one form only.
protocol FuzzedParser: Sendable {
  /// The name of its corpus, and of the parser for `tools/fuzz`.
  static var name: String { get }

  /// Reads the bytes.
  /// - Returns: whether they were accepted.
  /// - Throws: `Violation` when something does not hold. A refusal is not thrown.
  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool
}

/// Something that a parser promises and that did not hold.
struct Violation: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) {
    self.description = description
  }
}

extension FuzzedParser {
  /// What the closure gives; `nil` when it refuses.
  static func value<Value, Refusal: Error>(_ body: () throws(Refusal) -> Value) -> Value? {
    do throws(Refusal) { return try body() } catch { return nil }
  }

  static func require(_ condition: Bool, _ promise: String) throws(Violation) {
    if !condition { throw Violation("\(name): \(promise)") }
  }
}
