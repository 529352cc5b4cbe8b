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

  /// A request that was sent back waits for its answer.
  public static func awaitingAnswer(_ request: RequestID) -> Diagnostic {
    violation(
      of: request, state: Localized(en: "sent back with a question", sv: "återsänd med en fråga"),
      needed: Localized(
        en: "an answer: liggare request amend \(request), or liggare request withdraw \(request)",
        sv: "ett svar: liggare request amend \(request), eller liggare request withdraw \(request)"))
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
