import Diagnostics
import Glibc

extension FileEventLog {
  /// Sets the reserve aside again if it is not there; a full disk is no error here.
  ///
  /// The reserve is one mebibyte that belongs to the event which says that the disk is full, and to
  /// putting a torn tail aside meanwhile. An ordinary command is refused as long as it is not
  /// whole, so that ordinary commands never eat what the closing event needs.
  func restoreReserve() throws(Diagnostic) {
    guard !hasReserve else { return }
    do throws(SystemError) {
      if let size = try reserveSize() {
        if size == reserveByteCount {
          hasReserve = true
          return
        }
        try files.remove(folder.reserve)
      }
      try files.withFile(folder.reserve, .creating(mode: 0o600)) { (file) throws(SystemError) in
        try files.allocate(file, size: reserveByteCount)
        try files.synchronise(file)
      }
      try files.synchroniseFolder(folder.path)
      hasReserve = true
    } catch {
      guard error.isDiskFull else { throw error.diagnostic() }
      try reporting { () throws(SystemError) in try files.removeIfPresent(folder.reserve) }
    }
  }

  /// How long the reserve is; `nil` when there is none.
  private func reserveSize() throws(SystemError) -> Int? {
    do throws(SystemError) {
      return try files.withFile(folder.reserve, .reading) { (file) throws(SystemError) in
        try files.size(file)
      }
    } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
  }

  /// Gives the reserve back to the disk.
  func releaseReserve() throws(SystemError) {
    hasReserve = false
    try files.removeIfPresent(folder.reserve)
    // Some file systems hand out freed blocks only after this.
    try files.synchroniseFolder(folder.path)
  }

  /// Does work that must succeed even on a full disk: once more, without the reserve, if need be.
  ///
  /// After a failed sync it is for the next opening to do it, with the space given up here.
  func withReserve(_ body: () throws(SystemError) -> Void) throws(Diagnostic) {
    do throws(SystemError) {
      do throws(SystemError) {
        try body()
      } catch {
        guard error.isDiskFull else { throw error }
        try releaseReserve()
        guard !error.isSync else { throw error }
        try body()
      }
    } catch {
      throw error.diagnostic()
    }
  }
}
