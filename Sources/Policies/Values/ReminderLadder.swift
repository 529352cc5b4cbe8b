/// When whoever must act is told: so many office days before the last day of what is to be done.
public struct ReminderLadder: Hashable, Sendable {
  public var first = 10
  public var second = 3
  public var last = 0

  public init() {}

  /// Each once, the earliest first.
  public var days: [Int] { Set([first, second, last]).sorted(by: >) }
}
