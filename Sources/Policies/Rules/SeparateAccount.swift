public import AccessModel
public import Diagnostics

/// Power over a system is held on an account of its own, apart from the one for ordinary work. (INV-19)
public enum SeparateAccount {
  public static let code = DiagnosticCode(
    "INV-19",
    Localized(
      en: "A privileged entitlement needs an account apart from the ordinary one.",
      sv: "En privilegierad behörighet kräver ett konto skilt från det vanliga."),
    remedy: Localized(
      en:
        "Describe an account of the kind “admin” with liggare account describe, and name it with --account.",
      sv:
        "Beskriv ett konto av slaget ”admin” med liggare account describe, och ange det med --account."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Power over a system must not be at hand in everyday work, where mail is read and pages are visited.",
      sv:
        "Makt över ett system ska inte vara till hands i vardagsarbetet, där post läses och sidor besöks."
    ),
    source: Localized(en: "ISO 27001 8.2; CIS 5.4", sv: "ISO 27001 8.2; CIS 5.4"),
    refused: Localized(
      en: "a privileged right on the ordinary account",
      sv: "en privilegierad rättighet på det vanliga kontot"),
    allowed: Localized(
      en: "the same on an admin account", sv: "detsamma på ett administratörskonto"))

  /// - Parameters:
  ///   - kind: the kind of the account; `nil` when no account is named.
  ///   - isOrdinary: whether the person holds an ordinary entitlement in the same system on the same account.
  public static func check(
    privilege: Privilege, entitlement: EntitlementID, account: AccountID?, kind: AccountKind?,
    isOrdinary: Bool
  ) -> Diagnostic? {
    guard privilege == .privileged else { return nil }
    let why: Localized
    switch kind {
    case .admin, .service:
      guard isOrdinary else { return nil }
      why = Localized(
        en: "the account is used for ordinary work too",
        sv: "kontot används också för vanligt arbete")
    case .personal, .shared:
      why = Localized(en: "it is no admin account", sv: "det är inget administratörskonto")
    case nil: why = Localized(en: "no account is named", sv: "inget konto är angivet")
    }
    return code.diagnostic(
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(AccountSubject.word, account.map { "\($0)" } ?? "–"),
      .init(en: "why", sv: "varför", localized: why))
  }
}
