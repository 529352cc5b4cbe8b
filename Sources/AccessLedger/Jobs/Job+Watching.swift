import AccessModel
import Chronology
import Diagnostics
import Projections

extension JobRun {
  /// How far ahead duties are looked for: longer than any ladder of reminders.
  public static let horizonMilliseconds: Int64 = 400 * 86_400_000

  /// The duties of some kinds that are late, or whose last day comes within so many days; the earliest due first.
  func duties(
    of kinds: [DutyKind], within days: Int64, on ledger: Ledger
  ) throws(LedgerError) -> [Duty] {
    let horizon = moment.advanced(byMilliseconds: days * 86_400_000 + 1)
    return try duties(on: ledger).filter { $0.due < horizon && kinds.contains($0.kind) }
  }

  /// The duties of all kinds that are late, or that fall due as far ahead as anybody is told of; the earliest due first.
  func duties(on ledger: Ledger) throws(LedgerError) -> [Duty] {
    let register = ledger.register
    let zone = try ledger.timeZone()
    return known.list(at: register.position) {
      register.duties(
        at: moment, until: moment.advanced(byMilliseconds: Self.horizonMilliseconds), in: zone)
    }
  }

  /// Tells each of some duties as waiting for somebody.
  func watch(
    _ kinds: [DutyKind], within days: Int64, on ledger: Ledger, _ report: inout JobReport
  ) throws(LedgerError) {
    report.waiting += try duties(of: kinds, within: days, on: ledger).map(Self.waiting)
  }

  private static func waiting(_ duty: Duty) -> Diagnostic {
    JobCodes.duty.diagnostic(
      facts: [
        .init(en: "what", sv: "vad", localized: duty.kind.word),
        .init(en: "concerns", sv: "gäller", duty.subject),
        .init(en: "late from", sv: "försenat från", at: duty.due),
      ]
        + (duty.actors.isEmpty
          ? [] : [.init(Localized(en: "for", sv: "åligger"), persons: duty.actors.map { "\($0)" })])
        + [
          .init(en: "recorded by", sv: "registreras med", duty.command)
        ])
  }
}
