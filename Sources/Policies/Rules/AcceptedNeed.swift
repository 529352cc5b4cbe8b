public import AccessModel
public import Diagnostics

/// A decision rests on a request whose need a manager has endorsed. (INV-01)
public enum AcceptedNeed {
  public static let code = DiagnosticCode(
    "INV-01",
    Localized(
      en: "There is no endorsed need to decide on.",
      sv: "Det finns inget tillstyrkt behov att besluta om."),
    remedy: Localized(
      en: "Let the person's manager endorse the request first: liggare request endorse REQUEST.",
      sv: "Låt personens chef tillstyrka begäran först: liggare request endorse BEGÄRAN."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A right that nobody needs is only a risk. Whoever leads the work says that the need is real before anybody decides.",
      sv:
        "En behörighet som ingen behöver är bara en risk. Den som leder arbetet intygar att behovet finns innan någon beslutar."
    ),
    source: Localized(
      en:
        "guideline: access is granted formally and only by need; ISO 27001 5.15, 5.18; NIS2 Article 21(2)(i)",
      sv:
        "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.15, 5.18; NIS2 artikel 21.2 i"
    ),
    refused: Localized(
      en: "liggare grant approve R-1, while nobody has endorsed R-1",
      sv: "liggare grant approve R-1, innan någon har tillstyrkt R-1"),
    allowed: Localized(
      en: "liggare request endorse R-1 by the person's manager, then liggare grant approve R-1",
      sv: "liggare request endorse R-1 av personens chef, därefter liggare grant approve R-1"))

  /// - Parameter isEndorsed: whether the latest opinion on the need is that it is real.
  public static func check(request: RequestID, isEndorsed: Bool) -> Diagnostic? {
    guard !isEndorsed else { return nil }
    return code.diagnostic(.init(RequestSubject.word, "\(request)"))
  }
}
