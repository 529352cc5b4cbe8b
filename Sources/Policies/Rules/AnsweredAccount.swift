public import AccessModel
public import Diagnostics

/// A shared account has an owner, members and a rule for changing its secret; a service account an owner and a purpose. (INV-20)
public enum AnsweredAccount {
  public static let code = DiagnosticCode(
    "INV-20",
    Localized(
      en: "Nobody answers for the account as they must.",
      sv: "Ingen ansvarar för kontot på det sätt som krävs."),
    remedy: Localized(
      en:
        "Say what is missing with liggare account describe: --owner, --member, --rotation-days, --purpose.",
      sv:
        "Ange det som saknas med liggare account describe: --owner, --member, --rotation-days, --purpose."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "What several use, or a machine uses, belongs to nobody unless somebody answers for it.",
      sv: "Det som flera använder, eller en maskin, är ingens om inte någon ansvarar för det."),
    source: Localized(
      en: "ISO 27001 5.16, 5.17; NIST AC-2 k, AC-2 (9)",
      sv: "ISO 27001 5.16, 5.17; NIST AC-2 k, AC-2 (9)"),
    refused: Localized(
      en: "a shared account with no list of members", sv: "ett delat konto utan medlemslista"),
    allowed: Localized(
      en: "the same with owner, members and a rule for its secret",
      sv: "detsamma med ansvarig, medlemmar och en regel för hemligheten"))

  /// What the account lacks; empty when it lacks nothing.
  public static func lacking(
    kind: AccountKind, hasOwner: Bool, hasMembers: Bool, hasRotation: Bool, hasPurpose: Bool
  ) -> [Localized] {
    var missing: [Localized] = []
    switch kind {
    case .personal, .admin: return []
    case .shared:
      if !hasMembers { missing.append(Localized(en: "a list of members", sv: "en medlemslista")) }
      if !hasRotation {
        missing.append(
          Localized(
            en: "a rule for how often the secret is changed",
            sv: "en regel för hur ofta hemligheten byts"))
      }
    case .service:
      if !hasPurpose { missing.append(Localized(en: "a purpose", sv: "ett ändamål")) }
    }
    if !hasOwner {
      missing.insert(
        Localized(en: "an owner who works here", sv: "en ägare som arbetar här"), at: 0)
    }
    return missing
  }

  /// - Parameter missing: what the account lacks.
  public static func check(account: AccountID, missing: [Localized]) -> Diagnostic? {
    guard !missing.isEmpty else { return nil }
    return code.diagnostic(
      facts: [.init(AccountSubject.word, "\(account)")]
        + missing.map { .init(en: "missing", sv: "saknas", localized: $0) })
  }

  /// The entitlement is held on a shared account, and none is named.
  public static func unnamed(entitlement: EntitlementID) -> Diagnostic {
    code.diagnostic(
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(
        en: "missing", sv: "saknas",
        localized: Localized(en: "the account: --account", sv: "kontot: --account")))
  }
}
