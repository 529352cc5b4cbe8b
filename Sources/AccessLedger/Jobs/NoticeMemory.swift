import Diagnostics
import EventStore
import Notices

/// The file beside the log that remembers who was told of what. Only the owner of the ledger can read it.
struct NoticeMemory {
  private let folder: String
  private var path: String { "\(folder)/notices" }

  init(of ledger: Ledger) { folder = ledger.path }

  /// - Throws: `JOB-09` when there is such a file and it cannot be read or is of another form.
  func read() throws(Diagnostic) -> SentNotices {
    let bytes: [UInt8]?
    do throws(SystemError) {
      bytes = try LinuxFileSystem().contentsIfPresent(
        of: path, limit: SentNotices.bytesMax)
    } catch {
      throw failure(error.diagnostic().facts)
    }
    guard let bytes else { return SentNotices() }
    guard let text = String(validating: bytes, as: UTF8.self), let told = SentNotices(text) else {
      throw failure([])
    }
    return told
  }

  /// Replaces the file whole.
  ///
  /// - Throws: `JOB-09` when it cannot be written.
  func write(_ told: SentNotices) throws(Diagnostic) {
    do throws(SystemError) {
      try LinuxFileSystem().replace(
        path, draft: path + ".tmp", folder: folder, with: Array(told.text.utf8))
    } catch {
      throw failure(error.diagnostic().facts)
    }
  }

  private func failure(_ facts: [Diagnostic.Fact]) -> Diagnostic {
    JobCodes.memory.diagnostic(facts: [.init(en: "file", sv: "fil", path)] + facts)
  }
}
