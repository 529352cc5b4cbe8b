public import AccessModel
public import Diagnostics

/// A request goes from need to opinion to decision, and a question is answered before it goes on. (REQ-05)
public enum RequestOrder {
  public static let code = DiagnosticCode(
    "REQ-05",
    Localized(
      en: "The request is not where this step can be taken.",
      sv: "Begäran är inte i ett läge där steget kan tas."),
    remedy: Localized(
      en: "The facts say what is needed next; liggare request show tells where it stands.",
      sv: "Uppgifterna säger vad som krävs härnäst; liggare request show visar var den står."))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A decision made while a question stands unanswered rests on a need that nobody has explained.",
      sv: "Ett beslut medan en fråga står obesvarad vilar på ett behov som ingen har förklarat."),
    source: Localized(
      en: "guideline: access is granted formally and only by need; ISO 27001 5.18",
      sv: "riktlinjen: behörighet tilldelas formellt och endast efter behov; ISO 27001 5.18"),
    refused: Localized(
      en: "liggare grant approve R-1, after liggare request return R-1",
      sv: "liggare grant approve R-1, efter liggare request return R-1"),
    allowed: Localized(
      en: "liggare request amend R-1 --need TEXT",
      sv: "liggare request amend R-1 --need TEXT"))

  /// A request that was sent back waits for its answer.
  public static func awaitingAnswer(_ request: RequestID) -> Diagnostic {
    violation(
      of: request, state: Localized(en: "sent back with a question", sv: "återsänd med en fråga"),
      needed: Localized(
        en: "an answer: liggare request amend \(request), or liggare request withdraw \(request)",
        sv: "ett svar: liggare request amend \(request), eller liggare request withdraw \(request)")
    )
  }

  public static func violation(
    of request: RequestID, state: Localized, needed: Localized
  ) -> Diagnostic {
    code.diagnostic(
      .init(RequestSubject.word, "\(request)"),
      .init(en: "state", sv: "läge", localized: state),
      .init(en: "needed", sv: "krävs", localized: needed))
  }
}
