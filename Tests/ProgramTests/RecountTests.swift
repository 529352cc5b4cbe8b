import Foundation
import Testing

/// Answers counted from the raw log by a program that shares nothing with this one.
@Suite struct `Counting again` {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "liggare-recount-\(UUID().uuidString)")

  /// Runs a program to its end; what it printed on both of its outputs.
  private func run(_ program: URL, _ words: [String]) throws -> (status: Int32, output: String) {
    let said = folder.appending(path: "said-\(UUID().uuidString)")
    try Data().write(to: said)
    let file = try FileHandle(forWritingTo: said)
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: said), as: UTF8.self))
  }

  private func recount(_ ledger: URL, programs: String, _ words: String...) throws -> (
    status: Int32, output: String
  ) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try run(
      root.appending(path: "tools/recount"), [ledger.path, "--programs", programs] + words)
  }

  @Test func `twelve views and exposures are what the raw log says, by both clocks`() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = folder.appending(path: "ledger")
    let made = try run(
      URL(filePath: Office.programs).appending(path: "liggare-sample"),
      [ledger.path, "--profile", "xs", "--years", "2", "--seed", "3"])
    try #require(made.status == 0, "\(made.output)")
    let (status, output) = try recount(
      ledger, programs: Office.programs, "--pairs", "10", "--windows", "20", "--seed", "11")
    #expect(status == 0, "\(output)")
    for view in [
      "active-grants", "grants", "requests", "persons", "roles", "service-cases", "decisions",
      "exposure",
    ] {
      let line = output.split(separator: "\n").first { $0.hasPrefix(view + " ") }
      let rows = line.flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
      #expect(rows ?? 0 > 200, "\(view): \(output)")
    }
    // A program that leaves out the last row of each answer is found out.
    let broken = folder.appending(path: "broken")
    try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
    let script = broken.appending(path: "liggare")
    try Data("#!/bin/sh\n'\(Office.programs)/liggare' \"$@\" | sed '$d'\n".utf8).write(to: script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
    let found = try recount(
      ledger, programs: broken.path, "--pairs", "1", "--windows", "0", "--seed", "11")
    #expect(found.status == 1)
    #expect(found.output.contains("only counted here: grants"), "\(found.output)")
  }
}
