public import AccessModel
public import Diagnostics

/// A need has a lawful purpose. (NED-05)
public enum StatedPurpose {
  public static let code = DiagnosticCode(
    "NED-05",
    Localized(
      en: "The lawful purpose is not stated.",
      sv: "Det rättsliga ändamålet är inte angivet."),
    remedy: Localized(
      en: "Name it with --purpose, such as --purpose public-task; help lists them.",
      sv: "Ange det med --purpose, till exempel --purpose public-task; hjälpen listar dem."))

  public static func check(_ purpose: Purpose, request: RequestID) -> Diagnostic? {
    purpose == .unstated ? code.diagnostic(.init(RequestSubject.word, "\(request)")) : nil
  }
}
