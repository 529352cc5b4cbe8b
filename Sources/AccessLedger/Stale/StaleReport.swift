public import AccessModel
public import Diagnostics
import Events
import Projections

/// What a scan for stale access came to.
public struct StaleReport {
  /// What came of one rule.
  public struct Count: Hashable, Sendable {
    /// Flags raised, opened again, and resolved.
    public var raised = 0
    public var reopened = 0
    public var resolved = 0
  }

  public let isDryRun: Bool
  /// Of the rules that something came of.
  public let counts: [StaleRule: Count]
  /// How many things were found stale or risky, flagged before or now.
  public let findingCount: Int
  /// How many grants would have been set to end, when that was too many at once and none was.
  public let heldBackCount: Int
  public internal(set) var batchCount = 0
  /// In a dry run, the bytes of the events that the first batch would be.
  public internal(set) var events: [[UInt8]] = []
  /// What the recorder should know of the recording.
  public internal(set) var warnings: [Diagnostic] = []

  /// All rules together.
  public var total: Count {
    counts.values.reduce(into: Count()) { total, count in
      total.raised += count.raised
      total.reopened += count.reopened
      total.resolved += count.resolved
    }
  }

  init(_ scan: StaleScan, in register: Register, isDryRun: Bool) {
    self.isDryRun = isDryRun
    findingCount = scan.findingCount
    heldBackCount = scan.heldBackCount
    var counts: [StaleRule: Count] = [:]
    for step in scan.steps {
      switch step {
      case .raise(let finding, _, _): counts[finding.rule, default: Count()].raised += 1
      case .reopen(let flag, _):
        guard let rule = register.flags[flag]?.flagged.rule else { continue }
        counts[rule, default: Count()].reopened += 1
      case .resolve(let flag, _):
        guard let rule = register.flags[flag]?.flagged.rule else { continue }
        counts[rule, default: Count()].resolved += 1
      }
    }
    self.counts = counts
  }
}
