import Diagnostics

extension FileEventLog {
  /// Closes full segments: permission bits 0444, then a manifest. Called with the lock held.
  ///
  /// Each segment is read once more from the disk, and its root compared. A manifest that is there
  /// already is left as it is, so that an interrupted sealing is simply done again. A full disk puts
  /// it off: the manifest is derived, and must not stand in the way of the closing event.
  func sealFullSegments() throws(Diagnostic) {
    while let (first, root) = log.unsealed.first {
      if try reader.manifest(first) == nil {
        let (manifest, leaves) = try reader.fullSegment(first)
        guard manifest.root == root else { throw reader.corruption(first, at: manifest.byteCount) }
        try replaceLeaves(of: first, with: leaves)
        do throws(SystemError) {
          try files.withFile(folder.segment(first), .reading) { (file) throws(SystemError) in
            try files.setMode(file, 0o444)
            try files.synchronise(file)
          }
          try files.replace(
            folder.manifest(first), draft: folder.manifestDraft(first), folder: folder.segments,
            with: manifest.bytes)
        } catch {
          guard error.isDiskFull, !error.isSync else { throw error.diagnostic() }
          return try reporting { () throws(SystemError) in
            try files.removeIfPresent(folder.manifestDraft(first))
          }
        }
      }
      log.unsealed.removeFirst()
    }
  }
}
