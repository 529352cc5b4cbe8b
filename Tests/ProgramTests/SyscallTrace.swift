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

  /// Files synced once more after a sync of them had failed.
  ///
  /// Those of the identity register are SQLite's, which syncs what it takes back.
  func repeatedSyncs() -> [String] {
    var failed: Set<Substring> = []
    var repeated: [String] = []
    for call in calls where call.isSync {
      guard let file = call.file, !file.contains("identities.sqlite") else { continue }
      if failed.contains(file) { repeated.append(String(file)) }
      if call.isInjected { failed.insert(file) }
    }
    return repeated
  }
}
