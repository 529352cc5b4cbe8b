public import AccessModel
public import Chronology
public import Diagnostics

/// What is given out of the register, or not, is decided by a registrar. (DISC-01)
public enum EntitledDiscloser {
  public static let code = DiagnosticCode(
    "DISC-01",
    Localized(
      en: "The person named may not decide on what is given out.",
      sv: "Den angivna personen får inte besluta om utlämnande."),
    remedy: Localized(
      en:
        "Name the registrar who decided with --decided-by; liggare role list --role registrar shows who they are.",
      sv:
        "Ange den registrator som beslutat med --decided-by; liggare role list --role registrar visar vilka de är."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever asks has a right to an examination by somebody who answers for it, and what is secret must not go out by mistake.",
      sv:
        "Den som begär ut något har rätt till en prövning av någon som svarar för den, och det som är hemligt får inte lämnas ut av misstag."
    ),
    source: Localized(
      en: "the Freedom of the Press Act, chapter 2; the Secrecy Act, chapter 6, sections 2 to 6",
      sv: "tryckfrihetsförordningen 2 kap.; offentlighets- och sekretesslagen 6 kap. 2–6 §§"),
    refused: Localized(
      en: "liggare disclosure give active-grants … --decided-by bo.ek, who is a case officer",
      sv: "liggare disclosure give active-grants … --decided-by bo.ek, som är handläggare"),
    allowed: Localized(
      en: "the same decided by the registrar", sv: "samma sak på registratorns beslut"))

  /// The roles that may decide.
  public static let roles: Set<Role> = [.registrar]

  public static func check(
    decider: PersonID, at moment: Instant, isEntitled: Bool
  ) -> Diagnostic? {
    guard !isEntitled else { return nil }
    return code.diagnostic(
      .init(Localized(en: "decided by", sv: "beslutat av"), persons: ["\(decider)"]),
      .init(en: "at", sv: "vid", at: moment))
  }
}
