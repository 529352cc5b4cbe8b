public import AccessModel
public import Diagnostics

/// A delegation order grows by new versions, never by lines of an old one. (DEL-03)
public enum LaterVersion {
  public static let code = DiagnosticCode(
    "DEL-03",
    Localized(
      en: "The order has a later version, which has taken this one's place.",
      sv: "Delegationsordningen har en senare version, som har ersatt denna."),
    remedy: Localized(
      en: "Give the version that the body adopted last: liggare delegation list shows it.",
      sv: "Ange den version som organet antog senast: liggare delegation list visar den."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "An order holds as a whole. A line of a version that has been replaced would hold for nobody.",
      sv:
        "En delegationsordning gäller som helhet. En rad i en ersatt version skulle inte gälla för någon."
    ),
    source: Localized(
      en: "guideline: roles and responsibility are clear; Local Government Act (Sweden) 6:37",
      sv: "riktlinjen: roller och ansvar är tydliga; kommunallagen 6 kap. 37 §"),
    refused: Localized(
      en:
        "liggare delegation grant --order \"Delegation order\" --version 2 …, when version 3 is known",
      sv:
        "liggare delegation grant --order \"Delegationsordning\" --version 2 …, när version 3 är känd"
    ),
    allowed: Localized(
      en: "the same with --version 3",
      sv: "samma sak med --version 3"))

  /// - Parameter latest: the highest version of the order that is known; `nil` for a new order.
  public static func check(order: Label, version: Int64, latest: Int64?) -> Diagnostic? {
    guard version < max(latest ?? 1, 1) else { return nil }
    return code.diagnostic(
      .init(en: "order", sv: "delegationsordning", order.text),
      .init(en: "version", sv: "version", "\(version)"),
      .init(en: "latest", sv: "senaste", "\(max(latest ?? 1, 1))"))
  }
}
