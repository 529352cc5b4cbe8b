public import AccessModel
public import Diagnostics

/// What an entitlement lets its holder do is said in plain words, not by a code. (SYS-07)
public enum PlainDescription {
  public static let code = DiagnosticCode(
    "SYS-07",
    Localized(
      en: "The description does not say what the entitlement lets its holder do.",
      sv: "Beskrivningen säger inte vad behörigheten ger rätt till."),
    remedy: Localized(
      en: "Describe it in a sentence of at least two words with --description.",
      sv: "Beskriv den i en mening med minst två ord med --description."))

  public static let ground = Ground(
    protects: Localized(
      en: "Who endorses and decides must understand what they give away.",
      sv: "Den som tillstyrker och beslutar måste förstå vad som ges bort."),
    source: Localized(
      en: "guideline: access only by need; ISO 27001 5.15",
      sv: "riktlinjen: åtkomst endast efter behov; ISO 27001 5.15"),
    refused: Localized(en: "the description “ROLE_17”", sv: "beskrivningen ”ROLL_17”"),
    allowed: Localized(en: "“Sees cases of the own unit”", sv: "”Ser ärenden i den egna enheten”"))

  /// Whether a text says something: at least two words, of which one has three letters or more.
  public static func isPlain(_ text: String) -> Bool {
    let words = text.split { $0 == " " }
    let isWord: (Substring) -> Bool = { word in
      word.count { $0.isLetter } >= 3 && !word.contains { $0.isNumber || $0 == "_" || $0 == "/" }
    }
    return words.count >= 2 && words.contains(where: isWord)
  }

  public static func check(entitlement: EntitlementID, description: String) -> Diagnostic? {
    guard !isPlain(description) else { return nil }
    return code.diagnostic(
      .init(EntitlementSubject.word, "\(entitlement)"),
      .init(en: "description", sv: "beskrivning", description.isEmpty ? "–" : description))
  }
}
