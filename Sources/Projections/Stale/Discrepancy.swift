public import AccessModel
public import Chronology

/// A difference between the register and what a system really gave.
public struct Discrepancy: Hashable, Sendable {
  /// Which way they differ.
  public enum Matter: Hashable, Sendable {
    /// The register has it, and the system does not.
    case missing(GrantID)
    /// The system gives it, and the register has no grant of it.
    case unknown(AccountRight)
    /// The system gives it, and by the register it should not work.
    case differing(GrantID)
  }

  public var reconciliation: ReconciliationID
  public var system: SystemID
  /// Its number in the reconciliation, from 1.
  public var number: Int64
  public var matter: Matter
  /// When the system was read.
  public var taken: Instant
  /// What was done about it, when something was.
  public var resolution: DiscrepancyResolutionRow?
}

extension ReconciliationRow {
  /// Every difference that it found, in order, each with what had been done about it at a moment.
  public func discrepancies(at moment: Instant) -> [Discrepancy] {
    let matters: [Discrepancy.Matter] =
      missing.map { .missing($0) } + unknown.map { .unknown($0) } + differing.map { .differing($0) }
    return matters.enumerated().map { index, matter in
      let number = Int64(index) + 1
      return Discrepancy(
        reconciliation: id, system: system, number: number, matter: matter, taken: taken,
        resolution: resolutions.first {
          $0.number == number && $0.fact.effective <= moment
        })
    }
  }
}

extension Register {
  /// The reconciliation of a system that counts at a moment: the one whose reading is newest, and of those the last recorded.
  public func reconciliation(of system: SystemID, at moment: Instant) -> ReconciliationRow? {
    var found: ReconciliationRow?
    for row in reconciliations.rows where row.system == system && row.fact.effective <= moment {
      if let present = found, present.taken > row.taken { continue }
      found = row
    }
    return found
  }

  /// The differences in a system that nothing has been done about, by the newest reconciliation.
  public func openDiscrepancies(in system: SystemID, at moment: Instant) -> [Discrepancy] {
    (reconciliation(of: system, at: moment)?.discrepancies(at: moment) ?? [])
      .filter { $0.resolution == nil }
  }
}
