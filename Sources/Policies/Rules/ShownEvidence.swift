public import AccessModel
public import Diagnostics

/// What an answer says the reviewer was shown is what the register shows (REV-07)
public enum ShownEvidence {
  public static let code = DiagnosticCode(
    "REV-07",
    Localized(
      en: "What the reviewer is said to have seen is not what the register shows.",
      sv: "Det granskaren sägs ha sett är inte vad registret visar."),
    remedy: Localized(
      en:
        "Take the list anew and answer from that: liggare view review-items --review REVIEW --format csv.",
      sv:
        "Ta ut listan på nytt och svara utifrån den: liggare view review-items --review GRANSKNING --format csv."
    ))

  public static let ground = Ground(
    protects: Localized(
      en: "An answer can be held against what it was given on.",
      sv: "Ett svar kan hållas mot det som det gavs på."),
    source: Localized(
      en: "ISO 27001 5.18, 5.28",
      sv: "ISO 27001 5.18, 5.28"),
    refused: Localized(
      en: "an answer with the digest of a list that somebody changed",
      sv: "ett svar med kontrollsumman av en lista som någon ändrat"),
    allowed: Localized(
      en: "an answer with the digest that review show gave",
      sv: "ett svar med den kontrollsumma som review show gav"))

  public static func violation(grant: GrantID, position: Int64) -> Diagnostic {
    code.diagnostic(
      .init(GrantSubject.word, "\(grant)"), .init(en: "position", sv: "position", "\(position)"))
  }
}
