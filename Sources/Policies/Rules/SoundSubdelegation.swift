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

  public static let ground = Ground(
    protects: Localized(
      en:
        "Power that is passed on without leave, or further than it was given, is nobody's power; the body must know who decides in its place.",
      sv:
        "Beslutanderätt som lämnas vidare utan lov, eller längre än den getts, är ingens; organet måste veta vem som beslutar i dess ställe."
    ),
    source: Localized(
      en: "Local Government Act (Sweden) 7:6",
      sv: "kommunallagen 7 kap. 6 §"),
    refused: Localized(
      en: "liggare delegation grant … --parent DL-1, where DL-1 may not be delegated on",
      sv: "liggare delegation grant … --parent DL-1, när DL-1 inte får vidaredelegeras"),
    allowed: Localized(
      en:
        "liggare delegation grant … --parent DL-2 --delegated-by eva.lind, who heads the administration and has the position of DL-2",
      sv:
        "liggare delegation grant … --parent DL-2 --delegated-by eva.lind, som är förvaltningschef och har befattningen i DL-2"
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
          en: "it would be delegated on \(depth) times",
          sv: "den skulle vidaredelegeras \(depth) gånger"
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
