import Foundation
import Testing

/// Ledgers of a made-up municipality, with defects that are known and without.
@Suite struct `A dry run` {
  /// Plays a history with the programs built beside these tests, and holds the findings against what was put in.
  private func dryRun(_ words: String...) throws -> (status: Int32, output: String) {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "liggare-dry-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let said = folder.appending(path: "said")
    try Data().write(to: said)
    let file = try FileHandle(forWritingTo: said)
    let process = Process()
    process.executableURL = root.appending(path: "tools/dry-run")
    process.arguments =
      [folder.appending(path: "run").path, "--programs", Office.programs] + words
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: said), as: UTF8.self))
  }

  /// The numbers of the line that sums up: put in, found, missed, invented.
  private func sums(_ output: String) -> [Int] {
    output.split(separator: "\n").first { $0.hasPrefix("all ") }?
      .split(separator: " ").dropFirst().compactMap { Int($0) } ?? []
  }

  @Test func `every defect that was put in is found by its code, and nothing else`() throws {
    let (status, output) = try dryRun("--profile", "xs", "--years", "3", "--seed", "1")
    #expect(status == 0, "\(output)")
    let sums = sums(output)
    try #require(sums.count == 4, "\(output)")
    #expect(sums[0] > 70 && sums[1] == sums[0] && sums[2...] == [0, 0], "\(output)")
  }

  @Test func `a history that holds to the rules has no findings`() throws {
    let (status, output) = try dryRun(
      "--profile", "xs", "--years", "2", "--seed", "5", "--valid")
    #expect(status == 0, "\(output)")
    #expect(sums(output) == [0, 0, 0, 0], "\(output)")
  }

  @Test
  func
    `what goes stale in a year is flagged by its rule on the first night that can, and nothing else is`()
    throws
  {
    let (status, output) = try dryRun("--nights", "--profile", "xs", "--seed", "1")
    #expect(status == 0, "\(output)")
    for way in ["once", "twice", "gaps"] {
      let line = try #require(
        output.split(separator: "\n").last { $0.hasPrefix("\(way): ") && $0.contains("wanted") })
      let numbers = line.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
      // Nights, wanted, raised, near misses, wrong, recorded again.
      try #require(numbers.count >= 6, "\(output)")
      #expect(numbers[0] == (way == "gaps" ? 345 : 365), "\(output)")
      #expect(numbers[1] > 75 && numbers[2] == numbers[1] && numbers[3] > 24, "\(output)")
      #expect(numbers[4...5] == [0, 0], "\(output)")
    }
    // Two of each rule at least.
    for rule in 1...25 {
      let code = rule < 10 ? "ST-0\(rule)" : "ST-\(rule)"
      let line = output.split(separator: "\n").first { $0.hasPrefix(code) }
      let wanted = line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      #expect(wanted >= 2, "\(code)")
    }
  }
}
