public import AccessModel
public import Diagnostics

/// What a job came to.
public struct JobReport {
  /// What came of a job.
  public enum Outcome: CodedValue {
    /// There was nothing to do.
    case nothingDue
    /// Something was recorded, or would be.
    case recorded
    /// A new checkpoint was issued, or what was published was mended.
    case published
    /// Something was sent or written outside the ledger.
    case delivered
    /// Nothing was recorded, and something waits for somebody.
    case waiting
    /// It was not done; the reason is told.
    case failed

    public var code: StaticString {
      switch self {
      case .nothingDue: "nothing-due"
      case .recorded: "recorded"
      case .published: "published"
      case .delivered: "delivered"
      case .waiting: "waiting"
      case .failed: "failed"
      }
    }

    public var word: Localized {
      switch self {
      case .nothingDue: Localized(en: "nothing was due", sv: "inget hade förfallit")
      case .recorded: Localized(en: "recorded", sv: "registrerat")
      case .published: Localized(en: "published", sv: "publicerat")
      case .delivered: Localized(en: "delivered", sv: "levererat")
      case .waiting: Localized(en: "waits for somebody", sv: "väntar på någon")
      case .failed: Localized(en: "failed", sv: "misslyckades")
      }
    }

    public static let codes = CodeTable<Outcome>()
  }

  public let job: Job
  /// How many events were recorded, or would be.
  public internal(set) var eventCount = 0
  /// How many signed batches they came in.
  public internal(set) var batchCount = 0
  /// Whether something new was published.
  public internal(set) var isPublished = false
  /// How many letters were sent or files written outside the ledger.
  public var deliveredCount = 0
  /// What stays as it is until somebody acts, one line for each.
  public var waiting: [Diagnostic] = []
  /// Grants that silence would have taken and that are spared, by review.
  public internal(set) var spared: [(review: ReviewID, grants: [GrantID])] = []
  /// How many grants a scan would have set to end, when that was too many at once and none was.
  public internal(set) var heldBackCount = 0
  /// In a dry run, the bytes of the events that would be recorded.
  public internal(set) var events: [[UInt8]] = []
  /// What the recorder should know of the recording.
  public internal(set) var warnings: [Diagnostic] = []
  public var isFailed = false

  public init(_ job: Job) {
    self.job = job
  }

  /// How many things wait for somebody.
  public var waitingCount: Int { waiting.count + spared.count + (heldBackCount > 0 ? 1 : 0) }

  public var outcome: Outcome {
    if isFailed { return .failed }
    if eventCount > 0 { return .recorded }
    if waitingCount > 0 { return .waiting }
    if deliveredCount > 0 { return .delivered }
    return isPublished ? .published : .nothingDue
  }
}
