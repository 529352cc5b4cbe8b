public import AccessModel
public import Chronology
import Events

/// What is decided of a grant: for what time, for which part of the system, and how often it is looked at again.
public struct GrantTerms: Hashable, Sendable {
  /// The first moment.
  public var from: Instant
  /// The first moment after; `nil` when only reviews bound it.
  public var until: Instant?
  /// The part of the system it is limited to; `nil` for all of it.
  public var scope: ScopeName?
  public var reviewDays: Int64?

  public init(
    from: Instant, until: Instant? = nil, scope: ScopeName? = nil, reviewDays: Int64? = nil
  ) {
    self.from = from
    self.until = until
    self.scope = scope
    self.reviewDays = reviewDays
  }
}

extension GrantTerms: StateValue {
  public func write(to state: inout StateWriter) {
    from.write(to: &state)
    until.write(to: &state)
    scope.write(to: &state)
    reviewDays.write(to: &state)
  }

  public init(from state: inout StateReader) {
    self.init(
      from: Instant(from: &state), until: Instant?(from: &state), scope: ScopeName?(from: &state),
      reviewDays: Int64?(from: &state))
  }
}

extension GrantTerms {
  init(_ request: RequestRow, _ approved: RequestApproved) {
    self.init(
      from: approved.from, until: approved.until, scope: request.scope,
      reviewDays: approved.reviewDays)
  }

  /// Whether a scope lies within another: no scope is all of the system, and of two names the ledger knows only whether they
  /// are the same.
  public static func isScope(_ scope: ScopeName?, within other: ScopeName?) -> Bool {
    other == nil || scope == other
  }

  /// Whether two scopes have anything in common.
  public static func overlap(_ one: ScopeName?, _ other: ScopeName?) -> Bool {
    isScope(one, within: other) || isScope(other, within: one)
  }
}
