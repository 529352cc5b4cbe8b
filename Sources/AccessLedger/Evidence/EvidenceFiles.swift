public import Diagnostics
public import EventStore
import Glibc

extension EvidenceBundle {
  /// Writes the bundle as a folder that only its owner can read, or as one file where the name ends in `.tar`.
  ///
  /// The checksums are written last, so that what was cut off is not taken for whole.
  /// - Throws: `EVI-16` when there is something of that name, or what the system says.
  public func write(
    to path: String, on files: any FileSystem = LinuxFileSystem()
  ) throws(Diagnostic) {
    do throws(SystemError) {
      if Self.isArchive(path) {
        try files.writeNew(path, archive, mode: 0o600)
      } else {
        try writeFolder(path, files)
      }
    } catch {
      guard error.number == EEXIST else { throw error.diagnostic() }
      throw EvidenceCodes.exists.diagnostic(.init(en: "name", sv: "namn", path))
    }
  }

  /// Whether a bundle of that name is one file.
  static func isArchive(_ path: String) -> Bool { path.hasSuffix(".tar") }

  private func writeFolder(_ path: String, _ system: any FileSystem) throws(SystemError) {
    try system.makeFolder(path, mode: 0o700)
    var folders: Set<String> = []
    let names = files.keys.sorted { ($0 == Name.sums ? 1 : 0, $0) < ($1 == Name.sums ? 1 : 0, $1) }
    for name in names {
      var place = name.startIndex
      while let slash = name[place...].firstIndex(of: "/") {
        let folder = String(name[..<slash])
        if folders.insert(folder).inserted {
          try system.makeFolder("\(path)/\(folder)", mode: 0o700)
        }
        place = name.index(after: slash)
      }
      try system.writeNew("\(path)/\(name)", files[name] ?? [], mode: 0o600)
    }
    for folder in folders.sorted().reversed() {
      try system.synchroniseFolder("\(path)/\(folder)")
    }
    try system.synchroniseFolder(path)
  }

  /// Reads a bundle, whether a folder or one file.
  ///
  /// - Throws: `EVI-02` for anything else, `FIL-01` or what the system says for what cannot be read.
  public init(at path: String) throws(Diagnostic) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      try self.init(archive: try WholeFile.read(path, bytesMax: Self.bytesMax))
      return
    }
    var reading = FolderReading(path: path)
    try reading.read("", depth: 0)
    self.init(files: reading.files)
  }

  /// Files being read, up to the limits.
  private struct FolderReading {
    let path: String
    let system = LinuxFileSystem()
    var files: [String: [UInt8]] = [:]
    var byteCount = 0

    mutating func read(_ folder: String, depth: Int) throws(Diagnostic) {
      let names = try reporting { () throws(SystemError) in
        try system.names(in: "\(path)/\(folder)")
      }
      for name in names {
        let file = folder + name
        var status = stat()
        guard lstat("\(path)/\(file)", &status) == 0, files.count < EvidenceBundle.filesMax else {
          throw EvidenceCodes.noBundle.diagnostic(.init(en: "file", sv: "fil", file))
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR where depth < 2: try read(file + "/", depth: depth + 1)
        case S_IFREG:
          let bytes = try WholeFile.read(
            "\(path)/\(file)", bytesMax: EvidenceBundle.bytesMax - byteCount)
          byteCount += bytes.count
          files[file] = bytes
        default: throw EvidenceCodes.noBundle.diagnostic(.init(en: "file", sv: "fil", file))
        }
      }
    }
  }
}
