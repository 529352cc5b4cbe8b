import CommandLineTool
import Foundation
import Synchronization
import Testing

/// The tool as its users meet it.
struct ToolTests {
  private func bench() throws -> ToolWorkbench {
    let bench = try ToolWorkbench()
    try bench.found()
    return bench
  }

  @Test func `who endorses is who asks unless somebody else is named`() throws {
    let bench = try bench()
    #expect(bench.run("why G-1").output.contains("Eva Lind (P-2) asked for S-1/read for Bo Ek"))
    bench.record(
      "grant issue kim.ahl S-2/read --need 'Attesterar hyresavtal' --requested-by nils.ek --endorsed-by eva.lind --decided-by siv.dahl --case 1"
    )
    #expect(bench.run("log --type request.submitted").output.contains("Nils Ek (P-4) asked for"))
  }

  @Test func `who carried it out is told, and works without the flag`() throws {
    let bench = try bench()
    #expect(bench.run("why G-1").output.contains("Kim Ahl (P-5) carried out G-1"))
    #expect(bench.run("grant show G-3").output.contains("Carried out by        P-1"))
    #expect(!bench.run("grant show G-2").output.contains("Carried out by"))
  }

  @Test func `what is taken over is not carried out a second time`() throws {
    let bench = try bench()
    for option in ["--provisioned", "--provisioned-by kim.ahl"] {
      let answer = bench.run(
        "grant issue bo.ek S-2/group-users --need 'Sköter datorn på kontoret' --endorsed-by eva.lind --decided-by siv.dahl --takes-over G-4 \(option)"
      )
      #expect(answer.status == .usage && answer.messages.hasPrefix("CLI-17"), "\(answer)")
    }
  }

