import Foundation

/// Programs of the machine that serve as independent judges. `tools/setup` installs them; a test whose
/// judge is missing is skipped and says so.
enum Tool {
  static func path(_ name: String) -> String? {
    ["/usr/bin", "/usr/sbin", "/bin", "/sbin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether the package `sudo` is here, with its checker and its converter.
  static let hasSudo = path("visudo") != nil && path("cvtsudoers") != nil

  /// Whether files of `/etc` can be replaced for one process, which needs root and mount namespaces.
  static let canReplaceFiles =
    path("sudo") != nil && path("unshare") != nil
    && (try? run("unshare", ["-m", "mount", "--bind", "/etc/hostname", "/etc/hostname"]).status)
      == 0

  static func run(_ name: String, _ arguments: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path(name) ?? name)
    process.arguments = arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }
}
