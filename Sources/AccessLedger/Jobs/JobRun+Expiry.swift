import AccessModel
import Chronology
import Commands
import Diagnostics
import EventStore
import Policies
import Projections

extension Job {
  /// Notes which grants have ended by themselves.
  public static let expiry = Job(
    "expiry", .daily,
    Localized(
      en: "note which grants have ended by themselves",
      sv: "notera vilka tilldelningar som upphört av sig själva")
  ) { run, ledger, signer, report throws(LedgerError) in
    try run.noteExpiries(on: ledger, signedBy: signer, &report)
  }
}

extension JobRun {
  /// Notes each grant that has ended by itself, with the moment at which it did.
  func noteExpiries(
    on ledger: Ledger, signedBy signer: some BatchSigner, _ report: inout JobReport
  ) throws(LedgerError) {
    try record(on: ledger, signedBy: signer, &report) { ledger throws(LedgerError) in
      let zone = try ledger.timeZone()
      let register = ledger.register
      return register.unnotedExpiries(at: moment).prefix(JobRun.stepsMax).compactMap { id in
        register.grants[id].flatMap { step(for: $0, in: register, zone) }
      }
    }
  }

  private func step(
    for grant: GrantRow, in register: Register, _ zone: TimeZoneRules
  ) -> Recording.Step? {
    guard let end = register.expiry(of: grant, at: moment) else { return nil }
    // Where what is known to hold later makes it end then, it is said of now.
    let isTrueThen = register.expiry(of: grant, at: end.at).map { $0 == end } ?? false
    let effective = isTrueThen ? end.at : moment
    let grace = register.effectivePolicy(
      for: grant.entitlement.system,
      units: grant.person.map { register.workplaces(of: $0, at: effective) } ?? [], at: effective
    ).policy.backdating
    // A day's margin: the batch is recorded a little after this moment.
    let late = Backdating.check(
      effective: effective, recorded: moment.advanced(byMilliseconds: 86_400_000),
      hasReason: false, grace: grace, in: zone)
    return Recording.Step(
      .grant(.noteExpiry(NoteExpiry(grant: grant.id))), effective: effective,
      reason: late == nil ? nil : reason)
  }
}