  @Test func `the organisation is of the kind that was chosen, and a board when none was`() throws {
    let bench = try ToolWorkbench()
    bench.record("key create \(bench.key)")
    let words = "--origin ledger.example --name Exempelbolaget --custodian 'Anna Berg'"
    bench.record("init \(bench.ledger) \(words) --kind company")
    #expect(bench.run("unit list --format tsv").output.contains("\tcompany\t"))
    let refused = bench.run("init \(bench.folder)/other \(words) --kind planet")
    #expect(refused.status == .usage && refused.messages.hasPrefix("CLI-08"))
    bench.record("init \(bench.folder)/board \(words)")
    #expect(
      bench.run("unit list --format tsv --ledger \(bench.folder)/board").output
        .contains("\tboard\t"))
  }

  @Test func `a key is revoked by its file or its fingerprint`() throws {
    let bench = try bench()
    for (index, form) in ["file", "fingerprint", "with SHA256:"].enumerated() {
      let file = "\(bench.folder)/key-\(index)"
      let fingerprint = bench.run("key create \(file)").output.filter { $0 != "\n" }
      bench.record("key enroll bo.ek \(file).pub")
      let word =
        switch form {
        case "file": file + ".pub"
        case "fingerprint": fingerprint
        case _: "SHA256:" + fingerprint
        }
      let answer = bench.run("key revoke \(word) --reason 'Borttappad'")
      #expect(answer.status == .done && answer.output.contains(fingerprint), "\(form): \(answer)")
    }
    let lost = bench.run("key revoke \(bench.folder)/nothing.pub --reason 'Borttappad'")
    #expect(lost.status != .done && lost.messages.contains("nothing.pub"))
    let wrong = bench.run("key revoke nonsense --reason 'Borttappad'")
    #expect(wrong.status == .usage && wrong.messages.contains("expected: a .pub file"))
  }

  @Test func `a new key tells the next command, ready to be pasted`() throws {
    let bench = try ToolWorkbench()
    let file = "\(bench.folder)/it's mine"
    let answer = bench.run(["key", "create", file])
    #expect(answer.output.utf8.count == 44)
    let lines = answer.messages.split(separator: "\n")
    let export = try #require(lines.first { $0.hasPrefix("  export LIGGARE_KEY=") })
    #expect(answer.messages.contains("liggare key enroll PERSON"))
    let shell = try run(
      "/bin/sh", ["-euc", "\(export); cat \"$LIGGARE_KEY\""])
    #expect(shell.status == 0 && shell.output.hasPrefix("-----BEGIN OPENSSH PRIVATE KEY-----"))
  }

  @Test func `a value that cannot be understood is told with what it must look like`() throws {
    let bench = try bench()
    let form = bench.run("can bo.ek S-1")
    #expect(form.status == .usage)
    #expect(form.messages.contains("expected: SYSTEM/NAME, such as S-1/read"))
    let day = bench.run("who S-1 --as-of 2026-02-30")
    #expect(day.messages.contains("why: There is no day 2026-02-30"))
  }

  @Test(arguments: ["missing", "a folder", "something else"])
  func `questions are answered without the identity register`(_ damage: String) throws {
    let bench = try bench()
    let file = bench.ledger + "/identities.sqlite"
    try FileManager.default.removeItem(atPath: file)
    switch damage {
    case "a folder":
      try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    case "something else": try Data("not a register at all".utf8).write(to: URL(filePath: file))
    case _: break
    }
    let questions = [
      "who S-1", "what P-6", "why G-1", "why P-6 S-1/read", "log", "log --format jsonl", "status",
      "person list", "person show P-6", "grant show G-1", "request show R-1", "view accounts",
      "view active-grants --format csv", "role list", "system show S-1",
    ]
    for question in questions {
      let answer = bench.run(question)
      #expect(answer.status == .done && !answer.output.isEmpty, "\(question)")
      #expect(!answer.output.contains("Bo Ek"), "\(question)")
      // Where no name is asked for, there is nothing to warn of.
      let warnings = answer.messages.split(separator: "\n").filter { $0.hasPrefix("CLI-42") }
      let needsNames = !["status", "view active-grants --format csv"].contains(question)
      #expect(warnings.count == 1 || (!needsNames && warnings.isEmpty), "\(question): \(answer)")
    }
    #expect(bench.run("what P-6").output.contains("G-2"))
    #expect(bench.run("can P-6 S-1/read").status == .refused)
    let named = bench.run("what bo.ek")
    #expect(named.status == .refused && named.messages.hasPrefix("IDR-0"))
    let size = bench.run("status --format tsv").output
    for verb in ["grant confirm G-1", "key revoke \(bench.key).pub --reason 'Borttappad'"] {
      let answer = bench.run(verb)
      #expect(answer.status == .refused && answer.messages.hasPrefix("IDR-0"), "\(answer)")
    }
    #expect(bench.run("status --format tsv").output == size)
    #expect(bench.run("verify").status == .done)
  }

  @Test(arguments: [
    "view accounts", "account list", "view undecided", "who S-2", "grant list", "what bo.ek",
    "grant show G-4", "why G-4", "log --grant G-4", "log --type grant.taken-over",
  ])
  func `an account is shown with its name`(_ question: String) throws {
    let bench = try bench()
    let answer = bench.run(question)
    #expect(answer.status == .done && answer.messages.isEmpty, "\(answer)")
    let name = question == "what bo.ek" ? "bo.ek" : "root"
    #expect(answer.output.contains(name), "\(question)\n\(answer.output)")
  }

  @Test func `a long answer is written in pieces, and a reader who leaves ends it quietly`() throws
  {
    let bench = try bench()
    let pieces = Mutex<[Int]>([])
    func console(leavingAfter limit: Int) -> (Console, ConsoleCapture) {
      var (console, capture) = Console.capturing()
      let write = console.write
      console.write = { bytes, stream in
        guard stream == .output else { return write(bytes, stream) }
        let count = pieces.withLock { pieces in
          pieces.append(bytes.count)
          return pieces.count
        }
        return count > limit ? .readerLeft : write(bytes, stream)
      }
      return (console, capture)
    }
    // Enough people for a list of more than one piece.
    let long = String(repeating: "Lång", count: 45)
    for number in 1...200 {
      bench.record("person register '\(long) \(number)' --unit U-3 --user \(long)\(number)")
    }
    for format in ["jsonl", "json", "csv", "tsv", "table"] {
      for question in ["log", "person list"] {
        pieces.withLock { $0 = [] }
        let words = question.split(separator: " ").map(String.init) + ["--format", format]
        let whole = bench.run(words, console: console(leavingAfter: .max))
        let sizes = pieces.withLock { $0 }
        #expect(whole.status == .done && sizes.count > 1, "\(words) \(sizes)")
        #expect(sizes.allSatisfy { $0 <= 1 << 17 }, "\(words) \(sizes)")
        #expect(whole == bench.run(words))
        pieces.withLock { $0 = [] }
        let left = bench.run(words, console: console(leavingAfter: 1))
        #expect(left.status == .done && left.messages.isEmpty)
        #expect(whole.output.hasPrefix(left.output) && left.output.utf8.count == sizes[0])
        #expect(pieces.withLock { $0.count } == 2)
      }
    }
    // A verdict stands although nobody reads it.
    pieces.withLock { $0 = [] }
    let no = bench.run(["can", "bo.ek", "S-1/read"], console: console(leavingAfter: 0))
    #expect(no.status == .refused && no.messages.isEmpty)
  }
}
