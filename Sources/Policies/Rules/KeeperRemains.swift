public import AccessModel
public import Chronology
public import Diagnostics

/// Somebody can always record: a custodian of the whole ledger who is here and has a key. (ROL-04)
///
/// It protects the ledger from being locked for good, not anybody's access: ending a grant is never refused for it.
public enum KeeperRemains {
  public static let code = DiagnosticCode(
    "ROL-04",
    Localized(
      en: "Nobody would be left who can keep the ledger.",
      sv: "Ingen skulle finnas kvar som kan föra liggaren."),
    remedy: Localized(
      en:
        "Let another person take over first: liggare role assign custodian PERSON, and liggare key enroll PERSON FILE. To change your own key, enrol the new one before the old one is revoked.",
      sv:
        "Låt först någon annan ta över: liggare role assign custodian PERSON och liggare key enroll PERSON FIL. För att byta egen nyckel: registrera den nya innan den gamla återkallas."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "If nobody can enrol a key or assign a role any more, the ledger is closed for good: no program can open it again.",
      sv:
        "Om ingen längre kan registrera en nyckel eller tilldela en roll är liggaren stängd för alltid: inget program kan öppna den igen."
    ),
    source: Localized(
      en: "ISO 27001 5.2, 5.18, 5.30",
      sv: "ISO 27001 5.2, 5.18, 5.30"),
    refused: Localized(
      en: "liggare key revoke FINGERPRINT, for the only custodian's only key",
      sv: "liggare key revoke FINGERAVTRYCK, för den enda loggförvaltarens enda nyckel"),
    allowed: Localized(
      en: "liggare key enroll anna.berg new.pub, then the same",
      sv: "liggare key enroll anna.berg ny.pub, därefter samma sak"))

  /// - Parameters:
  ///   - last: who can keep it until now; nobody, when that is so already and nothing gets worse.
  ///   - remaining: how many can when it has happened.
  public static func check(
    last: [PersonID], remaining: Int, at moment: Instant
  ) -> Diagnostic? {
    guard remaining == 0, !last.isEmpty else { return nil }
    return code.diagnostic(
      .init(
        Localized(en: "custodian with a key", sv: "loggförvaltare med nyckel"),
        persons: last.map { "\($0)" }),
      .init(en: "nobody from", sv: "ingen från och med", at: moment))
  }
}
