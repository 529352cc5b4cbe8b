public import AccessModel
public import Diagnostics
public import Policies

/// One stale-access rule: what it says, why it is there, and what it finds.
///
/// Deterministic: the register at a moment is all that it looks at.
public protocol StaleCheck: Sendable {
  static var rule: StaleRule { get }
  static var code: DiagnosticCode { get }
  static var ground: Ground { get }
}

/// A rule that judges one grant at a time; each is handed to it in one pass.
protocol GrantStaleCheck: StaleCheck {
  static func finding(of held: HeldGrant, in inquiry: StaleInquiry) -> StaleFinding?
}

/// A rule that looks at something else, or at many grants together.
protocol RegisterStaleCheck: StaleCheck {
  /// What it finds, in a fixed order; of several about one thing the first counts.
  static func findings(in inquiry: StaleInquiry) -> [StaleFinding]
}
