import Foundation
import Testing

/// A folder of its own in which shell blocks are run as a reader would, one after another.
final class Shell {
  let folder: String

  init() throws {
    folder =
      FileManager.default.temporaryDirectory.appendingPathComponent(
        "house-\(UUID().uuidString)"
      ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(atPath: folder) } catch {
      Issue.record("The folder \(folder) is still there: \(error)")
    }
  }

  /// Runs a block with the built programs on the path and what earlier blocks have exported; the first command that fails ends it.
  func run(_ block: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let kept = "\(folder)/.exported"
    process.arguments = [
      "-eu", "-c", "test ! -e \(kept) || . \(kept)\n\(block)\nexport -p > \(kept)",
    ]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": "\(House.products):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
      "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "Europe/Stockholm",
    ]
    // A file and not a pipe: nothing can block on output that nobody has read yet.
    let path = "\(folder)/.output"
    try Data().write(to: URL(fileURLWithPath: path))
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    try output.close()
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return (process.terminationStatus, text)
  }

  /// Runs every `sh` block of a page in order, and expects each to succeed.
  func follow(_ page: String) throws {
    let blocks = try MarkdownPage(page).shellBlocks
    #expect(!blocks.isEmpty, "\(page) has no shell blocks")
    for block in blocks {
      let result = try run(block.text)
      #expect(
        result.status == 0,
        "\(page):\(block.line) ended with status \(result.status):\n\(block.text)\n\(result.output)"
      )
      if result.status != 0 { return }
    }
  }
}

/// A page as far as tests read it.
struct MarkdownPage {
  var lines: [Substring]

  init(_ path: String) throws {
    lines = try House.text(path).split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The blocks marked `sh`, with the line each begins on.
  var shellBlocks: [(line: Int, text: String)] {
    var blocks: [(line: Int, text: String)] = []
    var open: (line: Int, text: String)?
    for (index, line) in lines.enumerated() {
      if line == "```sh" {
        open = (index + 2, "")
      } else if line == "```" {
        if let block = open { blocks.append(block) }
        open = nil
      } else {
        open?.text += line + "\n"
      }
    }
    return blocks
  }

  /// The rows of the tables, each as its cells.
  var tableRows: [[String]] {
    lines.filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false)
        .map(String.init)
    }
  }
}
