import EventStore
import Glibc

/// The writing of files that can be made again at any time.
///
/// They are replaced by renaming, without a sync: what a power failure leaves of one is damaged and therefore ignored.
enum DerivedFile {
  /// Puts a file in place, and says whether that could be done: not everybody who reads may write.
  ///
  /// - Parameter content: is given what takes the next bytes, and says whether all of the file was handed to it.
  static func replace(
    _ path: String, _ content: ((UnsafeRawBufferPointer) -> Bool) -> Bool
  ) -> Bool {
    let draft = "\(path).\(getpid()).tmp"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let isWritten = content { writeAll($0, to: descriptor) }
    guard close(descriptor) == 0, isWritten, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  /// The drafts in a folder whose writers are gone.
  ///
  /// - Parameter isOne: whether a name is that of such a file, without what makes it a draft.
  static func abandonedDrafts(
    in folder: String, of isOne: (Substring) -> Bool
  ) -> [String] {
    guard let names = try? LinuxFileSystem().names(in: folder) else { return [] }
    return names.compactMap { name in
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 2, parts[parts.count - 1] == "tmp",
        let process = pid_t(parts[parts.count - 2]),
        isOne(name.dropLast(parts[parts.count - 2].utf8.count + 5)),
        process > 0, kill(process, 0) != 0, errno == ESRCH
      else { return nil }
      return "\(folder)/\(name)"
    }
  }

  private static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }
}
