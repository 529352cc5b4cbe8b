public import AccessModel
public import Diagnostics

/// Only who holds a role that covers it may record something. (ROL-01)
public enum EntitledRecorder {
  public static let code = DiagnosticCode(
    "ROL-01",
    Localized(
      en: "Your roles do not let you record this.",
      sv: "Dina roller ger dig inte rätt att registrera detta."),
    remedy: Localized(
      en:
        "Let somebody who holds one of the roles named record it, or have the role assigned: liggare role assign.",
      sv:
        "Låt någon som har en av de nämnda rollerna registrera det, eller få rollen tilldelad: liggare role assign."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "Who may write in the register decides what it is worth.",
      sv: "Vem som får skriva i registret avgör vad det är värt."),
    source: Localized(
      en:
        "guideline: roles and responsibility are clear; ISO 27001 5.2, 5.3; NIS2 Article 21(2)(i)",
      sv: "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.2, 5.3; NIS2 artikel 21.2 i"),
    refused: Localized(
      en: "liggare person register \"Ida Ros\" --unit U-5 by somebody without a role",
      sv: "liggare person register \"Ida Ros\" --unit U-5 av någon utan roll"),
    allowed: Localized(
      en: "the same by the registrar",
      sv: "samma sak av registratorn"))

  /// - Parameter roles: the roles that would do.
  public static func violation(principal: PersonID, what: String, roles: [Role]) -> Diagnostic {
    code.diagnostic(
      .init(Localized(en: "recorded by", sv: "registreras av"), persons: ["\(principal)"]),
      .init(en: "event", sv: "händelse", what),
      .init(
        en: "roles that may", sv: "roller som får",
        localized: Localized(
          en: roles.map(\.word.english).joined(separator: ", "),
          sv: roles.map(\.word.swedish).joined(separator: ", "))))
  }
}
