public import AccessModel
public import Diagnostics

/// A plan says what is reviewed, when, and by whom (REV-09)
public enum ReviewPlanHolds {
  public static let code = DiagnosticCode(
    "REV-09",
    Localized(
      en: "The plan of the review does not hold together.",
      sv: "Granskningens plan hänger inte ihop."),
    remedy: Localized(
      en:
        "The facts say what is missing or contradicts; liggare help review plan shows what each axis needs.",
      sv:
        "Uppgifterna säger vad som saknas eller motsäger; liggare help review plan visar vad varje axel kräver."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "A review that nobody can carry out is no control.",
      sv: "En granskning som ingen kan genomföra är ingen kontroll."),
    source: Localized(
      en: "ISO 27001 5.18",
      sv: "ISO 27001 5.18"),
    refused: Localized(
      en: "a review by system that names no system",
      sv: "en granskning per system som inte anger något system"),
    allowed: Localized(
      en: "liggare review plan --axis system --system S-1",
      sv: "liggare review plan --axis system --system S-1"))

  /// What is wrong with a plan.
  public enum Fault: Hashable, Sendable {
    case noScope(ReviewAxis)
    case noTrigger
    case period
    case role(Role)
    case oneStage
    /// It goes less far with silence than the rules say.
    case tooMild(NoResponseEffect)
    case lateDue
  }

  public static func violation(_ fault: Fault) -> Diagnostic {
    let what: Localized =
      switch fault {
      case .noScope(let axis):
        Localized(
          en: "what a review \(axis.word.english) is about is not named",
          sv: "vad en granskning \(axis.word.swedish) gäller anges inte")
      case .noTrigger:
        Localized(en: "what happened is not named", sv: "vad som hänt anges inte")
      case .period:
        Localized(en: "it ends before it opens", sv: "den slutar innan den öppnar")
      case .role(let role):
        Localized(
          en: "nobody is asked as \(role.word.english)",
          sv: "ingen tillfrågas som \(role.word.swedish)")
      case .oneStage:
        Localized(
          en: "two stages need a second reviewer and a strategy, one stage neither",
          sv: "två steg kräver en andra granskare och en strategi, ett steg ingendera")
      case .tooMild(let effect):
        Localized(
          en: "the rules say of silence: \(effect.word.english)",
          sv: "reglerna säger om tystnad: \(effect.word.swedish)")
      case .lateDue:
        Localized(
          en: "it is open longer than the rules allow",
          sv: "den är öppen längre än reglerna tillåter")
      }
    return code.diagnostic(.init(en: "what is wrong", sv: "vad som är fel", localized: what))
  }
}
