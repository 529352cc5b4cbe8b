public import Chronology
public import Diagnostics
public import Transparency

/// What checking a bundle of evidence came to.
public struct EvidenceVerification: Sendable {
  /// The gravest of what was found, from the last to the first.
  public enum Verdict: Int, Comparable, Sendable {
    /// It holds together, and as many witnesses as the policy wants have cosigned.
    case intact
    /// It holds together, and witnesses that the policy wants are missing.
    case notWitnessed
    /// A signature is not good.
    case badSignature
    /// Something is not as the log had it, or is missing.
    case corruption
    /// The log has said two things that exclude each other.
    case contradiction

    public static func < (left: Verdict, right: Verdict) -> Bool { left.rawValue < right.rawValue }
  }

  /// A witness that has cosigned, and when.
  public struct Sighting: Sendable {
    /// What the policy calls it.
    public var witness: String
    public var seen: Instant
  }

  /// A time stamp that is good.
  public struct Stamp: Sendable {
    /// When it was made, to the second.
    public var made: Instant
    /// How many events the log had that was stamped.
    public var size: UInt64
  }

  /// How much was checked.
  public struct Counts: Sendable {
    public var lines = 0
    /// Lines with a proof that leads to the checkpoint.
    public var proofs = 0
    /// Batches with a good signature.
    public var signatures = 0
    /// Texts that open what the log commits to.
    public var texts = 0
    /// Texts that are said to be erased or locked.
    public var withheld = 0
  }

  public internal(set) var verdict = Verdict.intact
  /// What was found; at most 1,000.
  public internal(set) var findings: [Diagnostic] = []
  public internal(set) var counts = Counts()
  /// The log that it says it is from.
  public internal(set) var origin: String
  /// What it says it is about.
  public internal(set) var subject: EvidenceSubject
  /// What the log signed; `nil` when that cannot be read.
  public internal(set) var head: TreeHead?
  /// The witnesses that have cosigned, as far as the policy knows them.
  public internal(set) var sightings: [Sighting] = []
  /// Whether the keys of the log and of its witnesses were taken from the bundle itself.
  public internal(set) var usesOwnPolicy: Bool
  /// Whether the certificates of the authority were taken from the bundle itself.
  public internal(set) var usesOwnAuthorities: Bool
  public internal(set) var stamp: Stamp?

  static let findingsMax = 1_000

  mutating func add(_ finding: Diagnostic, _ verdict: Verdict = .corruption) {
    self.verdict = max(self.verdict, verdict)
    if findings.count < Self.findingsMax { findings.append(finding) }
  }
}

extension EvidenceBundle {
  /// Checks all that can be checked without the ledger.
  ///
  /// - Parameters:
  ///   - policy: whose signatures count. With the bundle's own, in its place, what is shown is that the bundle holds together, and
  ///     not whose log it is.
  ///   - authorities: the certificates that a time stamp must lead to, in PEM; the bundle's own when left out.
  /// - Throws: `EVI-02` when it is no bundle. What is wrong with one is in the answer.
  public func verify(
    policy: WitnessPolicy? = nil, authorities: [UInt8]? = nil
  ) throws(Diagnostic) -> EvidenceVerification {
    guard let heading = files[Name.format].flatMap(Heading.init) else {
      throw EvidenceCodes.noBundle.diagnostic()
    }
    var audit = EvidenceAudit(bundle: self, heading: heading, policy: policy)
    audit.result.usesOwnAuthorities = authorities == nil
    audit.checkSums()
    guard audit.readLines() else { return audit.result }
    audit.checkCheckpoint()
    audit.checkProofs()
    audit.checkBatches()
    audit.checkFacts()
    audit.checkTexts()
    audit.checkTimestamp(authorities)
    return audit.result
  }
}
