public import AccessModel
public import Diagnostics

/// Who decided or could decide what was recorded, or somebody above them, decides on its correction. (COR-02)
public enum EntitledCorrector {
  public static let code = DiagnosticCode(
    "COR-02",
    Localized(
      en: "The decider holds no role that decides on this correction.",
      sv: "Beslutsfattaren har ingen roll som beslutar om denna rättelse."),
    remedy: Localized(
      en:
        "Name somebody who holds one of the roles named, for what the event is about: --decided-by PERSON; liggare role list shows them.",
      sv:
        "Ange någon som har en av de nämnda rollerna för det som händelsen gäller: --decided-by PERSON; liggare role list visar dem."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A correction can change what a decision says, so it takes as much authority as the decision.",
      sv: "En rättelse kan ändra vad ett beslut säger, så den kräver samma befogenhet som beslutet."
    ),
    source: Localized(
      en:
        "guideline: roles and responsibility are clear; ISO 27001 5.3; disqualification in the Administrative Procedure Act, section 16",
      sv:
        "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.3; jäv enligt förvaltningslagen 16 §"
    ),
    refused: Localized(
      en: "the steward of S-2 corrects a decision about S-1",
      sv: "förvaltaren för S-2 rättar ett beslut om S-1"),
    allowed: Localized(
      en: "the owner of S-1 does",
      sv: "ägaren till S-1 gör det"))

  /// - Parameter roles: the roles that would do.
  public static func check(
    decider: PersonID, type: String, roles: [Role], isEntitled: Bool
  ) -> Diagnostic? {
    guard !isEntitled else { return nil }
    return code.diagnostic(
      .init(Localized(en: "decider", sv: "beslutsfattare"), persons: ["\(decider)"]),
      .init(en: "event", sv: "händelse", type),
      .init(
        en: "roles that may", sv: "roller som får",
        localized: Localized(
          en: roles.map(\.word.english).joined(separator: ", "),
          sv: roles.map(\.word.swedish).joined(separator: ", "))))
  }
}
