public import Diagnostics

/// One thing a policy document may set: where it is written, what it means, which way it is stricter, and where it stands in `AccessPolicy`.
public struct PolicyKey: Sendable {
  /// What its value looks like, and which way it is stricter.
  public enum Form: Hashable, Sendable {
    /// A bound on time; the shorter is the stricter, and none the loosest.
    case limit(mayBeNone: Bool, mayBeZero: Bool)
    /// `yes` or `no`.
    case flag(stricter: Bool)
    /// A whole number in a range; `isMoreStricter` when the higher is the stricter.
    case number(ClosedRange<Int>, isMoreStricter: Bool)
    /// One of the codes; from the strictest to the loosest when `isOrdered`, else each level chooses for itself.
    case choice([String], isOrdered: Bool)
    /// Names parted by commas, or `none`; the more is the stricter.
    case names(Vocabulary)
  }

  /// What the names of a list name.
  public enum Vocabulary: Hashable, Sendable {
    /// Types of event, which the log knows.
    case events
    /// Groups of matters, which the organisation names.
    case matters
    case processPairs
    /// Questions that can be asked, by the names of their views.
    case questions
    /// Kinds of facts that may be masked.
    case facts
  }

  public let section: String
  public let name: String
  public let meaning: Localized
  public let form: Form
  /// The value in a policy.
  public let read: @Sendable (AccessPolicy) -> PolicyValue
  /// Puts a value of the key's form into a policy; a value of another form changes nothing.
  let write: @Sendable (PolicyValue, inout AccessPolicy) -> Void

  /// The section and the name, as tables and refusals show it: `level-3.validity`.
  public var path: String { "\(section).\(name)" }
}

extension PolicyKey {
  /// How a value stands to another.
  public func compare(_ value: PolicyValue, to other: PolicyValue) -> PolicyComparison {
    if value == other { return .same }
    switch (value, other) {
    case (.limit(let one), .limit(let two)):
      switch (one.isWithin(two), two.isWithin(one)) {
      case (true, true): return .same
      case (true, false): return .stricter
      case (false, true): return .looser
      case (false, false): return .other
      }
    case (.names(let one), .names(let two)):
      if Set(one).isSuperset(of: two) { return .stricter }
      return Set(two).isSuperset(of: one) ? .looser : .other
    case (.flag(let one), .flag):
      guard case .flag(let stricter) = form else { return .other }
      return one == stricter ? .stricter : .looser
    case (.number(let one), .number(let two)):
      guard case .number(_, let isMoreStricter) = form else { return .other }
      return (one > two) == isMoreStricter ? .stricter : .looser
    case (.choice(let one), .choice(let two)):
      guard case .choice(let codes, true) = form, let first = codes.firstIndex(of: one),
        let second = codes.firstIndex(of: two)
      else { return .other }
      return first < second ? .stricter : .looser
    case (.limit, _), (.names, _), (.flag, _), (.number, _), (.choice, _): return .other
    }
  }

  /// Whether a lower level may set the value where the bound holds above it.
  public func allows(_ value: PolicyValue, below bound: PolicyValue) -> Bool {
    if case .choice(_, false) = form { return true }
    return switch compare(value, to: bound) {
    case .same, .stricter: true
    case .looser, .other: false
    }
  }

  /// What holds where a level sets `value` below `bound`: whichever is stricter, or both at once.
  public func merged(_ value: PolicyValue, below bound: PolicyValue) -> PolicyValue {
    switch (value, bound) {
    case (.limit(let one), .limit(let two)): return .limit(one.and(two))
    case (.names(let one), .names(let two)): return .names(Set(one).union(two).sorted())
    case (.flag, _), (.number, _), (.choice, _), (.limit, _), (.names, _):
      return allows(value, below: bound) ? value : bound
    }
  }
}
