import Foundation

/// One run of `tools/transcript` with the rehearsal program that was built beside these tests.
struct TranscriptRun {
  let status: Int32
  /// What it printed on standard output and standard error.
  let output: String

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The example's folder in the repository.
  static let example = root.appending(path: "ledger/example")

  init(_ mode: String, _ files: [URL], folder: URL? = nil) throws {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "liggare-rehearsal")
    let kept = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: kept)
    defer { try? FileManager.default.removeItem(at: kept) }
    let file = try FileHandle(forWritingTo: kept)
    let process = Process()
    process.executableURL = Self.root.appending(path: "tools/transcript")
    process.arguments =
      [mode, "--program", program.path] + (folder.map { ["--folder", $0.path] } ?? [])
      + files.map(\.path)
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: kept), as: UTF8.self)
  }

  /// The transcripts of a folder in the order in which they are played.
  static func transcripts(in folder: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "transcript" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// Runs something with a new folder, and removes the folder afterwards.
  static func withFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "liggare-transcript-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}
