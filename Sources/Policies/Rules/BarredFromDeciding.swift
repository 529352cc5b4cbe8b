public import AccessModel
public import Diagnostics

/// Who keeps the ledger does not decide on access to it, and who registers or reads never decides. (ROL-07)
public enum BarredFromDeciding {
  public static let code = DiagnosticCode(
    "ROL-07",
    Localized(
      en: "A role that the decider holds bars them from deciding this.",
      sv: "En roll som beslutsfattaren har hindrar honom eller henne från att besluta detta."),
    remedy: Localized(
      en: "Let somebody else decide: liggare role who-decides ENTITLEMENT --for PERSON.",
      sv: "Låt någon annan besluta: liggare role who-decides BEHÖRIGHET --for PERSON."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Who keeps the book of access may not also give access to the book, and who only registers or reads has nothing to decide.",
      sv:
        "Den som för boken över åtkomst får inte också ge åtkomst till boken, och den som bara registrerar eller läser har inget att besluta."
    ),
    source: Localized(
      en: "ISO 27001 5.3, 8.2, 8.15",
      sv: "ISO 27001 5.3, 8.2, 8.15"),
    refused: Localized(
      en:
        "liggare grant approve R-1 --decided-by anna.berg, custodian, where R-1 is about the ledger itself",
      sv:
        "liggare grant approve R-1 --decided-by anna.berg, loggförvaltare, när R-1 gäller liggaren själv"
    ),
    allowed: Localized(
      en: "the same, decided by the ledger's steward, who is no custodian",
      sv: "samma sak, beslutat av liggarens systemförvaltare, som inte är loggförvaltare"))

  /// Whether a role bars its holder from deciding.
  ///
  /// - Parameter isLedger: whether the system is the ledger itself: one that a custodian is appointed for.
  public static func bars(_ role: Role, isLedger: Bool) -> Bool {
    switch role {
    case .helpdesk, .auditor, .job, .personnelSource: true
    case .custodian: isLedger
    case .owner, .steward, .deputy, .manager, .administrator, .registrar, .securityCoordinator,
      .head, .dataProtectionOfficer, .archivist:
      false
    }
  }

  public static func violation(
    decider: PersonID, entitlement: EntitlementID, role: Role, assignment: AssignmentID
  ) -> Diagnostic {
    code.diagnostic(
      .init(Localized(en: "decider", sv: "beslutsfattare"), persons: ["\(decider)"]),
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "role", sv: "roll", localized: role.word),
      .init(AssignmentSubject.word, "\(assignment)"))
  }
}
