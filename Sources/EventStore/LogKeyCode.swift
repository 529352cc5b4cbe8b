public import Diagnostics

/// The codes of the keys that a log signs its checkpoints with.
public enum LogKeyCode {
  /// A private half that is needed is not there.
  public static let missing = DiagnosticCode(
    "LKEY-01",
    Localized(
      en: "The private half of a key that the log signs with is not there.",
      sv: "Den privata halvan av en nyckel som loggen signerar med finns inte på plats."),
    remedy: Localized(
      en:
        "Say where it is with --log-key or $LIGGARE_LOG_KEY, or restore the file from where it is kept; then liggare publish.",
      sv:
        "Ange var den finns med --log-key eller $LIGGARE_LOG_KEY, eller återställ filen därifrån den förvaras; kör sedan liggare publish."
    ))

  /// Others can read the file.
  public static let open = DiagnosticCode(
    "LKEY-02",
    Localized(
      en: "Others can read the file of the log's private key.",
      sv: "Andra kan läsa filen med loggens privata nyckel."),
    remedy: Localized(
      en:
        "Close it: chmod 600 FILE. If others may have read it, replace the key: liggare key rotate-log.",
      sv:
        "Stäng den: chmod 600 FIL. Om andra kan ha läst den, byt nyckel: liggare key rotate-log."))

  /// Every code of the family.
  public static let catalogue = [missing, open]
}
