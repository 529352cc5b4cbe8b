public import Chronology
public import Diagnostics
import Glibc
import Transparency

extension FileEventLog {
  /// Makes a new, empty ledger in an empty folder, or in a new one.
  ///
  /// The folder is closed to everybody but its owner. `FORMAT` is written last: an interrupted
  /// attempt leaves a folder that is no ledger.
  /// - Parameter segmentSize: events per segment file, a power of two from 2 to 65,536.
  /// - Throws: `LOG-05`, `LOG-06`, `LOG-22`, or what the system says.
  public static func create(
    at path: String, origin: String, created: Instant, segmentSize: UInt64 = 65_536,
    files: any FileSystem = LinuxFileSystem()
  ) throws(Diagnostic) {
    precondition(LedgerFormat.isSegmentSize(segmentSize), "A power of two from 2 to 65,536.")
    guard LedgerFormat.isOrigin(origin) else {
      throw StoreCode.originMalformed.diagnostic(
        .init(en: "origin", sv: "ursprung", origin))
    }
    let folder = LedgerFolder(path: path)
    let isEmpty = try reporting { () throws(SystemError) in
      do throws(SystemError) {
        try files.makeFolder(path, mode: 0o700)
        return true
      } catch {
        guard error.number == EEXIST else { throw error }
        return try files.names(in: path).isEmpty
      }
    }
    guard isEmpty else {
      throw StoreCode.folderNotEmpty.diagnostic(.init(en: "folder", sv: "mapp", path))
    }
    try refuseNetworkFileSystem(files, path)
    let format = LedgerFormat(origin: origin, created: created, segmentSize: segmentSize)
    try reporting { () throws(SystemError) in
      try files.withFile(path, .folder) { (file) throws(SystemError) in
        try files.setMode(file, 0o700)
      }
      for inner in [folder.segments, folder.quarantine, folder.checkpoints, folder.published.path] {
        try files.makeFolder(inner, mode: 0o700)
      }
      try files.writeNew(folder.lock, [])
      try files.withFile(folder.reserve, .creating(mode: 0o600)) { (file) throws(SystemError) in
        try files.allocate(file, size: reserveByteCount)
        try files.synchronise(file)
      }
      let head = HeadRecord(head: .empty, segment: 0, byteCount: 0)
      try files.writeNew(folder.head, head.bytes)
      try files.synchroniseFolder(path)
      // The folder's own name, which lies in the folder above.
      try files.synchroniseFolder("\(path)/..")
      try files.replace(
        folder.format, draft: folder.format + ".tmp", folder: path, with: format.bytes)
    }
  }

  /// Refuses file systems of other hosts, by the numbers `statfs(2)` lists.
  ///
  /// FUSE is let through: it is how encrypted and local layered folders come, and cannot be told
  /// apart.
  static func refuseNetworkFileSystem(
    _ files: any FileSystem, _ path: String
  ) throws(Diagnostic) {
    let kind = try reporting { () throws(SystemError) in try files.kind(of: path) }
    let name: String? =
      switch UInt32(truncatingIfNeeded: kind) {
      case 0x6969: "nfs"
      case 0x517B: "smb"
      case 0xFF53_4D42: "cifs"
      case 0xFE53_4D42: "smb2"
      case 0x0102_1997: "9p"
      case 0x00C3_6400: "ceph"
      case 0x5346_414F, 0x6B41_4653: "afs"
      case 0x0116_1970: "gfs2"
      case 0x7461_636F: "ocfs2"
      case 0x0BD0_0BD0: "lustre"
      case 0x564C: "ncp"
      case 0x7375_7245: "coda"
      default: nil
      }
    if let name {
      throw StoreCode.networkFileSystem.diagnostic(
        .init(en: "folder", sv: "mapp", path),
        .init(en: "file system", sv: "filsystem", name))
    }
  }
}
