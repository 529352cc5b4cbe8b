public import AccessModel
public import Diagnostics
public import Policies

/// Every stale-access rule, in the order of their codes.
public enum StaleCatalogue {
  static let grantChecks: [any GrantStaleCheck.Type] = [
    ST01ReviewOverdue.self, ST02RemovalUnconfirmed.self, ST03AffiliationEnded.self,
    ST04MovedUnconfirmed.self, ST05Unused.self, ST06AbsentNotSuspended.self,
    ST07TrainingLapsed.self, ST08InvalidAuthority.self, ST12NotCarriedOut.self,
    ST14EmergencyUnreviewed.self, ST15UndecidedTooLong.self, ST19HeldAfterEnd.self,
    ST24OnePersonChain.self, ST25ProtectedIdentities.self,
  ]

  static let registerChecks: [any RegisterStaleCheck.Type] = [
    ST09RolesVacant.self, ST10ClassificationOld.self, ST11UnknownAccount.self,
    ST13DutiesConflict.self, ST16WithoutSponsor.self, ST17SharedUnanswered.self,
    ST18DecisionUnreported.self, ST20UnlikePeers.self, ST21NeedRepeated.self,
    ST22ReviewsRushed.self, ST23PolicyOverdue.self,
  ]

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
