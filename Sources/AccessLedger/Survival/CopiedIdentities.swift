import Diagnostics
import EventStore
import Glibc
import IdentityRegister
import Transparency

/// The register of identities in a backup, and the file beside it that says which bytes it has.
///
/// `identities.sha256` is in the form of `sha256sum`. While the register is replaced it has two lines, for the old and the new.
struct CopiedIdentities {
  let folder: String
  let files: any FileSystem = LinuxFileSystem()

  var path: String { "\(folder)/\(IdentityRegister.fileName)" }
  var draft: String { path + ".tmp" }
  private var digests: String { "\(folder)/identities.sha256" }

  /// Copies a register to the draft, in place of one that was cut off.
  func copy(_ register: IdentityRegister) throws(Diagnostic) {
    try reporting { () throws(SystemError) in
      try files.removeIfPresent(draft)
      try files.removeIfPresent(draft + "-journal")
    }
    try register.copy(to: draft)
  }

  /// Puts the draft in its place.
  func adoptDraft() throws(Diagnostic) {
    let new = try digest(of: draft)
    var known = try knownDigests()
    known.append(new)
    try write(known)
    try reporting { () throws(SystemError) in
      try files.rename(draft, to: path)
      try files.synchroniseFolder(folder)
    }
    try write([new])
  }

  /// Puts the draft in its place in a ledger, which goes on changing it.
  func adoptInLedger() throws(Diagnostic) {
    try reporting { () throws(SystemError) in
      try files.rename(draft, to: path)
      try files.synchroniseFolder(folder)
    }
  }

  /// Refuses a register whose bytes are not those that were copied.
  ///
  /// - Throws: `BAK-07`.
  func check() throws(Diagnostic) {
    let found = try digest(of: path)
    guard try knownDigests().contains(found) else {
      throw BackupCode.damaged.diagnostic(
        .init(en: "file", sv: "fil", path),
        .init(en: "SHA-256", sv: "SHA-256", found.hexadecimal))
    }
  }

  private func write(_ known: [Digest]) throws(Diagnostic) {
    let text = known.map { "\($0.hexadecimal)  \(IdentityRegister.fileName)\n" }.joined()
    try reporting { () throws(SystemError) in
      try files.replace(digests, draft: digests + ".tmp", folder: folder, with: Array(text.utf8))
    }
  }

  private func knownDigests() throws(Diagnostic) -> [Digest] {
    let bytes = try reporting { () throws(SystemError) in
      try files.contentsIfPresent(of: digests, limit: 4_096)
    }
    return (bytes ?? []).split(separator: 0x0A).compactMap { Digest(hexadecimal: $0.prefix(64)) }
  }

  private func digest(of path: String) throws(Diagnostic) -> Digest {
    var hasher = SHA256()
    try WholeFile.forEachPiece(of: path) { (piece) throws(Diagnostic) in hasher.update(piece) }
    return hasher.digest
  }
}
