public import Chronology
public import Diagnostics
public import Transparency

/// What the witnesses of a ledger said.
public struct WitnessReport: Hashable, Sendable {
  /// What one witness said.
  public enum Outcome: Hashable, Sendable {
    /// It has seen the checkpoint, and cosigned at this time.
    case cosigned(Instant)
    /// It could not be asked, or gave no answer that can be used.
    case unreached(Diagnostic)
    /// It has seen something else.
    case contradicts(Diagnostic)
    /// Its line in the policy says no address: somebody carries requests to it.
    case notAsked
  }

  /// A witness, what it said, and what it had cosigned last.
  public struct Entry: Hashable, Sendable {
    public var witness: WitnessPolicy.Witness
    public var outcome: Outcome
    /// The size of the newest checkpoint that it has cosigned, and when; nothing when there is none here.
    public var lastSize: UInt64?
    public var lastSeen: Instant?
  }

  public var entries: [Entry]
  /// The checkpoint that they were asked about, with the cosignatures it has now; nothing when none was issued.
  public var checkpoint: SignedCheckpoint?
  /// The newest checkpoint that enough witnesses have seen, and when the last of them did.
  public var settled: (checkpoint: SignedCheckpoint, seen: Instant)? {
    settledCheckpoint.flatMap { checkpoint in settledAt.map { (checkpoint, $0) } }
  }
  var settledCheckpoint: SignedCheckpoint?
  var settledAt: Instant?

  /// The contradictions, of which one is enough.
  public var contradictions: [Diagnostic] {
    entries.compactMap {
      if case .contradicts(let diagnostic) = $0.outcome { diagnostic } else { nil }
    }
  }
}
