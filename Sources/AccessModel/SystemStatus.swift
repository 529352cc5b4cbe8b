public import Diagnostics

/// Where a system is in its life.
public enum SystemStatus: CodedValue {
  /// Registered, not yet taken into use.
  case proposed
  case pilot
  case inOperation
  /// No new grants; those that hold go on.
  case phasingOut
  /// Every grant has lost its effect.
  case decommissioned
  case archived

  public var code: StaticString {
    switch self {
    case .proposed: "proposed"
    case .pilot: "pilot"
    case .inOperation: "in-operation"
    case .phasingOut: "phasing-out"
    case .decommissioned: "decommissioned"
    case .archived: "archived"
    }
  }

  public var word: Localized {
    switch self {
    case .proposed: Localized(en: "proposed", sv: "föreslaget")
    case .pilot: Localized(en: "pilot", sv: "pilot")
    case .inOperation: Localized(en: "in operation", sv: "i drift")
    case .phasingOut: Localized(en: "phasing out", sv: "under avveckling")
    case .decommissioned: Localized(en: "decommissioned", sv: "avvecklat")
    case .archived: Localized(en: "archived", sv: "arkiverat")
    }
  }

  public static let codes = CodeTable<SystemStatus>()
}
