public import AccessModel
public import Diagnostics

/// What is delegated on rests on a line that holds and allows it, and reaches no further. (INV-06)
public enum SoundSubdelegation {
  public static let code = DiagnosticCode(
    "INV-06",
    Localized(
      en: "The power may not be delegated on like this.",
      sv: "Beslutanderätten får inte vidaredelegeras på detta sätt."),
    remedy: Localized(
      en:
        "Let the head of administration delegate on from a line that allows it, within its limits; or let the body delegate to the position itself.",
      sv:
        "Låt förvaltningschefen vidaredelegera från en rad som medger det, inom dess gränser; eller låt organet delegera till befattningen direkt."
    ))

  /// How many times power may be delegated on below the line that the body itself decided.
  public static let depthMax = 1

  /// What can be wrong with a line that is delegated on.
  public enum Fault: Hashable, Sendable {
    /// The line it comes from is not known, or is the line itself.
    case unknownParent
    case parentNotInForce
    case notAllowed
    /// It lies more than so many steps below the body's own line.
    case tooDeep(Int)
    /// Another body, group of matters, unit, level, kind of account, entity or time than the line it comes from.
    case wider(Localized)
    /// Nobody, or somebody who is no head of administration there, or does not have the position it comes from.
    case notByHead

    var words: Localized {
      switch self {
      case .unknownParent:
        Localized(en: "the line it comes from is not known", sv: "raden den kommer från är okänd")
      case .parentNotInForce:
        Localized(
          en: "the line it comes from does not hold then",
          sv: "raden den kommer från gäller inte då")
      case .notAllowed:
        Localized(
          en: "the line it comes from does not allow it",
          sv: "raden den kommer från medger det inte")
      case .tooDeep(let depth):
        Localized(
          en: "it would be delegated on \(depth) times", sv: "den skulle vidaredelegeras \(depth) gånger"
        )
      case .wider(let what):
        Localized(
          en: "it reaches further than the line it comes from: \(what.english)",
          sv: "den sträcker sig längre än raden den kommer från: \(what.swedish)")
      case .notByHead:
        Localized(
          en:
            "it is not delegated on by a head of administration who has the position it comes from",
          sv:
            "den vidaredelegeras inte av en förvaltningschef som har befattningen den kommer från")
      }
    }
  }

  public static func check(
    delegation: DelegationID, parent: DelegationID, faults: [Fault]
  ) -> Diagnostic? {
    guard !faults.isEmpty else { return nil }
    return code.diagnostic(
      facts: [
        .init(DelegationSubject.word, "\(delegation)"),
        .init(en: "delegated on from", sv: "vidaredelegerad från", "\(parent)"),
      ] + faults.map { .init(en: "why", sv: "varför", localized: $0.words) })
  }
}
