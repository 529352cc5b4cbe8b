import Glibc
import Projections

/// A file in memory as far as it is looked at, for as long as this value lasts.
///
/// Only for files that are replaced by renaming and never shortened.
final class MappedFile: SnapshotKeeper {
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// `nil` when there is no such file, or it is empty or cannot be read.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    // A question looks here and there; reading ahead would read what nobody asked for.
    madvise(start, Int(status.st_size), MADV_RANDOM)
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  /// Lets the system read all of it in the background.
  func expectMuch() {
    let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
    madvise(start, bytes.count, MADV_NORMAL)
    madvise(start, bytes.count, MADV_WILLNEED)
  }

  /// Lets the system read some of it in the background.
  func expect(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    let page = 4_096
    let start = UnsafeMutableRawPointer(mutating: base)
    let lead = Int(bitPattern: start) % page
    madvise(start - lead, bytes.count + lead, MADV_WILLNEED)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}
