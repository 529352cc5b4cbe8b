import EventStore
import Foundation
import Glibc
import Testing
import Transparency

/// The clients that others have written read what is published.
@Suite struct PublicationJudgeTests {
  /// Where the judge's own source is: beside this file.
  private static let source = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Judge/main.go").path

  /// Around the edges of tiles on every level.
  private static let sizes = [1, 2, 3, 255, 256, 257, 65_535, 65_536, 65_537, 70_000]

  @Test func `Go's checksum database client reads every tile, from disk and from a web server`()
    throws
  {
    let folder = freshPath()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let judge = "\(folder)/judge"
    _ = try Self.run(
      ["go", "build", "-o", judge, Self.source],
      [
        "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOCACHE": "\(folder)/cache",
        "CGO_ENABLED": "0",
      ])
    let ledger = "\(folder)/ledger"
    try FileEventLog.create(at: ledger, origin: "log.example/judged", created: noon)
    let log = try FileEventLog.open(at: ledger, for: .writing)
    let key = try #require(key(7).noteVerifierKey(named: log.origin)).text
    var older: String?
    for size in Self.sizes {
      while log.head.size < size {
        let first = Int(log.head.size)
        _ = try log.append(
          try batch(first..<min(size, first + 4_096)), signedBy: signer, now: noon,
          expecting: log.head)
      }
      // Now and then as a command does it, now and then as `liggare publish` does.
      _ = try log.publish(
        signedBy: [EventStoreTests.key(7)], size.isMultiple(of: 2) ? .whole : .news)
      let site = "\(folder)/site-\(size)"
      _ = try log.copyPublished(to: site)
      let words = [judge, key, site, "\(ledger)/segments"] + [older].compactMap(\.self)
      #expect(try Self.run(words) == "\(size) \(log.head.root.base64)\n")
      older = site
    }
    let (server, port) = try Self.serve("\(folder)/site-70000")
    defer {
      // A process started here may have its signals held back, but for this one.
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }
    #expect(
      try Self.run([judge, key, "http://127.0.0.1:\(port)", "\(ledger)/segments"])
        == "70000 \(log.head.root.base64)\n")
    // A judge that lets everything pass would say nothing.
    let stranger = try #require(EventStoreTests.key(8).noteVerifierKey(named: log.origin)).text
    #expect(throws: Ending.self) { try Self.run([judge, stranger, "\(folder)/site-3", ledger]) }
    let tile = URL(filePath: "\(folder)/site-70000/tile/0/x000/200")
    let other =
      FileManager.default.fileExists(atPath: tile.path)
      ? tile : URL(filePath: "\(folder)/site-70000/tile/0/200")
    var bytes = try Data(contentsOf: other)
    bytes[77] ^= 1
    try bytes.write(to: other)
    #expect(throws: Ending.self) {
      try Self.run([judge, key, "\(folder)/site-70000", "\(ledger)/segments"])
    }
  }

  /// How a program ended that did not end well.
  struct Ending: Error {
    var status: Int32
    var error: String
  }

  private static func run(_ words: [String], _ variables: [String: String] = [:]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    let complained = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Ending(
        status: process.terminationStatus, error: String(decoding: complained, as: UTF8.self))
    }
    return String(decoding: said, as: UTF8.self)
  }

  /// Starts a static file server on a port that the system chooses, and waits until it says which.
  private static func serve(_ folder: String) throws -> (Process, Int) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder,
    ]
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let port = line.firstMatch(of: /port ([0-9]+)/).flatMap { Int($0.1) }
    return (process, try #require(port, "\(line)"))
  }
}
