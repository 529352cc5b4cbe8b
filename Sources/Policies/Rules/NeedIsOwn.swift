public import Diagnostics

/// A need is stated for the person it is about, and not copied from request to request. (NED-03)
public enum NeedIsOwn {
  public static let code = DiagnosticCode(
    "NED-03",
    Localized(
      en: "The same need has been stated word for word for others.",
      sv: "Samma behov är redan ordagrant angivet för andra."),
    remedy: Localized(
      en:
        "Say what this person is to do, such as --need \"Takes over the cases of the northern area from June\"; many alike are one list: liggare request bulk.",
      sv:
        "Ange vad just denna person ska göra, till exempel --need \"Tar över ärendena i norra området från juni\"; många lika är en lista: liggare request bulk."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A text that is copied from person to person shows that nobody has thought of each one's need.",
      sv:
        "En text som kopieras från person till person visar att ingen har tänkt på vars och ens behov."
    ),
    source: Localized(
      en: "guideline: access is granted only by need; ISO 27001 5.15, 5.18",
      sv: "riktlinjen: behörighet tilldelas endast efter behov; ISO 27001 5.15, 5.18"),
    refused: Localized(
      en: "a request with the same words as those for thirty others",
      sv: "en begäran med samma ord som för trettio andra"),
    allowed: Localized(
      en: "the same words in a list: liggare request bulk",
      sv: "samma ord i en lista: liggare request bulk"))

  /// How many others may have the same text before one more is refused: none where the rules refuse what was said before, else twenty.
  public static func othersMax(refusesRepeated: Bool) -> Int { refusesRepeated ? 0 : 20 }
  /// How many of the latest needs are compared.
  public static let comparedMax = 20_000

  /// - Parameters:
  ///   - others: the number of other persons for whom the same words were stated.
  ///   - refusesRepeated: whether the rules refuse a need in the words of an earlier one.
  public static func check(others: Int, refusesRepeated: Bool = false) -> Diagnostic? {
    let othersMax = othersMax(refusesRepeated: refusesRepeated)
    guard others > othersMax else { return nil }
    return code.diagnostic(
      .init(en: "stated for", sv: "angivet för", "\(others)"),
      .init(en: "allowed", sv: "tillåtet", "\(othersMax)"))
  }
}
