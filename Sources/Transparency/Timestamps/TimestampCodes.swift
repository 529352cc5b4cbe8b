public import Diagnostics

/// The codes of time stamps.
public enum TimestampCodes {
  /// The bytes are no time stamp response.
  public static let unreadable = DiagnosticCode(
    "TST-01",
    Localized(
      en: "This is not a time stamp response (RFC 3161, DER).",
      sv: "Det här är inte ett svar med en tidsstämpel (RFC 3161, DER)."),
    remedy: Localized(
      en: "Give the authority's answer as it came, byte for byte, and not the token inside it.",
      sv: "Ange utfärdarens svar som det kom, byte för byte, och inte bara stämpeln i det."))

  /// The authority gave no stamp.
  public static let refused = DiagnosticCode(
    "TST-02",
    Localized(
      en: "The authority refused to stamp.", sv: "Utfärdaren av tidsstämplar avvisade begäran."),
    remedy: Localized(
      en: "Look at its answer with openssl ts -reply -text -in FILE, and ask again.",
      sv: "Läs svaret med openssl ts -reply -text -in FIL och begär en ny stämpel."))

  /// Something else than a SHA-256 is stamped.
  public static let otherHash = DiagnosticCode(
    "TST-03",
    Localized(
      en: "The time stamp is not over a SHA-256.", sv: "Tidsstämpeln gäller inte en SHA-256."),
    remedy: Localized(
      en: "Have the request stamped that liggare timestamp request writes.",
      sv: "Låt stämpla den begäran som liggare timestamp request skriver."))

  /// The signature is not good.
  public static let notTrusted = DiagnosticCode(
    "TST-04",
    Localized(
      en: "The time stamp is not signed by an authority that these certificates lead to.",
      sv: "Tidsstämpeln är inte signerad av en utfärdare som dessa certifikat leder till."),
    remedy: Localized(
      en:
        "Give the authority's root certificate and those below it, as they were when the stamp was made. If they are right, the stamp proves nothing.",
      sv:
        "Ange utfärdarens rotcertifikat och de under det, som de var när stämpeln gjordes. Är de rätt bevisar stämpeln ingenting."
    ))

  /// No certificate in the file.
  public static let noCertificates = DiagnosticCode(
    "TST-05",
    Localized(
      en: "The file does not hold certificates in PEM.",
      sv: "Filen innehåller inte certifikat i PEM."),
    remedy: Localized(
      en: "Give one file of certificates: the root and those between it and the authority.",
      sv: "Ange en fil med certifikat: roten och de mellan den och utfärdaren."))

  /// Every code of the family that is about stamps themselves.
  public static let catalogue = [unreadable, refused, otherHash, notTrusted, noCertificates]
}
