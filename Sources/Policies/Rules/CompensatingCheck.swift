public import AccessModel
public import Chronology
public import Diagnostics

/// Access that one person decided and carried out in a small unit is checked by another as often as the rules say. (ROL-12)
public enum CompensatingCheck {
  public static let code = DiagnosticCode(
    "ROL-12",
    Localized(
      en: "A compensating check is overdue for access that was not handled by two persons.",
      sv: "En kompenserande kontroll är försenad för åtkomst som inte hanterades av två personer."),
    remedy: Localized(
      en: "Let somebody who had no part in it review the grant.",
      sv: "Låt någon som inte hade del i det granska tilldelningen."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Where one person did what two should have done, the second looks at it afterwards, soon and often.",
      sv:
        "Där en person gjorde det två borde ha gjort tittar den andra på det efteråt, snart och ofta."
    ),
    source: Localized(
      en: "ISO 27001 5.3, 5.18",
      sv: "ISO 27001 5.3, 5.18"),
    refused: Localized(
      en: "a grant with --small-unit that nobody has reviewed for two months",
      sv: "en tilldelning med --small-unit som ingen har granskat på två månader"),
    allowed: Localized(
      en: "the same, reviewed each month by somebody else",
      sv: "samma sak, granskad varje månad av någon annan"))

  /// - Parameter last: when it was decided, or last reviewed.
  public static func due(after last: Instant, within limit: TimeLimit) -> Instant {
    limit.due(after: last)
  }

  public static func check(grant: GrantID, due: Instant, at moment: Instant) -> Diagnostic? {
    guard due <= moment else { return nil }
    return code.diagnostic(
      .init(GrantSubject.word, "\(grant)"), .init(en: "due", sv: "senast", at: due))
  }
}
