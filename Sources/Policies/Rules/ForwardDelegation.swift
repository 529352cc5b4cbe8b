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

  /// - Parameters:
  ///   - from: the first moment of the line.
  ///   - decided: when the body decided on it.
  public static func check(
    delegation: DelegationID, from: Instant, decided: Instant
  ) -> Diagnostic? {
    guard from < decided else { return nil }
    return code.diagnostic(
      .init(DelegationSubject.word, "\(delegation)"),
      .init(en: "from", sv: "från", "\(from)"), .init(en: "decided", sv: "beslutad", "\(decided)"))
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
      .init(en: "revoked from", sv: "återkallad från", "\(revoked)"),
      .init(en: "now", sv: "nu", "\(recorded)"))
  }
}
