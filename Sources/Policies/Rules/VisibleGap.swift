public import Diagnostics

/// A log that is known to have been longer than its backup goes on under a new name. (RES-02)
public enum VisibleGap {
  public static let code = DiagnosticCode(
    "RES-02",
    Localized(
      en:
        "The log is known to have been longer than the backup: under its old name the lost positions would be used again.",
      sv:
        "Loggen har bevisligen varit längre än säkerhetskopian: under sitt gamla namn skulle de förlorade positionerna användas igen."
    ),
    remedy: Localized(
      en:
        "Look for a newer backup. If there is none, go on under a new name: --origin, such as ledger.example/2.",
      sv:
        "Leta efter en nyare säkerhetskopia. Finns ingen, fortsätt under ett nytt namn: --origin, till exempel liggare.example/2."
    ))

  public static let ground = Ground(
    protects: Localized(
      en:
        "What a witness has seen at a position stays the only thing that is there under that name.",
      sv: "Det ett vittne har sett på en position förblir det enda som står där under det namnet."),
    source: Localized(
      en: "C2SP tlog-witness: a log of one origin never shows two histories",
      sv: "C2SP tlog-witness: en logg med ett ursprung visar aldrig två historier"),
    refused: Localized(
      en: "a backup of 300 events, a witness that has seen 420, and the same origin",
      sv: "en säkerhetskopia med 300 händelser, ett vittne som har sett 420, och samma ursprung"),
    allowed: Localized(
      en: "the same backup with --origin ledger.example/2",
      sv: "samma säkerhetskopia med --origin liggare.example/2"))

  /// - Parameters:
  ///   - size: how many events the backup holds.
  ///   - seen: how many are known to have been; nothing when no more are known.
  public static func check(size: Int64, seen: Int64?, hasNewOrigin: Bool) -> Diagnostic? {
    guard let seen, seen > size, !hasNewOrigin else { return nil }
    return code.diagnostic(
      .init(en: "events in the backup", sv: "händelser i säkerhetskopian", "\(size)"),
      .init(en: "events known to have been", sv: "händelser som bevisligen funnits", "\(seen)"))
  }
}
