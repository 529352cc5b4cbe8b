public import AccessModel
public import Chronology
public import Diagnostics

/// A delegation begins no earlier than it was decided, and ends no earlier than its revocation is recorded. (DEL-02)
public enum ForwardDelegation {
  public static let code = DiagnosticCode(
    "DEL-02",
    Localized(
      en: "A delegation is neither given nor taken back for a time that has passed.",
      sv: "En delegation ges inte och återkallas inte för tid som har gått."),
    remedy: Localized(
      en:
        "Let it begin when the body decided (--effective) or later, and revoke it from now on. Decisions made on it before stand.",
      sv:
        "Låt den börja när organet beslutade (--effective) eller senare, och återkalla den från och med nu. Beslut som fattats på den dessförinnan står fast."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A decision is judged by who could make it then. A delegation that reaches back would make right what was wrong, or the reverse.",
      sv:
        "Ett beslut prövas mot vem som kunde fatta det då. En delegation som gäller bakåt skulle göra rätt av fel, eller tvärtom."
    ),
    source: Localized(
      en: "Local Government Act (Sweden) 6:37; ISO 27001 5.15",
      sv: "kommunallagen 6 kap. 37 §; ISO 27001 5.15"),
    refused: Localized(
      en: "liggare delegation revoke DL-1 --effective 2026-01-02, in March",
      sv: "liggare delegation revoke DL-1 --effective 2026-01-02, i mars"),
    allowed: Localized(
      en: "liggare delegation revoke DL-1 --reason \"The post is withdrawn\"",
      sv: "liggare delegation revoke DL-1 --reason \"Tjänsten dras in\""))

  /// - Parameters:
  ///   - from: the first moment of the line.
  ///   - decided: when the body decided on it.
  public static func check(
    delegation: DelegationID, from: Instant, decided: Instant
  ) -> Diagnostic? {
    guard from < decided else { return nil }
    return code.diagnostic(
      .init(DelegationSubject.word, "\(delegation)"),
      .init(en: "from", sv: "från", at: from), .init(en: "decided", sv: "beslutad", at: decided))
  }

  /// - Parameters:
  ///   - revoked: from when it is said to hold no more.
  ///   - recorded: when that is recorded.
  public static func check(
    delegation: DelegationID, revoked: Instant, recorded: Instant
  ) -> Diagnostic? {
    guard revoked < recorded else { return nil }
    return code.diagnostic(
      .init(DelegationSubject.word, "\(delegation)"),
      .init(en: "revoked from", sv: "återkallad från", at: revoked),
      .init(en: "now", sv: "nu", at: recorded))
  }
}
