public import Diagnostics

/// What tells of the keeping of the ledger is not corrected. (COR-03)
public enum CorrectableEvent {
  public static let code = DiagnosticCode(
    "COR-03",
    Localized(
      en: "An event of this kind cannot be corrected.",
      sv: "En händelse av detta slag kan inte rättas."),
    remedy: Localized(
      en:
        "A wrong key is revoked and the right one enrolled: liggare key revoke, liggare key enroll. What the ledger says of its own keeping stands.",
      sv:
        "En felaktig nyckel spärras och den rätta registreras: liggare key revoke, liggare key enroll. Det som liggaren säger om sitt eget förande står kvar."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Signatures are checked by the keys the log names; were those events open to correction, the proof would be too.",
      sv:
        "Signaturer kontrolleras mot de nycklar som loggen anger; om de händelserna kunde rättas kunde beviset det också."
    ),
    source: Localized(
      en: "ISO 27001 5.33, 8.15",
      sv: "ISO 27001 5.33, 8.15"),
    refused: Localized(
      en: "liggare event correct 0 --void",
      sv: "liggare event correct 0 --void"),
    allowed: Localized(
      en: "liggare key revoke FINGERPRINT",
      sv: "liggare key revoke FINGERAVTRYCK"))

  public static func check(position: UInt64, type: String, isCorrectable: Bool) -> Diagnostic? {
    guard !isCorrectable else { return nil }
    return code.diagnostic(
      .init(en: "position", sv: "position", "\(position)"),
      .init(en: "event", sv: "händelse", type))
  }
}
