public import AccessModel
public import Diagnostics
public import Policies

/// Every stale-access rule, in the order of their codes.
public enum StaleCatalogue {
  static let grantChecks: [any GrantStaleCheck.Type] = [
    ST15UndecidedTooLong.self
  ]

  static let registerChecks: [any RegisterStaleCheck.Type] = []

  public static let checks: [any StaleCheck.Type] =
    (grantChecks.map { $0 as any StaleCheck.Type }
    + registerChecks.map { $0 as any StaleCheck.Type }).sorted { $0.rule.number < $1.rule.number }

  public static let codes: [DiagnosticCode] = checks.map { $0.code }

  /// What a rule says.
  public static func code(of rule: StaleRule) -> DiagnosticCode {
    guard let check = checks.first(where: { $0.rule == rule }) else {
      preconditionFailure("Every rule has its check.")
    }
    return check.code
  }

  /// Why the rule with a code is there; `nil` when the code is no stale-access rule's.
  public static func ground(of code: String) -> Ground? {
    checks.first { $0.code.code == code }?.ground
  }
}
