public import Diagnostics
import EventStore
import Glibc
import IdentityRegister
import Transparency

/// A full export that a ledger is to be made of.
public struct ReturnedExport {
  private let folder: String
  private var listed: [(path: String, digest: Digest)] = []

  /// Opens it, and reads every byte: each file must be as it was given out, and no other may lie there.
  ///
  /// - Throws: `EXP-02` with the file, `EXP-03`, `EXP-04`, or why it cannot be read.
  public init(at folder: String) throws(Diagnostic) {
    self.folder = folder
    let fact = Diagnostic.Fact(en: "folder", sv: "mapp", folder)
    guard access(folder + "/EXPORT", F_OK) == 0, access(folder + "/SHA256SUMS", F_OK) == 0 else {
      throw LeavingCodes.notExport.diagnostic(fact)
    }
    try readList()
    let present = try FolderTree.files(in: folder).filter { $0 != "SHA256SUMS" }
    let known = Set(listed.map(\.path))
    for path in present where !known.contains(path) {
      throw Self.altered(
        path, Localized(en: "it is not in SHA256SUMS", sv: "den finns inte i SHA256SUMS"))
    }
    for (path, digest) in listed {
      guard present.contains(path) else {
        throw Self.altered(path, Localized(en: "it is missing", sv: "den saknas"))
      }
      guard try ExportedFiles.look(at: path, in: folder).digest == digest else {
        throw Self.altered(
          path, Localized(en: "its SHA-256 is another", sv: "dess SHA-256 är en annan"))
      }
    }
    let mark = String(
      decoding: try WholeFile.read(folder + "/EXPORT", bytesMax: 1_024), as: UTF8.self
    )
    .split(separator: "\n")
    guard let first = mark.first, first == FullExport.mark, mark.count == 2 else {
      throw LeavingCodes.notExport.diagnostic(
        fact, .init(en: "it says", sv: "den anger", mark.first.map(String.init) ?? ""))
    }
    guard mark[1] == FullExport.withIdentities else {
      throw LeavingCodes.withoutIdentities.diagnostic(fact)
    }
  }

  private static func altered(_ path: String, _ why: Localized) -> Diagnostic {
    LeavingCodes.altered.diagnostic(
      .init(en: "file", sv: "fil", path), .init(en: "why", sv: "varför", localized: why))
  }

  private mutating func readList() throws(Diagnostic) {
    let bytes = try WholeFile.read(folder + "/SHA256SUMS", bytesMax: FullExport.listBytesMax)
    guard bytes.last == 0x0A else { throw Self.malformedList(line: 1) }
    var seen: Set<String> = []
    for (place, line) in bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      guard line.count > 66, let digest = Digest(hexadecimal: line.prefix(64)),
        line.dropFirst(64).prefix(2).elementsEqual([0x20, 0x20]),
        let path = String(validating: line.dropFirst(66), as: UTF8.self),
        !path.hasPrefix("/"), !path.split(separator: "/").contains(".."), seen.insert(path).inserted
      else { throw Self.malformedList(line: place + 1) }
      listed.append((path, digest))
    }
  }

  private static func malformedList(line: Int) -> Diagnostic {
    altered(
      "SHA256SUMS",
      Localized(en: "line \(line) is not of the form", sv: "rad \(line) har inte formen"))
  }

  /// Makes a backup of it, which a ledger can be restored from: the log's own bytes, and a register of names and texts made of the lines.
  ///
  /// - Parameter target: a folder that is not there yet, or was left by an attempt that was cut off.
  public func unpack(to target: String) throws(Diagnostic) {
    try FolderTree.remove(target)
    try FolderTree.make(target)
    for (path, _) in listed where path.hasPrefix("log/") {
      try copy(path, to: target, as: String(path.dropFirst(4)))
    }
    // Folders that hold nothing have no file that tells of them.
    for name in ["segments", "quarantine", "checkpoints", "timestamps"] {
      try FolderTree.make("\(target)/\(name)")
    }
    let kept = CopiedIdentities(folder: target)
    try IdentityRegister.create(at: kept.draft)
    let register = try IdentityRegister(opening: kept.draft, .readWrite)
    for part in RegisterPart.allCases {
      let bytes = try WholeFile.read(
        "\(folder)/identities/\(part.rawValue).ndjson", bytesMax: Int.max)
      try register.take(part, bytes.split(separator: 0x0A))
    }
    try kept.adoptDraft()
  }

  /// Puts what lay beside the log beside the ledger that was made, where nothing is yet.
  public func placeBeside(_ ledger: String) throws(Diagnostic) {
    for name in FullExport.beside {
      var status = stat()
      guard listed.contains(where: { $0.path == "beside/\(name)" }),
        lstat("\(ledger)/\(name)", &status) != 0
      else { continue }
      try copy("beside/\(name)", to: ledger, as: name)
    }
  }

  /// Takes away what `unpack` made.
  public static func discard(_ target: String) throws(Diagnostic) { try FolderTree.remove(target) }

  private func copy(_ path: String, to target: String, as name: String) throws(Diagnostic) {
    var parent = target
    for part in name.split(separator: "/").dropLast() {
      parent += "/\(part)"
      try FolderTree.make(parent)
    }
    var files = ExportedFiles(in: target)
    try files.writing(name) { (put) throws(Diagnostic) in
      try WholeFile.forEachPiece(of: "\(folder)/\(path)") { (piece) throws(Diagnostic) in
        try put(Array(piece))
      }
    }
  }
}
