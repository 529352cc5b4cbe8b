import Diagnostics
import Glibc
import Transparency

/// The file `segments/<first>.leaves`: the leaf hashes of a segment, 32 bytes each, in order.
///
/// It is derived, written after the commit without a sync, and made anew when it is short. It
/// serves to name a damaged line, and is what level 0 of the published tiles is cut from.
extension FileEventLog {
  /// Adds the leaf hashes of what was just committed, from `index` of the segment on.
  ///
  /// The batch is kept whatever happens here. A full disk leaves the file short; any other error
  /// ends the writer, as all errors do.
  func writeLeaves(_ leaves: ArraySlice<Digest>, of segment: UInt64, at index: Int) {
    do throws(SystemError) {
      let path = folder.leaves(segment)
      try files.withFile(path, index == 0 ? .creating(mode: 0o600) : .writing) {
        (file) throws(SystemError) in
        guard try files.size(file) >= index * 32 else { return }
        try leaves.withUnsafeBufferPointer { (leaves) throws(SystemError) in
          try files.writeAll(file, UnsafeRawBufferPointer(leaves), at: index * 32)
        }
      }
    } catch {
      guard error.isDiskFull || error.number == ENOENT || error.number == EEXIST else {
        ending = error.diagnostic()
        return
      }
    }
  }

  /// Makes the leaf hashes of the current segment anew when the file is missing or short.
  func restoreLeaves() throws(Diagnostic) {
    guard log.byteCount > 0 else { return }
    let segment = log.tree.segment
    let path = folder.leaves(segment)
    let count = Int(log.tree.current.size) * 32
    do throws(SystemError) {
      let size = try files.withFile(path, .reading) { (file) throws(SystemError) in
        try files.size(file)
      }
      if size >= count { return }
    } catch {
      guard error.number == ENOENT else { throw error.diagnostic() }
    }
    try replaceLeaves(of: segment, with: try reader.leaves(segment, to: log.byteCount))
  }

  /// Puts a file of leaf hashes in place; a full disk is no error, for the file is derived.
  func replaceLeaves(of segment: UInt64, with leaves: [Digest]) throws(Diagnostic) {
    let path = folder.leaves(segment)
    do throws(SystemError) {
      try files.replace(
        path, draft: path + ".tmp", folder: folder.segments,
        with: leaves.withUnsafeBytes { Array($0) })
    } catch {
      guard error.isDiskFull, !error.isSync else { throw error.diagnostic() }
      try reporting { () throws(SystemError) in try files.removeIfPresent(path + ".tmp") }
    }
  }
}
