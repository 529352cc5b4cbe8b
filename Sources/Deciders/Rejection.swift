public import Diagnostics

/// A command refused: every rule it breaks, so that one round of correction is enough.
public struct Rejection: Error, Hashable, Sendable {
  /// What stands against the command; never empty.
  public var violations: [Diagnostic]

  public init(_ violations: [Diagnostic]) {
    self.violations = violations
  }

  public init(_ violation: Diagnostic) {
    violations = [violation]
  }
}
