import AccessLedger
import AuditViews
import Diagnostics
import EventStore
import Glibc
import Transparency
import Witnessing

extension VerificationVerbs {
  /// Asks the witnesses whether they have seen the same; the status when they have not, or too few have.
  static func consultWitnesses(_ session: VerbSession, of ledger: Ledger) throws -> ExitStatus? {
    var policy: WitnessPolicy?
    if let file = session.command.string("witnesses") {
      policy = try WitnessPolicy(try WholeFile.read(file, bytesMax: WitnessPolicy.bytesMax))
    }
    guard let policy = try policy ?? ledger.witnessPolicy() else { return nil }
    let report: WitnessReport
    do throws(LedgerError) {
      try ledger.awaitCheckpoint()
      report = try ledger.consultWitnesses(policy: policy)
    } catch {
      guard case .contradicted = error else { throw error }
      for diagnostic in error.diagnostics { session.tell(diagnostic) }
      return .contradictsWitness
    }
    for case .unreached(let diagnostic) in report.entries.map(\.outcome) {
      session.tell(diagnostic)
    }
    if policy.quorum == nil { return nil }
    guard let settled = report.settled else {
      session.tell(
        Localized(
          en:
            "No checkpoint here has been seen by enough witnesses: that the log was not set back, only they can say.",
          sv:
            "Ingen kontrollpunkt här har setts av tillräckligt många vittnen: att loggen inte backats kan bara de säga."
        ))
      return .witnessStale
    }
    let (size, head) = (settled.checkpoint.head.size, ledger.log.head.size)
    guard size < head else {
      session.tell(
        Localized(
          en: "Enough witnesses have seen all \(head) events.",
          sv: "Tillräckligt många vittnen har sett alla \(head) händelser."))
      return nil
    }
    session.tell(
      Localized(
        en: "Enough witnesses have seen \(size) of \(head) events, the last at \(settled.seen).",
        sv:
          "Tillräckligt många vittnen har sett \(size) av \(head) händelser, senast \(settled.seen)."
      ))
    return .witnessStale
  }
}

extension VerbSession {
  /// How long a writer waits for another one: ten seconds.
  static var patience: FileEventLog.Patience {
    FileEventLog.Patience(tries: 200) { usleep(50_000) }
  }
}
