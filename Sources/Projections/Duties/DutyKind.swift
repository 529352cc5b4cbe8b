public import Diagnostics

/// What sort of duty it is: one for each source of duties.
public struct DutyKind: Sendable {
  /// ASCII, lower case; stays as it is.
  public let code: String
  /// What is to be done, as a heading.
  public let word: Localized
  /// What follows when nobody does it.
  public let consequence: Localized

  public init(_ code: String, _ word: Localized, consequence: Localized) {
    self.code = code
    self.word = word
    self.consequence = consequence
  }
}

extension DutyKind: Hashable {
  public static func == (one: DutyKind, other: DutyKind) -> Bool { one.code == other.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
