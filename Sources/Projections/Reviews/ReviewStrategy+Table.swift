public import AccessModel

extension ReviewStrategy {
  /// What two answers come to; `nil` while the second is to come and can still change it.
  ///
  /// The whole truth is in the table on the page of reviews in the documentation, which a test compares with this.
  public func combined(_ first: ReviewOutcome, _ second: ReviewOutcome?) -> ReviewOutcome? {
    switch self {
    case .anyRemoves:
      if first == .revoke { return .revoke }
      guard let second else { return nil }
      if first == .cannotJudge || second == .cannotJudge {
        return first == second ? .cannotJudge : judged(first, second)
      }
      return first.weight >= second.weight ? first : second
    case .bothRemove:
      if first == .keep { return .keep }
      guard let second else { return nil }
      if first == .cannotJudge || second == .cannotJudge {
        // One opinion is not both: what takes away needs the other.
        let opinion = judged(first, second)
        return opinion == .keep || opinion == .keepUntil ? opinion : .cannotJudge
      }
      return first.weight <= second.weight ? first : second
    case .lastDecides:
      guard let second else { return nil }
      return second == .cannotJudge ? first : second
    }
  }

  private func judged(_ first: ReviewOutcome, _ second: ReviewOutcome) -> ReviewOutcome {
    first == .cannotJudge ? second : first
  }
}

extension ReviewOutcome {
  /// How much it takes away, from nothing to all.
  fileprivate var weight: Int {
    switch self {
    case .cannotJudge: 0
    case .keep: 1
    case .keepUntil: 2
    case .reduce: 3
    case .revoke: 4
    }
  }
}
