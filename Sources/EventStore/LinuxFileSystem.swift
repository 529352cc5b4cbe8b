import CLinux
import Glibc

/// The system calls of Linux, repeated when a signal interrupts them.
public final class LinuxFileSystem: FileSystem {
  public init() {}

  public func open(_ path: String, _ mode: OpenMode) throws(SystemError) -> FileDescriptor {
    let flags: Int32
    var bits: UInt32 = 0
    switch mode {
    case .reading: flags = O_RDONLY
    case .writing: flags = O_RDWR
    case .creating(let mode): (flags, bits) = (O_RDWR | O_CREAT | O_EXCL, mode)
    case .appending(let mode): (flags, bits) = (O_WRONLY | O_CREAT | O_APPEND, mode)
    case .folder: flags = O_RDONLY | O_DIRECTORY
    }
    // A link in the place of a file could lead out of the ledger; the ledger itself may be reached
    // by one.
    let follows = mode == .folder ? 0 : O_NOFOLLOW
    let number = try attempt("open", path) {
      Glibc.open(path, flags | O_CLOEXEC | follows, mode_t(bits))
    }
    return FileDescriptor(number)
  }

  public func close(_ file: FileDescriptor) throws(SystemError) {
    // Never repeated: Linux has given the number back even when it says EINTR.
    guard Glibc.close(file.number) == 0 || errno == EINTR else {
      throw SystemError("close", subject(file), errno)
    }
  }

  public func read(
    _ file: FileDescriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  )
    throws(SystemError) -> Int
  {
    try attempt("pread", subject(file)) {
      pread(file.number, buffer.baseAddress, buffer.count, off_t(offset))
    }
  }

  public func write(_ file: FileDescriptor, _ bytes: UnsafeRawBufferPointer, at offset: Int)
    throws(SystemError) -> Int
  {
    try attempt("pwrite", subject(file)) {
      pwrite(file.number, bytes.baseAddress, bytes.count, off_t(offset))
    }
  }

  public func size(_ file: FileDescriptor) throws(SystemError) -> Int {
    var status = stat()
    _ = try attempt("fstat", subject(file)) { fstat(file.number, &status) }
    return Int(status.st_size)
  }

  public func expectReading(_ file: FileDescriptor) {
    posix_fadvise(file.number, 0, 0, POSIX_FADV_WILLNEED)
  }

  public func expectReading(_ file: FileDescriptor, _ range: Range<Int>) {
    // No bytes would mean all of them.
    guard !range.isEmpty else { return }
    posix_fadvise(
      file.number, off_t(range.lowerBound), off_t(range.count), POSIX_FADV_WILLNEED)
  }

  public func truncate(_ file: FileDescriptor, to size: Int) throws(SystemError) {
    _ = try attempt("ftruncate", subject(file)) { ftruncate(file.number, off_t(size)) }
  }

  public func allocate(_ file: FileDescriptor, size: Int) throws(SystemError) {
    // This call returns the error number itself.
    var result: Int32
    repeat { result = posix_fallocate(file.number, 0, off_t(size)) } while result == EINTR
    guard result == 0 else { throw SystemError("posix_fallocate", subject(file), result) }
  }

  public func synchroniseData(_ file: FileDescriptor) throws(SystemError) {
    // One call, whatever it says: a second one could report success for bytes that are lost.
    guard fdatasync(file.number) == 0 else {
      throw SystemError("fdatasync", subject(file), errno)
    }
  }

  public func synchronise(_ file: FileDescriptor) throws(SystemError) {
    guard fsync(file.number) == 0 else { throw SystemError("fsync", subject(file), errno) }
  }

  public func mode(_ file: FileDescriptor) throws(SystemError) -> UInt32 {
    var status = stat()
    _ = try attempt("fstat", subject(file)) { fstat(file.number, &status) }
    return UInt32(status.st_mode & 0o777)
  }

  public func setMode(_ file: FileDescriptor, _ mode: UInt32) throws(SystemError) {
    _ = try attempt("fchmod", subject(file)) { fchmod(file.number, mode_t(mode)) }
  }

  public func tryLock(_ file: FileDescriptor) throws(SystemError) -> Bool {
    do {
      _ = try attempt("flock", subject(file)) { flock(file.number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      guard error.number == EWOULDBLOCK else { throw error }
      return false
    }
  }

  public func unlock(_ file: FileDescriptor) throws(SystemError) {
    _ = try attempt("flock", subject(file)) { flock(file.number, LOCK_UN) }
  }

  public func rename(_ old: String, to new: String) throws(SystemError) {
    _ = try attempt("rename", new) { Glibc.rename(old, new) }
  }

  public func remove(_ path: String) throws(SystemError) {
    _ = try attempt("unlink", path) { unlink(path) }
  }

  public func link(_ path: String, to new: String) throws(SystemError) {
    _ = try attempt("link", new) { Glibc.link(path, new) }
  }

  public func makeFolder(_ path: String, mode: UInt32) throws(SystemError) {
    _ = try attempt("mkdir", path) { mkdir(path, mode_t(mode)) }
  }

  public func removeFolder(_ path: String) throws(SystemError) {
    _ = try attempt("rmdir", path) { rmdir(path) }
  }

  public func names(in path: String) throws(SystemError) -> [String] {
    guard let folder = opendir(path) else { throw SystemError("opendir", path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(folder) else { break }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    guard errno == 0 else { throw SystemError("readdir", path, errno) }
    return names.sorted()
  }

  public func kind(of path: String) throws(SystemError) -> Int {
    try attempt("statfs", path) { clinux_file_system_kind(path) }
  }

  private func subject(_ file: FileDescriptor) -> String { "descriptor \(file.number)" }

  /// Calls until no signal interrupts; a negative result is thrown.
  private func attempt<Result: SignedInteger>(
    _ call: String, _ subject: String, _ body: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = body()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR { throw SystemError(call, subject, number) }
    }
  }
}
