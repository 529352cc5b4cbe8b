public import AccessModel
import Chronology
import Events

/// A delegation order of a body, in all its versions.
///
/// What a head of administration delegates on under the same name is an order of its own: a new version of one does not replace the
/// other, though what was delegated on falls with the line it came from.
public struct DelegationOrder: Hashable, Sendable {
  public var body: UnitID
  public var name: Label
  /// Whether its lines are delegated on from lines of another order.
  public var isDelegatedOn: Bool

  public init(body: UnitID, name: Label, isDelegatedOn: Bool) {
    self.body = body
    self.name = name
    self.isDelegatedOn = isDelegatedOn
  }
}

/// A version of a delegation order, and the earliest first moment of its lines.
struct OrderVersion: Hashable {
  var version: Int64
  var from: Instant
}

extension DelegationRow {
  /// The order that the line stands in.
  public var order: DelegationOrder {
    DelegationOrder(body: line.body, name: line.order, isDelegatedOn: line.parent != nil)
  }
}
