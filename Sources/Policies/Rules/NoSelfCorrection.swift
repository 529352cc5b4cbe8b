public import AccessModel
public import Diagnostics

/// Nobody decides or records the correction of an event that concerns themselves. (COR-01)
public enum NoSelfCorrection {
  public static let code = DiagnosticCode(
    "COR-01",
    Localized(
      en: "The event concerns the person who would correct it.",
      sv: "Händelsen rör den som ska rätta den."),
    remedy: Localized(
      en:
        "Let somebody whom the event does not concern decide and record it: --decided-by PERSON. Those concerned are whom it is about, who asked for, endorsed or decided it, and their deputies.",
      sv:
        "Låt någon som händelsen inte rör besluta och registrera rättelsen: --decided-by PERSON. Berörda är den som händelsen gäller, den som begärde, tillstyrkte eller beslutade, och deras ersättare."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "Whoever could rewrite what is said of themselves could give themselves access, or hide it.",
      sv:
        "Den som kunde skriva om vad som sägs om en själv kunde ge sig behörighet, eller dölja den."
    ),
    source: Localized(
      en:
        "guideline: roles and responsibility are clear; ISO 27001 5.3; disqualification in the Administrative Procedure Act, section 16",
      sv:
        "riktlinjen: roller och ansvar är tydliga; ISO 27001 5.3; jäv enligt förvaltningslagen 16 §"
    ),
    refused: Localized(
      en: "liggare event correct 17 --void --decided-by bo.ek, about the affiliation of bo.ek",
      sv: "liggare event correct 17 --void --decided-by bo.ek, om bo.eks anställning"),
    allowed: Localized(
      en: "the same decided by the manager",
      sv: "samma sak beslutad av chefen"))

  /// - Parameter persons: those of the recorder and the decider whom the event concerns.
  public static func check(position: Int64, persons: [PersonID]) -> Diagnostic? {
    guard !persons.isEmpty else { return nil }
    var told: [PersonID] = []
    for person in persons where !told.contains(person) { told.append(person) }
    return code.diagnostic(
      .init(en: "position", sv: "position", "\(position)"),
      .init(Localized(en: "concerned", sv: "berörd"), persons: told.map(\.description)))
  }
}
