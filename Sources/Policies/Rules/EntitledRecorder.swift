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

  /// - Parameter roles: the roles that would do.
  public static func violation(principal: PersonID, what: String, roles: [Role]) -> Diagnostic {
    code.diagnostic(
      .init(Localized(en: "you are", sv: "du är"), persons: ["\(principal)"]),
      .init(en: "event", sv: "händelse", what),
      .init(
        en: "roles that may", sv: "roller som får",
        localized: Localized(
          en: roles.map(\.word.english).joined(separator: ", "),
          sv: roles.map(\.word.swedish).joined(separator: ", "))))
  }
}
