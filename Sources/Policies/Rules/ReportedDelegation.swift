public import AccessModel
public import Chronology
public import Diagnostics

/// A decision on delegation is reported to the body that delegated. (INV-07)
public enum ReportedDelegation {
  public static let code = DiagnosticCode(
    "INV-07",
    Localized(
      en: "A decision made on delegation has not been reported to the body in time.",
      sv: "Ett delegationsbeslut har inte anmälts till organet i tid."),
    remedy: Localized(
      en:
        "Report it at the next meeting: liggare delegation decisions lists, liggare delegation report records.",
      sv:
        "Anmäl det vid nästa sammanträde: liggare delegation decisions listar, liggare delegation report registrerar."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "The body answers for what is decided in its place, and can only do so when it is told.",
      sv:
        "Organet svarar för det som beslutas i dess ställe, och kan bara göra det om det får veta."),
    source: Localized(
      en: "Local Government Act (Sweden) 6:40, 7:8",
      sv: "kommunallagen 6 kap. 40 § och 7 kap. 8 §"),
    refused: Localized(
      en: "a decision on delegation of 2 January that no report covers on 10 March",
      sv: "ett delegationsbeslut den 2 januari som ingen anmälan omfattar den 10 mars"),
    allowed: Localized(
      en: "liggare delegation report --body U-4 --meeting 2026-02-24 …, which covers it",
      sv: "liggare delegation report --body U-4 --meeting 2026-02-24 …, som omfattar det"))

  /// When a decision is to have been reported.
  public static func due(decided: Instant, within limit: TimeLimit) -> Instant {
    limit.due(after: decided)
  }

  public static func check(
    request: RequestID, delegation: DelegationID, decided: Instant, due: Instant,
    at moment: Instant
  ) -> Diagnostic? {
    guard due <= moment else { return nil }
    return code.diagnostic(
      .init(RequestSubject.word, "\(request)"), .init(DelegationSubject.word, "\(delegation)"),
      .init(en: "decided", sv: "beslutad", at: decided),
      .init(en: "due", sv: "senast", at: due))
  }
}
