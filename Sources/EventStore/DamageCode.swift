public import Diagnostics

/// What a verification can find.
public enum DamageCode {
  private static let restore = Localized(
    en: "Keep the folder as it is for the investigation, and restore the events named from a copy.",
    sv:
      "Behåll mappen som den är för utredningen och återställ de nämnda händelserna från en kopia.")

  public static let line = DiagnosticCode(
    "LOG-31",
    Localized(
      en: "A line is not in the form the log keeps.",
      sv: "En rad har inte den form som loggen bevarar."),
    remedy: restore)

  public static let sequence = DiagnosticCode(
    "LOG-32",
    Localized(
      en: "The positions do not follow one upon the other.",
      sv: "Positionerna följer inte på varandra."),
    remedy: restore)

  public static let time = DiagnosticCode(
    "LOG-33",
    Localized(
      en: "An event is recorded before the one that precedes it.",
      sv: "En händelse är registrerad före den som föregår den."),
    remedy: restore)

  public static let batch = DiagnosticCode(
    "LOG-34",
    Localized(en: "A command is not whole.", sv: "Ett kommando är inte helt."),
    remedy: restore)

  public static let signature = DiagnosticCode(
    "LOG-35",
    Localized(
      en: "A signature does not fit the events it stands under.",
      sv: "En signatur stämmer inte med händelserna den står under."),
    remedy: Localized(
      en:
        "Treat the events named as not proven, ask the holder of the key, and compare with a "
        + "copy of the ledger.",
      sv:
        "Betrakta de nämnda händelserna som obevisade, fråga nyckelns innehavare och jämför med "
        + "en kopia av liggaren."
    ))

  public static let key = DiagnosticCode(
    "LOG-36",
    Localized(
      en:
        "A command is signed with a key that was not enrolled, or no longer, at its place in the "
        + "log.",
      sv:
        "Ett kommando är signerat med en nyckel som inte var registrerad, eller inte längre, på "
        + "sin plats i loggen."
    ),
    remedy: Localized(
      en: "Treat the events named as not proven, and find out who held the key.",
      sv: "Betrakta de nämnda händelserna som obevisade och ta reda på vem som hade nyckeln."))

  public static let leaf = DiagnosticCode(
    "LOG-37",
    Localized(
      en: "A line is well formed, but not the one that was committed.",
      sv: "En rad är rätt till formen, men inte den som bekräftades."),
    remedy: restore)

  public static let segment = DiagnosticCode(
    "LOG-38",
    Localized(
      en: "A full segment is not as its manifest says.",
      sv: "Ett fullt segment är inte som dess manifest säger."),
    remedy: restore)

  public static let length = DiagnosticCode(
    "LOG-39",
    Localized(
      en: "A segment is missing, or shorter than what was committed.",
      sv: "Ett segment saknas eller är kortare än det som bekräftades."),
    remedy: restore)

  public static let root = DiagnosticCode(
    "LOG-40",
    Localized(
      en: "The whole of the log does not come to the root in its head.",
      sv: "Loggen som helhet ger inte den rot som står i dess huvud."),
    remedy: Localized(
      en:
        "Compare with a witness or a published checkpoint, which says whether the log or the "
        + "head was changed.",
      sv:
        "Jämför med ett vittne eller en publicerad kontrollpunkt, som visar om loggen eller "
        + "huvudet har ändrats."
    ))

  public static let manifest = DiagnosticCode(
    "LOG-41",
    Localized(
      en: "The manifest of a full segment is damaged.",
      sv: "Manifestet för ett fullt segment är skadat."),
    remedy: StoreCode.manifestDamaged.remedy)

  public static let origin = DiagnosticCode(
    "LOG-42",
    Localized(
      en: "FORMAT calls the log otherwise than its events do.",
      sv: "FORMAT kallar loggen något annat än dess händelser gör."),
    remedy: Localized(
      en: "Restore FORMAT from a copy of the ledger, and find out who changed it.",
      sv: "Återställ FORMAT från en kopia av liggaren, och ta reda på vem som ändrat den."))

  public static let catalogue = [
    line, sequence, time, batch, signature, key, leaf, segment, length, root, manifest, origin,
  ]
}
