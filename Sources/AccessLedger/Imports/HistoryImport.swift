import Diagnostics
public import EventStore
import Interchange

/// How far an import has come.
public struct ImportProgress: Hashable, Sendable {
  public var operationCount: Int
  public var bytesRead: Int64
  /// `nil` when the length is not known beforehand.
  public var bytesTotal: Int64?
}

/// Takes over a register from the neutral operation stream: one operation per line, in time order.
///
/// Structure is strict: an operation that makes no sense where it stands stops the import, with its line, and everything before it stands.
/// Running it again goes on; a finished import run again records nothing. The organisation's rules are not asked for leave: where
/// history broke them it is recorded as it was, and counted in the report.
public struct HistoryImport {
  /// The file, NDJSON.
  public var path: String
  /// Whether to read and judge everything, and record nothing.
  public var isDryRun: Bool
  /// Called now and then, and once at the end.
  public var progress: (ImportProgress) -> Void

  /// From which batch on the indexes of texts are left to be made at the end: a run that long adds tens of thousands of texts.
  var firstBatchWithoutIndexes = 8

  /// How many operations pass between two calls of `progress`.
  static let progressStep = 1_024

  public init(
    path: String, isDryRun: Bool = false, progress: @escaping (ImportProgress) -> Void = { _ in }
  ) {
    self.path = path
    self.isDryRun = isDryRun
    self.progress = progress
  }

  /// Reads the file to its end, or to what stops it, which is in the report.
  ///
  /// - Throws: what keeps it from beginning: no such file (`FIL-01`), a key or a role that is missing (`LED-03`, `ROL-01`).
  public func run(
    on ledger: Ledger, signedBy signer: some BatchSigner
  ) throws(LedgerError) -> HistoryImportReport {
    let file: InputFile
    do throws(Diagnostic) { file = try InputFile(path) } catch { throw .unavailable(error) }
    let stream = OperationStream { (chunk) throws(Diagnostic) in try file.read(into: &chunk) }
    var run = try HistoryRun(
      ledger, signer: signer, isDryRun: isDryRun,
      firstBatchWithoutIndexes: firstBatchWithoutIndexes)
    let operations = OperationsAhead(stream) { file.bytesRead }
    return run.takeAll(operations) { count in
      progress(
        ImportProgress(
          operationCount: count, bytesRead: operations.bytesRead, bytesTotal: file.byteCount))
    }
  }
}
