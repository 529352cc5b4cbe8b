import CanonicalJSON
public import Chronology
public import Diagnostics

/// What was refused, run or recovered: JSON Lines beside the log and outside of its proof.
///
/// ```text
/// {"time":"…","principal":"…","verb":"…","code":"…","detail":{"<name>":"<value>",…}} LF
/// ```
///
/// The names of the facts are the English ones. It is for people and for monitoring; nothing in the
/// ledger depends on it.
public struct OperationsLog {
  private let files: any FileSystem
  private let path: String

  /// The operations log of the ledger in a folder.
  public init(ledger path: String, files: any FileSystem = LinuxFileSystem()) {
    self.files = files
    self.path = LedgerFolder(path: path).operations
  }

  /// The log of reads of the ledger in a folder: of the same form, in a file of its own (INV-56).
  public init(readsOf path: String, files: any FileSystem = LinuxFileSystem()) {
    self.files = files
    self.path = LedgerFolder(path: path).reads
  }

  /// The largest file that `entries` reads, in bytes.
  public static let bytesMax = 256 << 20

  /// Every line, oldest first; `nil` stands for one that is not of this form, such as one that was cut off.
  ///
  /// - Throws: why the file could not be read, or that it is larger than `bytesMax`.
  public func entries() throws(Diagnostic) -> [OperationsEntry?] {
    let bytes: [UInt8]?
    do throws(SystemError) {
      bytes = try files.contentsIfPresent(of: path, limit: Self.bytesMax)
    } catch {
      throw error.diagnostic()
    }
    return (bytes ?? []).split(separator: 0x0A).map { OperationsEntry(line: Array($0)) }
  }

  /// Adds one line, at the end, in one write.
  ///
  /// Control characters become spaces and what is longer than 16 KiB is cut, so that no text can
  /// make a second line.
  /// - Returns: `nil`, or why nothing was written. It is returned and not thrown so that it never
  ///   takes the place of the refusal that was to be noted.
  public func note(
    time: Instant, principal: String, verb: String, code: String,
    detail: [Diagnostic.Fact] = []
  ) -> Diagnostic? {
    var writer = JSONWriter()
    writer.raw("{\"time\":\"")
    time.write(to: &writer.bytes)
    writer.raw("\",\"principal\":")
    writer.string(Self.oneLine(principal))
    writer.raw(",\"verb\":")
    writer.string(Self.oneLine(verb))
    writer.raw(",\"code\":")
    writer.string(Self.oneLine(code))
    writer.raw(",\"detail\":{")
    var isFirst = true
    for fact in detail where writer.bytes.count < 16_384 {
      if !isFirst { writer.raw(",") }
      isFirst = false
      writer.string(Self.oneLine(fact.name.english))
      writer.raw(":")
      writer.string(Self.oneLine(fact.value.english))
    }
    writer.raw("}}\n")
    do throws(SystemError) {
      try files.withFile(path, .appending(mode: 0o600)) { (file) throws(SystemError) in
        try files.writeAll(file, writer.bytes, at: 0)
      }
      return nil
    } catch {
      return error.diagnostic()
    }
  }

  /// The text without control characters, at most 1,000 characters of it.
  private static func oneLine(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.prefix(1_000).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
