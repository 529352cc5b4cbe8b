public import Diagnostics

/// The codes of notes: checkpoints, proofs, and what witnesses read and write.
public enum NoteCodes {
  /// Every code of the family, in its order.
  public static let catalogue: [DiagnosticCode] = [
    unreadableNote, unreadableCheckpoint, unreadableVerifierKey, unreadableProof, unreadableRequest,
    unreadablePolicy, notSigned, foreignOrigin, falseSignature,
  ]

  private static let askForWhole = Localized(
    en:
      "Get the file anew from where it came from, byte for byte; nothing may be added or changed.",
    sv: "Hämta filen på nytt därifrån den kom, byte för byte; inget får läggas till eller ändras.")

  /// The bytes are no signed note.
  public static let unreadableNote = DiagnosticCode(
    "NOTE-01",
    Localized(
      en: "This is not a signed note: a text, an empty line, and signature lines.",
      sv: "Det här är inte en signerad notering: en text, en tom rad och signaturrader."),
    remedy: askForWhole)

  /// The note is no checkpoint.
  public static let unreadableCheckpoint = DiagnosticCode(
    "NOTE-02",
    Localized(
      en: "The note is not a checkpoint: an origin, a size and a root, and nothing more.",
      sv: "Noteringen är inte en kontrollpunkt: ett ursprung, en storlek och en rot, och inget mer."
    ),
    remedy: askForWhole)

  /// The text is no verifier key.
  public static let unreadableVerifierKey = DiagnosticCode(
    "NOTE-03",
    Localized(
      en: "The text is not the public key of a log or a witness.",
      sv: "Texten är inte en liggares eller ett vittnes publika nyckel."),
    remedy: Localized(
      en:
        "Give the whole text NAME+ID+KEY on one line, as the log or the witness prints it.",
      sv:
        "Ange hela texten NAMN+ID+NYCKEL på en rad, så som loggen eller vittnet skriver den."
    ))

  /// The bytes are no proof file.
  public static let unreadableProof = DiagnosticCode(
    "NOTE-04",
    Localized(
      en: "This is not a proof file for an event in a log.",
      sv: "Det här är inte en bevisfil för en händelse i en logg."),
    remedy: askForWhole)

  /// The bytes are no request to a witness.
  public static let unreadableRequest = DiagnosticCode(
    "NOTE-05",
    Localized(
      en: "This is not a request to a witness.", sv: "Det här är inte en fråga till ett vittne."),
    remedy: Localized(
      en:
        "A request is a line `old SIZE`, the hashes of a consistency proof one to a line, an empty line, and a checkpoint.",
      sv:
        "En fråga är en rad `old STORLEK`, hasharna i ett konsistensbevis en per rad, en tom rad och en kontrollpunkt."
    ))

  /// The bytes are no witness policy.
  public static let unreadablePolicy = DiagnosticCode(
    "NOTE-06",
    Localized(
      en: "The witness policy cannot be read.", sv: "Vittnespolicyn kan inte läsas."),
    remedy: Localized(
      en:
        "Mend that line. A policy has lines `log KEY`, `witness NAME KEY URL`, `group NAME all|any|COUNT NAME…`, and one `quorum NAME|none`.",
      sv:
        "Rätta raden. En policy har rader `log NYCKEL`, `witness NAMN NYCKEL URL`, `group NAMN all|any|ANTAL NAMN…` och en `quorum NAMN|none`."
    ))

  /// No known key signed, or one signed twice.
  public static let notSigned = DiagnosticCode(
    "NOTE-07",
    Localized(
      en: "The checkpoint is not signed once by a key that counts.",
      sv: "Kontrollpunkten är inte signerad en gång med en nyckel som räknas."),
    remedy: Localized(
      en:
        "Do not rely on it. Get the log's public key from who keeps the log, by a way you trust, and the checkpoint anew.",
      sv:
        "Lita inte på den. Hämta loggens publika nyckel från den som för loggen, på ett sätt du litar på, och kontrollpunkten på nytt."
    ))

  /// The checkpoint is of another log.
  public static let foreignOrigin = DiagnosticCode(
    "NOTE-08",
    Localized(
      en: "The checkpoint is of another log than the key.",
      sv: "Kontrollpunkten är från en annan logg än nyckeln."),
    remedy: Localized(
      en: "Compare the origins, and take the checkpoint or the key of the log you mean.",
      sv: "Jämför ursprungen, och ta kontrollpunkten eller nyckeln från den logg du menar."))

  /// A signature line claims a known key and is not by it.
  public static let falseSignature = DiagnosticCode(
    "NOTE-09",
    Localized(
      en: "A signature on the checkpoint is not by the key it claims.",
      sv: "En signatur på kontrollpunkten är inte av den nyckel den uppger."),
    remedy: Localized(
      en:
        "Do not rely on it, and keep the file: it was changed, or signed by somebody who pretends.",
      sv: "Lita inte på den, och spara filen: den har ändrats, eller signerats av någon som låtsas."
    ))
}
