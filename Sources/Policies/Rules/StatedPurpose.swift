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

  public static let ground = Ground(
    protects: Localized(
      en: "Personal data may be used for a lawful purpose only, so an access must have one.",
      sv:
        "Personuppgifter får bara användas för ett rättsligt ändamål, så en behörighet måste ha ett."
    ),
    source: Localized(
      en: "GDPR Articles 5 and 6",
      sv: "dataskyddsförordningen artikel 5 och 6"),
    refused: Localized(
      en: "a request whose purpose is unstated",
      sv: "en begäran vars ändamål inte är angivet"),
    allowed: Localized(
      en: "--purpose public-task",
      sv: "--purpose public-task"))

  public static func check(_ purpose: Purpose, request: RequestID) -> Diagnostic? {
    purpose == .unstated ? code.diagnostic(.init(RequestSubject.word, "\(request)")) : nil
  }
}
