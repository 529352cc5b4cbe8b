public import AccessModel
public import Diagnostics

/// A decision has one decider. (INV-05)
public enum OneDecider {
  public static let code = DiagnosticCode(
    "INV-05",
    Localized(
      en: "A decision has exactly one decider.",
      sv: "Ett beslut har exakt en beslutsfattare."),
    remedy: Localized(
      en:
        "Name one person with --decided-by. A second person's opinion is an endorsement: --endorsed-by.",
      sv:
        "Ange en person med --decided-by. En andra persons uppfattning är en tillstyrkan: --endorsed-by."
    ))

  public static func check(deciders: [PersonID]) -> Diagnostic? {
    guard deciders.count != 1 else { return nil }
    return code.diagnostic(
      .init(
        Localized(en: "deciders", sv: "beslutsfattare"), persons: deciders.map(\.description)))
  }
}
