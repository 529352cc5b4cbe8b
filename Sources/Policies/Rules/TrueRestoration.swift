public import Diagnostics

/// A restoration stands after what it says that the backup held, and names origins as they are. (RES-03)
public enum TrueRestoration {
  public static let code = DiagnosticCode(
    "RES-03",
    Localized(
      en: "A restoration does not say what the log before it is.",
      sv: "En återställning säger inte vad loggen före den är."),
    remedy: Localized(
      en: "Let the program record it: liggare restore BACKUP FOLDER.",
      sv: "Låt programmet registrera den: liggare restore KOPIA MAPP."))

  public static let ground = Ground(
    protects: Localized(
      en: "From the event alone it can be told where the backup ended and what the log was called.",
      sv: "Av händelsen ensam framgår var säkerhetskopian slutade och vad loggen hette."),
    source: Localized(
      en: "C2SP tlog-checkpoint: a checkpoint is an origin, a size and a root",
      sv: "C2SP tlog-checkpoint: en kontrollpunkt är ett ursprung, en storlek och en rot"),
    refused: Localized(
      en: "an event at position 300 that says that the backup held 310 events",
      sv: "en händelse på position 300 som säger att säkerhetskopian hade 310 händelser"),
    allowed: Localized(
      en: "the same that says 300", sv: "samma händelse som säger 300"))

  /// - Parameters:
  ///   - size: how many events the backup held, as the event says.
  ///   - position: how many events there are before it, of which the first of its batch may be the ledger's own.
  ///   - origin: what the log is called before it.
  ///   - next: what it is called from then on, when that is new, and what it is said to have been called before.
  ///   - keyName: the name of the key that the log is to sign with, when that is new.
  public static func check(
    size: Int64, position: UInt64, origin: String?, next: (name: String, previous: String?)?,
    keyName: String?
  ) -> Diagnostic? {
    let isNamed = next.map { $0.name != origin && $0.previous == origin } ?? true
    let isKeyed = keyName.map { $0 == next?.name ?? origin } ?? (next == nil)
    guard size >= 0, UInt64(size) <= position, isNamed, isKeyed else {
      return code.diagnostic(
        .init(en: "size stated", sv: "angiven storlek", "\(size)"),
        .init(en: "events before it", sv: "händelser före", "\(position)"),
        .init(en: "origin", sv: "ursprung", origin ?? "–"))
    }
    return nil
  }
}
