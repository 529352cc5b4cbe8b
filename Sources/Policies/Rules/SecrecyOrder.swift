public import Diagnostics

/// A marking is lifted that is there, and set that is not. (SEC-02)
public enum SecrecyOrder {
  public static let code = DiagnosticCode(
    "SEC-02",
    Localized(
      en: "The marking is there already, or is not there to be lifted.",
      sv: "Markeringen finns redan, eller finns inte att häva."),
    remedy: Localized(
      en: "liggare secrecy list shows the markings in force, each with its provision.",
      sv: "liggare secrecy list visar gällande markeringar, var och en med sin bestämmelse."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever discloses something must see at once whether it is marked, and under what provision.",
      sv:
        "Den som lämnar ut något måste genast se om det är markerat, och enligt vilken bestämmelse."
    ),
    source: Localized(
      en: "the Public Access to Information and Secrecy Act, chapter 5, section 5",
      sv: "offentlighets- och sekretesslagen 5 kap. 5 §"),
    refused: Localized(
      en: "liggare secrecy lift S-1 --provision \"OSL 18:8\", where S-1 is not marked",
      sv: "liggare secrecy lift S-1 --provision \"OSL 18:8\", när S-1 inte är markerat"),
    allowed: Localized(
      en: "the same after liggare secrecy mark S-1 --provision \"OSL 18:8\"",
      sv: "samma sak efter liggare secrecy mark S-1 --provision \"OSL 18:8\""))

  public static func check(
    target: String, provision: String, isMarking: Bool, isMarked: Bool
  ) -> Diagnostic? {
    guard isMarking == isMarked else { return nil }
    return code.diagnostic(
      .init(en: "what", sv: "vad", target),
      .init(en: "provision", sv: "bestämmelse", provision),
      .init(
        en: "marked", sv: "markerad",
        localized: isMarked ? Localized(en: "yes", sv: "ja") : Localized(en: "no", sv: "nej")))
  }
}
