public import AccessModel
public import Diagnostics

/// A report to the body covers every decision of its period, or says which are left. (DEL-04)
public enum WholeReport {
  public static let code = DiagnosticCode(
    "DEL-04",
    Localized(
      en: "The report does not cover the decisions of its period.",
      sv: "Anmälan omfattar inte periodens beslut."),
    remedy: Localized(
      en:
        "Report all that liggare delegation decisions lists for the period, or name with --leave those that are left for another meeting.",
      sv:
        "Anmäl allt som liggare delegation decisions listar för perioden, eller ange med --leave dem som lämnas till ett annat sammanträde."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A report that leaves out a decision hides it from the body and from whoever may appeal.",
      sv:
        "En anmälan som utelämnar ett beslut döljer det för organet och för den som kan överklaga."),
    source: Localized(
      en: "Local Government Act (Sweden) 6:40, 13:5",
      sv: "kommunallagen 6 kap. 40 § och 13 kap. 5 §"),
    refused: Localized(
      en: "a report of January that names two of its three decisions",
      sv: "en anmälan för januari som tar upp två av tre beslut"),
    allowed: Localized(
      en: "the same with --leave R-7 for the third",
      sv: "samma sak med --leave R-7 för det tredje"))

  /// - Parameters:
  ///   - missing: decisions of the period that are neither reported nor left.
  ///   - foreign: requests in the report or left by it that are no such decisions.
  public static func check(
    body: UnitID, missing: [RequestID], foreign: [RequestID]
  ) -> Diagnostic? {
    guard !missing.isEmpty || !foreign.isEmpty else { return nil }
    var facts: [Diagnostic.Fact] = [.init(en: "body", sv: "organ", "\(body)")]
    if !missing.isEmpty {
      facts.append(
        .init(
          en: "left out", sv: "saknas", missing.map { "\($0)" }.joined(separator: ", ")))
    }
    if !foreign.isEmpty {
      facts.append(
        .init(
          en: "not to be reported here", sv: "ska inte anmälas här",
          foreign.map { "\($0)" }.joined(separator: ", ")))
    }
    return code.diagnostic(facts: facts)
  }
}
