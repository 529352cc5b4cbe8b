public import Diagnostics
import Glibc

extension FileSystem {
  /// Opens, lets the closure work, and closes whatever happens.
  public func withFile<Result>(
    _ path: String, _ mode: OpenMode,
    _ body: (FileDescriptor) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let file = try open(path, mode)
    let result: Result
    do throws(SystemError) {
      result = try body(file)
    } catch {
      // The first error is the one to tell.
      do { try close(file) } catch {}
      throw error
    }
    try close(file)
    return result
  }

  /// Writes all bytes, however many calls that takes.
  func writeAll(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int)
    throws(SystemError)
  {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = try write(file, rest, at: offset + written)
      // A write of nothing that reports no error would be repeated for ever.
      guard count > 0 else { throw SystemError("pwrite", "descriptor \(file.number)", EIO) }
      written += count
    }
  }

  public func writeAll(_ file: FileDescriptor, _ bytes: [UInt8], at offset: Int) throws(SystemError)
  {
    try bytes.withUnsafeBufferPointer { (bytes) throws(SystemError) in
      try writeAll(file, UnsafeRawBufferPointer(bytes), at: offset)
    }
  }

  /// Reads until the buffer is full or the file ends; says how many bytes.
  func readFully(_ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int)
    throws(SystemError) -> Int
  {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let more = try read(file, into: rest, at: offset + count)
      if more == 0 { break }
      count += more
    }
    return count
  }

  /// The bytes of a small file, but no more than `limit`.
  public func contents(of path: String, limit: Int) throws(SystemError) -> [UInt8] {
    try withFile(path, .reading) { (file) throws(SystemError) in
      try contents(of: file, from: 0, count: limit)
    }
  }

  /// At most `count` bytes of an open file.
  func contents(of file: FileDescriptor, from offset: Int, count: Int) throws(SystemError)
    -> [UInt8]
  {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(SystemError) in
      try readFully(file, into: UnsafeMutableRawBufferPointer(buffer), at: offset)
    }
    bytes.removeLast(count - read)
    return bytes
  }

  /// Makes a new file of these bytes and puts them on the medium, but not yet the file's name.
  public func writeNew(_ path: String, _ bytes: [UInt8], mode: UInt32 = 0o600) throws(SystemError) {
    try withFile(path, .creating(mode: mode)) { (file) throws(SystemError) in
      try writeAll(file, bytes, at: 0)
      try synchronise(file)
    }
  }

  /// Puts the names in a folder on the medium.
  public func synchroniseFolder(_ path: String) throws(SystemError) {
    try withFile(path, .folder) { (folder) throws(SystemError) in try synchronise(folder) }
  }

  /// The bytes of a small file, but no more than `limit`; `nil` when there is none.
  public func contentsIfPresent(of path: String, limit: Int) throws(SystemError) -> [UInt8]? {
    try ifPresent { () throws(SystemError) in try contents(of: path, limit: limit) }
  }

  /// The names in a folder, sorted; `nil` when there is none.
  func namesIfPresent(in path: String) throws(SystemError) -> [String]? {
    try ifPresent { () throws(SystemError) in try names(in: path) }
  }

  /// Whether a file is there.
  func isPresent(_ path: String) throws(SystemError) -> Bool {
    try ifPresent { () throws(SystemError) in
      try withFile(path, .reading) { _ throws(SystemError) in }
    } != nil
  }

  private func ifPresent<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(SystemError) -> Result? {
    do throws(SystemError) {
      return try body()
    } catch {
      guard error.number == ENOENT else { throw error }
      return nil
    }
  }

  /// Removes a file; none there is as good.
  public func removeIfPresent(_ path: String) throws(SystemError) {
    do throws(SystemError) {
      try remove(path)
    } catch {
      guard error.number == ENOENT else { throw error }
    }
  }

  /// Replaces or makes a file in one step: draft, sync, rename, sync of the folder.
  public func replace(_ path: String, draft: String, folder: String, with bytes: [UInt8])
    throws(SystemError)
  {
    try removeIfPresent(draft)
    try writeNew(draft, bytes)
    try rename(draft, to: path)
    try synchroniseFolder(folder)
  }
}

extension SystemError {
  /// Whether the disk, or the user's share of it, is full.
  var isDiskFull: Bool { number == ENOSPC || number == EDQUOT }

  /// Whether a sync failed: another one of the same file could report success for bytes that are lost.
  var isSync: Bool { call == "fsync" || call == "fdatasync" }

  /// The error for a person: no permission, no writing, disk full, or the system's own words.
  public func diagnostic(as code: DiagnosticCode = StoreCode.inputOutput) -> Diagnostic {
    let code =
      switch number {
      case EACCES, EPERM: StoreCode.notPermitted
      case EROFS: StoreCode.readOnlyFolder
      case ENOSPC, EDQUOT: StoreCode.diskFull
      default: code
      }
    return code.diagnostic(
      .init(en: "call", sv: "anrop", call),
      .init(en: "file", sv: "fil", subject),
      .init(en: "the system says", sv: "systemet säger", String(cString: strerror(number))))
  }
}

/// Does work on files, and turns an error of the system into one for a person.
public func reporting<Result>(
  _ body: () throws(SystemError) -> Result
) throws(Diagnostic) -> Result {
  do throws(SystemError) {
    return try body()
  } catch {
    throw error.diagnostic()
  }
}
