public import Chronology

/// When a legal entity became aware of an incident, written `U-7=2026-01-31T13:00:00.000Z`: where its statutory clocks start.
public struct EntityAwareness: Hashable, Sendable {
  /// The legal entity.
  public var entity: UnitID
  public var at: Instant

  public init(entity: UnitID, at: Instant) {
    self.entity = entity
    self.at = at
  }

  /// Reads the written form; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let entity = UnitID(parts[0]), let at = Instant(parts[1]) else {
      return nil
    }
    self.init(entity: entity, at: at)
  }
}

extension EntityAwareness: CustomStringConvertible {
  public var description: String { "\(entity)=\(at)" }
}
