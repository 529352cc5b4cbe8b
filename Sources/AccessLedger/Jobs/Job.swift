import AccessModel
public import Diagnostics
import EventStore

/// What a timer has done in a ledger: something that follows from time alone.
///
/// Each job is a value in a file of its own and a line in `JobCatalogue`; nothing else lists them.
public struct Job: Sendable {
  /// Does the job on a ledger that is folded as far as its log goes, and adds to the report what came of it.
  typealias Work =
    @Sendable (JobRun, Ledger, any BatchSigner, inout JobReport) throws(LedgerError) -> Void

  /// ASCII, lower case; stays as it is.
  public let code: String
  /// What it does.
  public let word: Localized
  /// How often it is to run.
  public let schedule: JobSchedule
  let work: Work

  init(_ code: String, _ schedule: JobSchedule, _ word: Localized, work: @escaping Work) {
    self.code = code
    self.schedule = schedule
    self.word = word
    self.work = work
  }
}

extension Job: Hashable {
  public static func == (one: Job, other: Job) -> Bool { one.code == other.code }

  public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

extension Job: CaseIterable {
  /// In the order in which they run.
  public static var allCases: [Job] { JobCatalogue.jobs }

  /// The job of that name.
  public init?(code: String) {
    guard let job = JobCatalogue.jobs.first(where: { $0.code == code }) else { return nil }
    self = job
  }
}
