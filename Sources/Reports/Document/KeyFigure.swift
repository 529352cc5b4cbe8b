public import Diagnostics

/// A figure that people steer by, with what exactly was counted, now and at an earlier moment.
public struct KeyFigure: Hashable, Sendable {
  /// The stable name for programs, in `snake_case`.
  public var code: String
  public var name: Localized
  public var now: Amount
  /// The same count at the moment it is compared with.
  public var before: Amount
  /// What is counted, and how, as a sentence.
  public var definition: Localized
  /// The command that lists what was counted.
  public var command: String

  public init(
    _ code: String, _ name: Localized, now: Amount, before: Amount, definition: Localized,
    command: String
  ) {
    self.code = code
    self.name = name
    self.now = now
    self.before = before
    self.definition = definition
    self.command = command
  }
}
