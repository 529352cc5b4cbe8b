/// A figure as it was counted: how many, or how many of how many.
public enum Amount: Hashable, Sendable {
  case count(Int)
  /// Some of a whole; of a whole of none there is no share.
  case share(Int, of: Int)
}

extension Amount {
  /// What was counted.
  public var part: Int {
    switch self {
    case .count(let count): count
    case .share(let part, _): part
    }
  }

  /// What it was counted of; `nil` for what is no share.
  public var whole: Int? {
    switch self {
    case .count: nil
    case .share(_, let whole): whole
    }
  }

  /// The share in whole percent, rounded down, so that 100 means all of them; `nil` where there is no whole.
  public var percent: Int? {
    guard case .share(let part, let whole) = self, whole > 0 else { return nil }
    return part * 100 / whole
  }
}
