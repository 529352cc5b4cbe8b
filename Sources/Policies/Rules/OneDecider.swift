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

  public static let ground = Ground(
    protects: Localized(
      en:
        "With one name on it, somebody answers for each decision. A power is delegated to one official and not to several jointly.",
      sv:
        "Med ett namn på beslutet finns det alltid någon som svarar för det. Beslutanderätt delegeras till en tjänsteman, inte till flera gemensamt."
    ),
    source: Localized(
      en: "guideline: decisions on access are documented; ISO 27001 5.2",
      sv: "riktlinjen: beslut om behörighet dokumenteras; ISO 27001 5.2"),
    refused: Localized(
      en: "liggare grant approve R-1 --decided-by siv.dahl --decided-by nils.ek",
      sv: "liggare grant approve R-1 --decided-by siv.dahl --decided-by nils.ek"),
    allowed: Localized(
      en: "liggare grant approve R-1 --decided-by siv.dahl",
      sv: "liggare grant approve R-1 --decided-by siv.dahl"))

  public static func check(deciders: [PersonID]) -> Diagnostic? {
    guard deciders.count != 1 else { return nil }
    return code.diagnostic(
      .init(
        Localized(en: "deciders", sv: "beslutsfattare"), persons: deciders.map(\.description)))
  }
}
