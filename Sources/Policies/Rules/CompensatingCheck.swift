public import AccessModel
public import Chronology
public import Diagnostics

/// Access that one person decided and carried out in a small unit is checked each month by another. (ROL-12)
public enum CompensatingCheck {
  public static let code = DiagnosticCode(
    "ROL-12",
    Localized(
      en: "A compensating check is overdue for access that was not handled by two persons.",
      sv: "En kompenserande kontroll är försenad för åtkomst som inte hanterades av två personer."),
    remedy: Localized(
      en: "Let somebody who had no part in it review the grant.",
      sv: "Låt någon som inte hade del i det granska tilldelningen."))

  /// - Parameter last: when it was decided, or last reviewed.
  public static func due(after last: Instant, days: Int64 = SmallUnitException.checkDays) -> Instant
  {
    last.advanced(byMilliseconds: days * 86_400_000)
  }

  public static func check(
    grant: GrantID, last: Instant, at moment: Instant,
    days: Int64 = SmallUnitException.checkDays
  ) -> Diagnostic? {
    let due = due(after: last, days: days)
    guard due <= moment else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"), .init(en: "due", sv: "senast", "\(due)"))
  }
}
