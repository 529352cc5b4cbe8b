public import AccessModel
public import Diagnostics

/// The document that is adopted can be read, bears the name it is adopted under, and is the one its digest says. (POL-15)
public enum PolicyTextHolds {
  public static let code = DiagnosticCode(
    "POL-15",
    Localized(
      en: "The adopted document is not what the event says.",
      sv: "Det antagna dokumentet är inte vad händelsen säger."),
    remedy: Localized(
      en:
        "Check the document with liggare policy check FILE, and adopt it under a new version; until then the rules of before hold.",
      sv:
        "Kontrollera dokumentet med liggare policy check FIL, och anta det under en ny version; till dess gäller reglerna från tidigare."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "The text that was adopted is the rules. If it is not the one that is named, or says nothing that can be read, nobody knows what was adopted.",
      sv:
        "Texten som antogs är reglerna. Om den inte är den som nämns, eller inte går att läsa, vet ingen vad som antogs."
    ),
    source: Localized(
      en: "ISO 27001 clause 7.5: documented information is controlled",
      sv: "ISO 27001 avsnitt 7.5: dokumenterad information styrs"),
    refused: Localized(
      en: "a log in which the text of rules-1 was changed after it was adopted",
      sv: "en logg där texten till rules-1 ändrats efter att den antagits"),
    allowed: Localized(
      en: "the text as it was adopted",
      sv: "texten som den antogs"))

  /// - Parameter document: what the text calls itself; `nil` when it cannot be read.
  public static func check(
    _ policy: PolicyID, document: PolicyID?, isDigestRight: Bool
  ) -> Diagnostic? {
    let why: Localized
    switch document {
    case nil: why = Localized(en: "it cannot be read", sv: "det går inte att läsa")
    case let document? where document != policy:
      why = Localized(
        en: "it calls itself \(document)", sv: "det kallar sig \(document)")
    case _?:
      guard !isDigestRight else { return nil }
      why = Localized(en: "its digest is another", sv: "dess kontrollsumma är en annan")
    }
    return code.diagnostic(
      .init(PolicySubject.word, "\(policy)"), .init(en: "why", sv: "varför", localized: why))
  }
}
