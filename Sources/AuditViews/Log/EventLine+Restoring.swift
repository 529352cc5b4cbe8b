import AccessModel
import Diagnostics
import Events

/// The sentence of a ledger that was made anew.
extension EventLine {
  static func summary(_ restored: LedgerRestored, _ phrasing: Phrasing) -> Localized {
    let decider = phrasing.person(restored.decider)
    var english =
      "The ledger was restored from a backup of \(restored.size) events, as \(decider) decided"
    var swedish =
      "Liggaren återställdes från en säkerhetskopia med \(restored.size) händelser, enligt beslut av \(decider)"
    if let seen = restored.seenSize {
      let by = restored.seenBy.map { "\($0)" } ?? "–"
      english += "; it is known to have had \(seen) (\(by))"
      swedish += "; den har bevisligen haft \(seen) (\(by))"
    }
    if let origin = restored.origin {
      english += "; the log is called \(origin) from here on"
      swedish += "; loggen heter \(origin) från och med nu"
    }
    return Localized(en: english, sv: swedish)
  }
}
