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
