import AccessLedger
import Chronology
import Diagnostics
import Foundation
import Notices
import Testing

/// A program that takes letters and does not behave.
struct MailProgramTests {
  /// The program ignores the signal as well: a reader that left is an error of writing.
  init() { signal(SIGPIPE, SIG_IGN) }

  private func letter() throws -> Letter {
    let address = try #require(MailAddress("eva@mail.example"))
    return Letter(
      from: address, to: address, toName: nil, subject: "x",
      text: String(repeating: "long\n", count: 40_000), date: Instant(milliseconds: 0), zone: .utc,
      language: .english, id: "abc", idHost: "ledger.example")
  }

  /// Why a program of these lines does not take a letter; `nil` when it does.
  private func refusal(_ lines: String, milliseconds: Int = 20_000) throws -> [Diagnostic] {
    let folder = FileManager.default.temporaryDirectory.path + "/mail-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/program"
    try Data("#!/bin/sh\n\(lines)\n".utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    let post = MailProgram(path, milliseconds: milliseconds)
    var found: [Diagnostic] = []
    for _ in 0..<2 {
      do throws(Diagnostic) { try post.deliver(try letterOnce()) } catch { found.append(error) }
    }
    return found
  }

  private func letterOnce() throws(Diagnostic) -> Letter {
    do { return try letter() } catch { preconditionFailure("The address is one.") }
  }

  @Test func `a program that takes letters gets each`() throws {
    #expect(try refusal("cat > /dev/null").isEmpty)
  }

  @Test func `one that does not read, or says no, is told and asked again`() throws {
    #expect(try refusal("exit 0").isEmpty)
    let found = try refusal("exit 75")
    #expect(found.count == 2 && found.allSatisfy { $0.code == JobCodes.notSent.code })
  }

  @Test(arguments: ["exec sleep 600", "exec sleep 600 > /dev/null 2>&1", "exec yes"])
  func `one that does not end is stopped, and not started again`(lines: String) throws {
    let clock = ContinuousClock()
    let start = clock.now
    let found = try refusal(lines, milliseconds: 300)
    #expect(found.count == 2 && found[0] == found[1])
    #expect(start.duration(to: clock.now) < .seconds(60))
  }
}
