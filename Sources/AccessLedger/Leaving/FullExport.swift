public import Diagnostics
import EventStore
import Glibc
import IdentityRegister
public import Transparency

/// What a full export came to.
public struct FullExportReceipt: Hashable, Sendable {
  /// What of the log it holds.
  public var head: TreeHead
  public var fileCount: Int
  public var byteCount: Int
  /// The SHA-256 of its list of digests: whoever has it can tell the export from any other.
  public var digest: Digest
}

/// Everything that a ledger holds, in a folder of plain files that say what they are.
///
/// ```
/// EXPORT            "liggare-export 1", and whether names and texts are in it
/// SHA256SUMS        the SHA-256 of every file but this one, as sha256sum writes it
/// manifest.json     the log's name, size, root and checkpoint, and each file's bytes, lines and digest
/// README.md         what is what
/// log/              the log's own bytes, as a backup has them: FORMAT, head, segments/*.ndjson, checkpoints/ …
/// identities/       names and texts, a part of the register a file, NDJSON
/// beside/           what lies beside the log and proves nothing: operations.log, reads.log, notices
/// documentation/    what the events and the codes mean, and what else the caller gives
/// ```
public struct FullExport {
  /// The first line of `EXPORT`.
  public static let mark = "liggare-export 1"
  static let withIdentities = "identities"
  static let withoutIdentities = "no identities"
  /// What lies beside the log.
  static let beside = ["operations.log", "reads.log", "notices"]
  /// The largest small file that is read whole.
  static let listBytesMax = 64 << 20

  private let ledger: Ledger
  private let folder: String
  private let hasIdentities: Bool
  private var files: ExportedFiles

  private var staging: String { folder + ".exporting" }

  /// - Parameter folder: where it will be; nothing is there yet.
  /// - Throws: `EXP-01`.
  public init(of ledger: Ledger, to folder: String, withIdentities: Bool) throws(Diagnostic) {
    var folder = folder
    while folder.utf8.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    self.ledger = ledger
    self.folder = folder
    hasIdentities = withIdentities
    files = ExportedFiles(in: folder + ".exporting")
    var status = stat()
    guard lstat(folder, &status) != 0 else {
      throw LeavingCodes.folderTaken.diagnostic(.init(en: "folder", sv: "mapp", folder))
    }
  }

  /// Writes it beside its place, reads every byte of the log back, and gives it its name when all is there.
  ///
  /// - Parameters:
  ///   - documents: what tells the meaning of it, by path below `documentation`.
  ///   - readme: the page that tells what is what.
  ///   - manifest: the manifest, made of the head, the checkpoint and the files.
  /// - Throws: `BAK-07` when the log and its texts do not hold together, and what the system says.
  public mutating func write(
    documents: [(path: String, bytes: [UInt8])], readme: [UInt8],
    manifest: (TreeHead, _ checkpoint: String?, _ files: [ManifestFile]) -> [UInt8],
    progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(LedgerError) -> FullExportReceipt {
    do throws(Diagnostic) {
      // What an export that was cut off left behind.
      try FolderTree.remove(staging)
      try FolderTree.make(staging)
      let copy = try LedgerCopy(of: ledger.log, to: staging + "/log", as: .backup)
      _ = try copy.copy(progress: progress)
      if hasIdentities {
        try writeIdentities(copy)
      }
      try copy.commit()
      for path in try FolderTree.files(in: staging + "/log") { try files.add("log/\(path)") }
      try writeBeside()
      try FolderTree.make(staging + "/documentation")
      for document in documents {
        try files.write(document.bytes, to: "documentation/\(document.path)")
      }
      try files.write(readme, to: "README.md")
      let mark = "\(Self.mark)\n\(hasIdentities ? Self.withIdentities : Self.withoutIdentities)\n"
      try files.write(Array(mark.utf8), to: "EXPORT")
      let described = files.files.map {
        ManifestFile(
          path: $0.path, digest: $0.digest, byteCount: $0.byteCount, lineCount: $0.lineCount)
      }
      try files.write(
        manifest(copy.head, try checkpoint(of: copy.head.size), described), to: "manifest.json")
      let sums = files.sums
      let receipt = FullExportReceipt(
        head: copy.head, fileCount: files.files.count,
        byteCount: files.files.reduce(0) { $0 + $1.byteCount }, digest: SHA256.digest(of: sums))
      try files.write(sums, to: "SHA256SUMS")
      try reporting { [staging, folder] () throws(SystemError) in
        let system = LinuxFileSystem()
        try system.synchroniseFolder(staging)
        try system.rename(staging, to: folder)
        try system.synchroniseFolder(LedgerFiles.parent(folder))
      }
      return receipt
    } catch {
      // What is half written helps nobody, and holds names.
      do throws(Diagnostic) { try FolderTree.remove(staging) } catch _ {}
      throw LedgerError(copying: error)
    }
  }

  /// Writes names and texts as lines, from a copy that is held against the log first.
  private mutating func writeIdentities(_ copy: LedgerCopy) throws(Diagnostic) {
    // After the log: a text is written before its event.
    let kept = CopiedIdentities(folder: staging)
    try kept.copy(try ledger.identities)
    let draft = try IdentityRegister(opening: kept.draft, .readOnly)
    do throws(LedgerError) { _ = try CopyAudit.check(copy, with: draft) } catch {
      throw error.diagnostics[0]
    }
    try FolderTree.make(staging + "/identities")
    for part in RegisterPart.allCases {
      try files.writing("identities/\(part.rawValue).ndjson") { (put) throws(Diagnostic) in
        try draft.forEachLine(of: part) { (line) throws(Diagnostic) in try put(line + [0x0A]) }
      }
    }
    try reporting { () throws(SystemError) in try LinuxFileSystem().remove(kept.draft) }
  }

  private mutating func writeBeside() throws(Diagnostic) {
    try FolderTree.make(staging + "/beside")
    for name in Self.beside {
      let path = "\(ledger.path)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      try files.writing("beside/\(name)") { (put) throws(Diagnostic) in
        try WholeFile.forEachPiece(of: path) { (piece) throws(Diagnostic) in try put(Array(piece)) }
      }
    }
  }

  /// The checkpoint of that size, when there is one.
  private func checkpoint(of size: UInt64) throws(Diagnostic) -> String? {
    let name = String(String(repeating: "0", count: 20) + "\(size)").suffix(20)
    let bytes = try reporting { [staging] () throws(SystemError) in
      try LinuxFileSystem().contentsIfPresent(
        of: "\(staging)/log/checkpoints/\(name)", limit: SignedNote.bytesMax + 1)
    }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A file of the export, as its manifest tells it.
  public struct ManifestFile: Hashable, Sendable {
    public var path: String
    public var digest: Digest
    public var byteCount: Int
    public var lineCount: Int
  }
}
