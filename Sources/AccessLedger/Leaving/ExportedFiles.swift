import Diagnostics
import EventStore
import Glibc
import Transparency

/// Writes the files of an export, and remembers the digest, the bytes and the lines of each.
struct ExportedFiles {
  /// One file.
  struct File {
    var path: String
    var digest: Digest
    var byteCount: Int
    var lineCount: Int
  }

  let folder: String
  private(set) var files: [File] = []

  init(in folder: String) {
    self.folder = folder
  }

  /// Writes a small file.
  mutating func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    try writing(path) { (put) throws(Diagnostic) in try put(bytes) }
  }

  /// Writes a file piece by piece, and puts it on the medium.
  mutating func writing(
    _ path: String, _ body: (_ put: ([UInt8]) throws(Diagnostic) -> Void) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let whole = "\(folder)/\(path)"
    let system = LinuxFileSystem()
    var offset = 0
    let file = try reporting { () throws(SystemError) in
      try system.open(whole, .creating(mode: 0o600))
    }
    do {
      try body { (bytes) throws(Diagnostic) in
        try reporting { () throws(SystemError) in
          try system.writeAll(file, bytes, at: offset)
        }
        offset += bytes.count
      }
      try reporting { () throws(SystemError) in try system.synchronise(file) }
    } catch {
      let first = error
      // The first thing that went wrong is told.
      do throws(SystemError) { try system.close(file) } catch { throw first }
      throw first
    }
    try reporting { () throws(SystemError) in try system.close(file) }
    try add(path)
  }

  /// Takes a file that was written otherwise into the list.
  mutating func add(_ path: String) throws(Diagnostic) {
    files.append(try Self.look(at: path, in: folder))
  }

  /// What a file holds.
  static func look(at path: String, in folder: String) throws(Diagnostic) -> File {
    var hasher = SHA256()
    var count = 0
    var lines = 0
    try WholeFile.forEachPiece(of: "\(folder)/\(path)") { (piece) throws(Diagnostic) in
      hasher.update(piece)
      count += piece.count
      lines += piece.count { $0 == 0x0A }
    }
    return File(path: path, digest: hasher.digest, byteCount: count, lineCount: lines)
  }

  /// The list as `sha256sum` writes and reads it, in the order of the paths.
  var sums: [UInt8] {
    let lines = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\($0.digest.hexadecimal)  \($0.path)\n" }
    return Array(lines.joined().utf8)
  }
}
