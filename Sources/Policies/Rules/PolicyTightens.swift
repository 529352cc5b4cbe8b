import AccessModel
public import Diagnostics

/// A lower level may tighten the rules and never loosen them. (POL-10)
public enum PolicyTightens {
  public static let code = DiagnosticCode(
    "POL-10",
    Localized(
      en: "The document loosens rules that hold above it.",
      sv: "Dokumentet mildrar regler som gäller på nivåer över det."),
    remedy: Localized(
      en:
        "Tighten the values that the facts name, or leave them out; liggare policy check FILE compares again. Times are compared in the same unit: write P12M where the rule above is in months.",
      sv:
        "Skärp värdena som uppgifterna nämner, eller utelämna dem; liggare policy check FIL jämför igen. Tider jämförs i samma enhet: skriv P12M där regeln ovanför är i månader."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "What the whole organisation has decided must hold everywhere: a part of it may ask for more, never for less.",
      sv:
        "Det som hela organisationen har beslutat måste gälla överallt: en del av den får kräva mer, aldrig mindre."
    ),
    source: Localized(
      en: "guideline: the owner decides on rules and protection; ISO 27001 5.1, 5.15",
      sv: "riktlinjen: ägaren beslutar om regler och skydd; ISO 27001 5.1, 5.15"),
    refused: Localized(
      en:
        "liggare policy adopt care.policy --level entity with level-2 validity P36M, where the group says P24M",
      sv:
        "liggare policy adopt care.policy --level entity med level-2 validity P36M, när koncernen säger P24M"
    ),
    allowed: Localized(
      en: "the same with validity P12M",
      sv: "samma sak med validity P12M"))

  /// - Parameter above: the rules of the levels above in force where the document will hold.
  public static func check(_ document: PolicyDocument, below above: EffectivePolicy) -> Diagnostic?
  {
    let loosened = PolicyDifference.loosened(by: document, below: above.policy)
    guard !loosened.isEmpty else { return nil }
    return code.diagnostic(
      facts: [.init(PolicySubject.word, "\(document.id)")]
        + loosened.map { difference in
          let sources = above.sources(of: difference.key).map { "\($0)" }.joined(separator: ", ")
          return .init(
            en: difference.key.path, sv: difference.key.path,
            localized: Localized(
              en:
                "\(difference.after); the bound is \(difference.before) (\(sources.isEmpty ? "standard" : sources))",
              sv:
                "\(difference.after); gränsen är \(difference.before) (\(sources.isEmpty ? "standard" : sources))"
            ))
        })
  }
}
