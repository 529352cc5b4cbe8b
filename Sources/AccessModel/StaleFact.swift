/// A fact that a flag rests on, written `last-use=2026-03-01T08:00:00.000Z`.
///
/// The value is an identifier, a number, a length of time, a code or a moment as the log writes them: no language, no names.
public struct StaleFact: Hashable, Sendable {
  public var kind: StaleFactKind
  public var value: String

  /// The most bytes of a value.
  public static let valueBytesMax = 200

  /// `nil` when the value is empty, too long, or has anything but visible ASCII and spaces within it.
  public init?(_ kind: StaleFactKind, _ value: String) {
    guard (1...StaleFact.valueBytesMax).contains(value.utf8.count),
      value.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), value.utf8.first != 0x20,
      value.utf8.last != 0x20
    else { return nil }
    self.kind = kind
    self.value = value
  }

  /// Reads `KIND=VALUE`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = StaleFactKind.codes[String(parts[0])] else { return nil }
    self.init(kind, String(parts[1]))
  }
}

extension StaleFact: CustomStringConvertible {
  public var description: String { "\(kind.code)=\(value)" }
}
