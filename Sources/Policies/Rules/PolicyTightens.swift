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
