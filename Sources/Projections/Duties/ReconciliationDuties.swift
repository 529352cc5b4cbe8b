import AccessModel
import Chronology
import Diagnostics
import Policies

/// Systems whose real rights are to be held against the register again.
///
/// How old that may be is what the rules say of sources (`review.source-age`); where they bound nothing, nothing is due.
public enum ReconciliationDuties: DutySource {
  public static let kind = DutyKind(
    "reconciliation",
    Localized(
      en: "Reconcile a system with the register", sv: "Stäm av ett system mot registret"),
    consequence: Localized(
      en: "Nobody knows whether the system gives what the register says.",
      sv: "Ingen vet om systemet ger det som registret säger."))

  public static func duties(_ inquiry: DutyInquiry) -> [Duty] {
    let (register, moment) = (inquiry.register, inquiry.moment)
    var read: [SystemID: Instant] = [:]
    for row in register.reconciliations.rows where row.fact.effective <= moment {
      read[row.system] = max(read[row.system] ?? .earliest, row.taken)
    }
    return register.systems.rows.compactMap { system in
      guard system.closing.map({ moment < $0 }) ?? true else { return nil }
      let held = register.grants(in: system.id).map { register.grants[$0] }.filter {
        register.isHeld($0, at: moment)
      }
      guard let first = held.map(\.begun.effective).min() else { return nil }
      let limit = register.policy(for: system.id, unit: nil, at: moment).reviews.sourceAge
      guard !limit.isNone else { return nil }
      let since = max(read[system.id] ?? .earliest, first)
      var duty = Duty(
        kind, "\(system.id)", actors: inquiry.executors(of: system.id),
        due: limit.due(after: since), since: since,
        command: "liggare reconcile \(system.id) --snapshot …")
      duty.system = system.id
      return duty
    }
  }
}
