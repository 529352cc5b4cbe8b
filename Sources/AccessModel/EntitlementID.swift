/// A right in a system that can be granted, written `S-1/read`.
@frozen
public struct EntitlementID: Hashable, Comparable, Sendable {
  public var system: SystemID
  public var name: EntitlementName

  @inlinable
  public init(system: SystemID, name: EntitlementName) {
    self.system = system
    self.name = name
  }

  /// Reads `SYSTEM/NAME`; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
    guard parts.count == 2, let system = SystemID(String(parts[0]) ?? ""),
      let name = EntitlementName(String(parts[1]) ?? "")
    else { return nil }
    self.init(system: system, name: name)
  }

  @inlinable
  public static func < (lhs: EntitlementID, rhs: EntitlementID) -> Bool {
    lhs.system == rhs.system ? lhs.name < rhs.name : lhs.system < rhs.system
  }
}

extension EntitlementID: CustomStringConvertible {
  public var description: String { "\(system)/\(name)" }
}
