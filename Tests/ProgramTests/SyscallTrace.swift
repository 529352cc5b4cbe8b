import Foundation

/// What `strace -y` wrote of a program's calls, in their order.
struct SyscallTrace {
  struct Call {
    var name: String
    /// Which call of this name it was, from 1, as `strace` counts for `when=`.
    var number: Int
    var line: Substring

    /// The file behind the first descriptor: `fsync(5</folder/head.tmp>)`.
    var file: Substring? {
      line.firstMatch(of: /^\d+ +\w+\(\d+<([^>]+)>/)?.1
    }
    var isInjected: Bool { line.hasSuffix("(INJECTED)") }
    var isSync: Bool { name == "fsync" || name == "fdatasync" }
  }

  /// Calls that touch files. What a program asks of memory, time and signals is not among them.
  static let names = [
    "openat", "read", "pread64", "write", "pwrite64", "fsync", "fdatasync", "rename", "unlink",
    "ftruncate", "fallocate", "flock", "mkdir", "close", "fchmod", "newfstatat", "lseek",
    "getdents64", "fcntl", "statfs", "access",
  ]

  var calls: [Call] = []

  init(path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      guard let name = line.firstMatch(of: /^\d+ +(\w+)\(/)?.1 else { continue }
      counts[String(name), default: 0] += 1
      calls.append(Call(name: String(name), number: counts[String(name)] ?? 0, line: line))
    }
  }

  /// The calls on files of a folder.
  func calls(in folder: String) -> [Call] {
    calls.filter {
      $0.line.contains(folder + "/") || $0.line.contains(folder + ">")
        || $0.line.contains(folder + "\"")
    }
  }

  /// The syncs of the log that failed.
  ///
  /// SQLite's are not among them, which syncs what it takes back: those of its files, and `fdatasync` of
  /// the folder, for which the log has `fsync`. Nor is that of a draft that was then removed: nobody
  /// relies on it.
  func failedSyncs(in folder: String) -> [Call] {
    calls.indices.compactMap { index in
      let call = calls[index]
      guard call.isSync, call.isInjected, let file = call.file,
        !file.contains("identities.sqlite"), call.name == "fsync" || file != folder
      else { return nil }
      let isRemoved = calls[index...].contains {
        $0.name == "unlink" && $0.line.contains("\"\(file)\"")
      }
      return isRemoved ? nil : call
    }
  }

  /// Files synced once more after a sync of them had failed.
  func repeatedSyncs(in folder: String) -> [String] {
    failedSyncs(in: folder).compactMap { failed in
      guard let place = calls.firstIndex(where: { $0.line == failed.line }),
        calls[(place + 1)...].contains(where: { $0.isSync && $0.file == failed.file })
      else { return nil }
      return failed.file.map(String.init)
    }
  }
}
