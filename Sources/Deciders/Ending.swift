import AccessModel
import Chronology
import Diagnostics
import Policies

/// When something ends: at the moment of the command, or with a last day.
struct Ending {
  /// When the event that says so is true: when it was decided, or when it came, whichever is first.
  var effective: Instant
  /// The first moment after the last day, when one was given.
  var until: Instant?

  /// The first moment when what is ended no longer holds.
  var end: Instant { until ?? effective }
}

extension Drafting {
  /// An ending with the last day that was given, which lasts to its end in the ledger's zone.
  func ending(lastDay: Day?) throws(Rejection) -> Ending {
    guard let lastDay else { return Ending(effective: context.moment, until: nil) }
    let end = context.zone.end(of: lastDay)
    if let effective = context.effective, end < effective {
      throw Rejection(
        ReferenceCodes.lastDay.diagnostic(
          .init(en: "last day", sv: "sista dag", "\(lastDay)"),
          .init(en: "effective", sv: "gäller från", at: effective)))
    }
    return Ending(effective: min(context.moment, end), until: end)
  }

  /// Refuses what has ended already (INV-22), and an end that comes later than the one that is planned.
  func check(
    _ ending: Ending, of matter: TerminalStates.Matter, _ thing: String, state: Localized,
    planned: Instant?
  ) throws(Rejection) {
    guard let planned else { return }
    guard planned > context.now else {
      throw Rejection(TerminalStates.violation(of: matter, thing, state: state, at: planned))
    }
    guard ending.end < planned else {
      throw Rejection(
        ReferenceCodes.laterEnd.diagnostic(
          .init(en: "what", sv: "vad", thing),
          .init(en: "planned end", sv: "planerat slut", end: planned),
          .init(en: "proposed end", sv: "föreslaget slut", end: ending.end)))
    }
  }
}
