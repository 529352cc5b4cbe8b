public import Diagnostics

/// A correction names an earlier event of the log, by its position and its identifier. (INV-52)
public enum CorrectionTarget {
  public static let code = DiagnosticCode(
    "INV-52",
    Localized(
      en: "There is no such event before this one to correct.",
      sv: "Det finns ingen sådan händelse före denna att rätta."),
    remedy: Localized(
      en:
        "Look the position up: liggare log. An event is corrected by its own position, not by that of what it is about.",
      sv:
        "Slå upp positionen: liggare log. En händelse rättas genom sin egen position, inte genom positionen för det den handlar om."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "A correction must be readable both ways: from the event to what was said of it, and back.",
      sv:
        "En rättelse ska gå att läsa åt båda hållen: från händelsen till det som sagts om den, och tillbaka."
    ),
    source: Localized(
      en: "OSL 4:1: it is evident when data was added and changed; GDPR Article 16; ISO 27001 5.33",
      sv:
        "OSL 4:1: det framgår när uppgifter har tillförts och ändrats; GDPR artikel 16; ISO 27001 5.33"
    ),
    refused: Localized(
      en: "liggare event correct 9999 --void, in a log of 120 events",
      sv: "liggare event correct 9999 --void, i en logg med 120 händelser"),
    allowed: Localized(
      en: "liggare event correct 17 --void",
      sv: "liggare event correct 17 --void"))

  /// - Parameter size: the number of events before the correction.
  public static func violation(position: Int64, size: UInt64) -> Diagnostic {
    code.diagnostic(
      .init(en: "position", sv: "position", "\(position)"),
      .init(en: "events before it", sv: "händelser före", "\(size)"))
  }
}
