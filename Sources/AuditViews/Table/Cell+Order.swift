import Chronology
import Diagnostics

extension Cell {
  /// How one cell stands to another of its column.
  enum Order {
    case before
    case same
    case after

    init<Value: Comparable>(_ one: Value, _ other: Value) {
      self = one < other ? .before : other < one ? .after : .same
    }

    var reversed: Order {
      switch self {
      case .before: .after
      case .same: .same
      case .after: .before
      }
    }
  }

  /// How one cell stands to another in a list; an empty one comes last either way.
  static func order(_ one: Cell, _ other: Cell, isDescending: Bool) -> Order {
    switch (one == .empty, other == .empty) {
    case (true, true): return .same
    case (true, false): return .after
    case (false, true): return .before
    case (false, false): break
    }
    let order = ascending(one, other)
    return isDescending ? order.reversed : order
  }

  private static func ascending(_ one: Cell, _ other: Cell) -> Order {
    if let left = one.magnitude, let right = other.magnitude { return Order(left, right) }
    let (left, right) = (one.texts, other.texts)
    for (left, right) in zip(left, right) {
      let order = natural(left, right)
      if order != .same { return order }
    }
    return Order(left.count, right.count)
  }

  /// What is a number or a time, as one number; `nil` for what is text.
  private var magnitude: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .real(let number): number
    // Milliseconds since 1970 up to the year 9999 are exact.
    case .instant(let moment), .bound(let moment, _): Double(moment.milliseconds)
    case .day(let day): Double(day.number)
    case .flag(let flag): flag ? 1 : 0
    case .text, .identifier, .localized, .word, .empty, .list: nil
    }
  }

  private var texts: [String] {
    switch self {
    case .list(let texts): texts
    case .empty: []
    case .text, .identifier, .localized, .word, .integer, .real, .instant, .bound, .day, .flag:
      [programText]
    }
  }

  /// Two texts by their letters, digits that stand together as the number they are; without regard to case unless they differ by it alone.
  static func natural(_ one: String, _ other: String) -> Order {
    if one == other { return .same }
    let (left, right) = (
      Array(one.lowercased().unicodeScalars), Array(other.lowercased().unicodeScalars)
    )
    var (at, place) = (0, 0)
    while at < left.count, place < right.count {
      let (first, second) = (digits(left, from: at), digits(right, from: place))
      if !first.isEmpty, !second.isEmpty {
        let (lead, trail) = (first.drop { $0 == "0" }, second.drop { $0 == "0" })
        if lead.count != trail.count { return Order(lead.count, trail.count) }
        for (a, b) in zip(lead, trail) where a != b { return Order(a, b) }
        (at, place) = (at + first.count, place + second.count)
        continue
      }
      if left[at] != right[place] { return Order(left[at], right[place]) }
      (at, place) = (at + 1, place + 1)
    }
    if left.count - at != right.count - place { return Order(left.count - at, right.count - place) }
    return Order(one, other)
  }

  private static func digits(
    _ scalars: [Unicode.Scalar], from start: Int
  ) -> ArraySlice<Unicode.Scalar> {
    scalars[start...].prefix { ("0"..."9").contains($0) }
  }
}
