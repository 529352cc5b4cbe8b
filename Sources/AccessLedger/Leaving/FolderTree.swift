import Diagnostics
import EventStore
import Glibc

/// The files below a folder.
enum FolderTree {
  /// Their paths from the folder, in order. What is neither a file nor a folder, such as a link, is told as a file.
  static func files(in folder: String) throws(Diagnostic) -> [String] {
    var found: [String] = []
    var open = [""]
    while let next = open.popLast() {
      let names = try reporting { () throws(SystemError) in
        try LinuxFileSystem().names(in: folder + "/" + next)
      }
      for name in names {
        let path = next.isEmpty ? name : "\(next)/\(name)"
        if isFolder("\(folder)/\(path)") { open.append(path) } else { found.append(path) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Takes a folder away with everything in it; does nothing when it is not there.
  static func remove(_ folder: String) throws(Diagnostic) {
    guard isFolder(folder) else { return }
    let files = LinuxFileSystem()
    let names = try reporting { () throws(SystemError) in try files.names(in: folder) }
    for name in names {
      let path = "\(folder)/\(name)"
      if isFolder(path) {
        try remove(path)
      } else {
        try reporting { () throws(SystemError) in try files.remove(path) }
      }
    }
    try reporting { () throws(SystemError) in try files.removeFolder(folder) }
  }

  /// Makes a folder for the owner alone; it may be there.
  static func make(_ folder: String) throws(Diagnostic) {
    do throws(SystemError) {
      try LinuxFileSystem().makeFolder(folder, mode: 0o700)
    } catch {
      guard error.number == EEXIST else { throw error.diagnostic() }
    }
  }
}
