import Diagnostics
import Glibc
import Interchange
import Transparency

/// Reads sudoers files as they are asked for, and remembers what was read and what could not be.
final class SudoersReading {
  static let fileBytesMax = 4 << 20
  static let filesMax = 4_096

  /// Everything read, in its order, for the digest of the source.
  private(set) var files: [SudoersFile] = []
  private(set) var findings: [Diagnostic] = []
  /// Whether everything that was asked for could be read.
  private(set) var isComplete = true

  /// The file at a path; `nil`, with a finding, when it cannot be read.
  func file(_ path: String) -> SudoersFile? {
    guard files.count < SudoersReading.filesMax else {
      refuse(path, "more than \(SudoersReading.filesMax)", "fler än \(SudoersReading.filesMax)")
      return nil
    }
    do throws(Diagnostic) {
      let file = SudoersFile(
        path: path, bytes: try WholeFile.read(path, bytesMax: SudoersReading.fileBytesMax))
      files.append(file)
      return file
    } catch {
      let why = error.facts.last?.value
      refuse(path, why?.english ?? error.code, why?.swedish ?? error.code)
      return nil
    }
  }

  /// Every file that is directly in a folder.
  func folder(_ path: String) -> [SudoersFile]? {
    guard let stream = opendir(path) else {
      // A folder that is not there includes nothing, as for sudo itself.
      if errno == ENOENT { return [] }
      let reason = String(cString: strerror(errno))
      refuse(path, reason, reason)
      return nil
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count <= SudoersReading.filesMax {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // Names with a full stop or a tilde at the end are passed over by sudo, `.` and `..` among them.
      if !name.utf8.contains(0x2E), name.utf8.last != 0x7E { names.append(name) }
    }
    let paths = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(path)/\($0)" }
    return paths.filter(SudoersReading.isFile).compactMap { file($0) }
  }

  var source: SudoersSource {
    SudoersSource(file: { self.file($0)?.bytes }, directory: { self.folder($0) })
  }

  private func refuse(_ path: String, _ en: String, _ sv: String) {
    isComplete = false
    findings.append(
      LinuxHostCodes.unreadableRules.diagnostic(
        .init(en: "file", sv: "fil", path),
        .init(en: "why", sv: "varför", localized: Localized(en: en, sv: sv))))
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    // What cannot be looked at is tried, so that it is reported and not passed over.
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }
}
