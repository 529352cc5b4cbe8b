public import AccessModel
public import Diagnostics

/// A link is about one thing. (INC-08)
public enum LinkTarget {
  public static let code = DiagnosticCode(
    "INC-08",
    Localized(
      en:
        "A link names one person, system, entitlement, grant, review, reconciliation or incident.",
      sv:
        "En koppling anger en person, ett system, en behörighet, en tilldelning, en granskning, en avstämning eller en incident."
    ),
    remedy: Localized(
      en: "Name one thing; give the command once for each.",
      sv: "Ange en sak; ge kommandot en gång för var och en."))

  public static let ground = Ground(
    protects: Localized(
      en: "A link to several things is not found from any of them.",
      sv: "En koppling till flera saker hittas inte från någon av dem."),
    source: Localized(
      en: "guideline: decisions are documented",
      sv: "riktlinjen: beslut dokumenteras"),
    refused: Localized(
      en: "liggare incident link I-1 affected --person bo.ek --grant G-1",
      sv: "liggare incident link I-1 affected --person bo.ek --grant G-1"),
    allowed: Localized(
      en: "the same in two commands",
      sv: "samma sak i två kommandon"))

  public static func check(_ incident: IncidentID, targets: [String]) -> Diagnostic? {
    guard targets.count != 1 else { return nil }
    return code.diagnostic(
      .init(IncidentSubject.word, "\(incident)"),
      .init(en: "named", sv: "anges", targets.isEmpty ? "–" : targets.joined(separator: ", ")))
  }
}
