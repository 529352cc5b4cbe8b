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

  /// - Parameter isEndorsed: whether the latest opinion on the need is that it is real.
  public static func check(request: RequestID, isEndorsed: Bool) -> Diagnostic? {
    guard !isEndorsed else { return nil }
    return code.diagnostic(.init(RequestSubject.word, "\(request)"))
  }
}
