import AuditViews
import Diagnostics
import Foundation
import Testing

@testable import CommandLineTool

@Suite struct ConsoleTests {
  @Test func `a captured console keeps what was written to each stream`() {
    let (console, capture) = Console.capturing()
    #expect(console.write("svar åäö\n", to: .output) == .written)
    console.say("message")
    #expect(capture.output == "svar åäö\n" && capture.messages == "message\n")
    #expect(!console.isTerminal(.output) && console.width(.output) == nil)
    #expect(Console.capturing(isTerminal: true, width: 90).console.width(.output) == 90)
  }

  @Test func `a question is answered in either language and only by somebody`() {
    let question = both("Record it?", "Anteckna det?")
    let cases: [([String], Bool?)] = [
      (["y"], true), (["Ja"], true), ([" yes "], true), (["n"], false), (["NEJ"], false),
      (["no"], false),
      (["what", "j"], true), (["a", "b", "c", "y"], nil), ([], nil), ([""], nil), (["yes no"], nil),
    ]
    for (answers, expected) in cases {
      let (console, capture) = Console.capturing(isTerminal: true, answers: answers)
      #expect(console.ask(question, in: .swedish) == expected, "\(answers)")
      #expect(capture.messages.hasPrefix("Anteckna det? [j/n] ") && capture.output == "")
    }
    let (console, capture) = Console.capturing(answers: ["y"])
    #expect(console.ask(question, in: .english) == nil && capture.messages == "")
  }

  @Test func `bytes reach a real descriptor whole and a reader who has left is no failure`() throws
  {
    let (read, write) = try pipe()
    let (console, byteCount) = (Descriptor.self, 300_000)
    let thread = Thread {
      _ = console.write(Array(repeating: 0x61, count: byteCount), to: write)
      close(write)
    }
    thread.start()
    var got = 0
    while case let bytes = Descriptor.read(at: read, bytesMax: 65_536), !bytes.isEmpty {
      got += bytes.count
    }
    #expect(got == byteCount)
    close(read)
    _ = Console.standard
    let (left, other) = try pipe()
    close(left)
    #expect(Descriptor.write([0x61], to: other) == .readerLeft)
    close(other)
    #expect(Descriptor.columns(of: other) == nil)
  }

  @Test func `a full disk is told with what the system says`() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    defer { close(full) }
    let outcome = Descriptor.write([0x61], to: full)
    #expect(outcome == .failed(ENOSPC))
    let text = outcome.diagnostic?.text(in: .swedish) ?? ""
    #expect(text.hasPrefix("CLI-20: Svaret kunde inte skrivas ut till slutet.\n  systemet säger: "))
    #expect(Console.WriteOutcome.readerLeft.diagnostic == nil)
  }

  @Test func `the arguments and the environment of the process can be read`() throws {
    #expect(!Console.arguments().isEmpty)
    #expect(Console.environment()["PATH"] == ProcessInfo.processInfo.environment["PATH"])
  }

  @Test func `the exit statuses are the documented ones, each with a meaning`() throws {
    #expect(ExitStatus.allCases.map(\.rawValue) == [0, 1, 2, 3, 4, 10, 20, 30, 40, 50, 60, 70, 75])
    #expect(Set(ExitStatus.allCases.map(\.code)).count == ExitStatus.allCases.count)
    for status in ExitStatus.allCases {
      #expect(status.meaning.english.hasSuffix(".") && status.meaning.swedish.hasSuffix("."))
    }
    let csv = TableRenderer(.csv).text(ExitStatus.table)
    #expect(csv.hasPrefix("status,code,meaning\r\n0,done,"))
    #expect(csv.contains("\r\n75,try_again,"))
  }

  private func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }
}
