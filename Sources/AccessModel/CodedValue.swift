public import Diagnostics

/// A member of a closed family that the log writes as a short code and people read as a word.
///
/// The code is a storage contract: it is never changed and never given to another member. The word comes from the
/// glossary and is what a table shows.
public protocol CodedValue: CaseIterable, Hashable, Sendable {
  /// ASCII, lower case, at most 32 bytes.
  var code: StaticString { get }
  var word: Localized { get }
  /// The family by code. One line in each conformance, because a protocol cannot hold storage.
  static var codes: CodeTable<Self> { get }
}

/// The members of a family, found by the bytes of their code.
public struct CodeTable<Value: Sendable>: Sendable {
  @usableFromInline let entries: [(code: InlineASCII, value: Value)]
}

extension CodeTable where Value: CodedValue {
  public init() {
    entries = Value.allCases.map { value in
      guard let code = InlineASCII(String(describing: value.code)) else {
        preconditionFailure("The code \(value.code) is longer than 32 bytes or not ASCII.")
      }
      return (code, value)
    }
  }

  /// The member with that code.
  @inlinable
  public subscript(code: InlineASCII) -> Value? {
    for entry in entries where entry.code == code { return entry.value }
    return nil
  }

  /// The member with that code.
  public subscript(text: String) -> Value? {
    InlineASCII(text).flatMap { self[$0] }
  }
}
