import Foundation
import Testing

/// The player of transcripts itself: it must fail when something else comes, and say where.
@Suite struct TranscriptToolTests {
  @Test func `what differs is refused and told with its file and line`() throws {
    let cases: [(name: String, text: String, line: Int, told: [String])] = [
      (
        "another line", "$ printf 'one\\ntwo\\nthree\\n'\none\n2\nthree\n", 3,
        ["  one", "- 2", "+ two", "  three"]
      ),
      ("a line too many", "# A story.\n\n$ printf 'one\\n'\none\ntwo\n", 5, ["- two"]),
      ("a line missing", "$ printf 'one\\ntwo\\n'\none\n", 3, ["+ two"]),
      ("an exit status that is not written", "$ ls nowhere | wc -l\n0\n", 3, ["+ ? 2"]),
      ("an exit status that did not come", "$ printf 'one\\n'\none\n? 1\n", 3, ["- ? 1"]),
      ("a line end that is missing", "$ printf 'one'\none\n", 3, ["+ \\"]),
      (
        "a message on standard error",
        "@ 2026-01-12T08:00:00.000Z\n$ liggare verfy\n! CLI-99\n? 2\n", 3, ["- ! CLI-99"]
      ),
    ]
    for (name, text, line, told) in cases {
      try played("check", text) { run, file in
        #expect(run.status == 1, "\(name): \(run.output)")
        #expect(run.output.contains("\(file.path):\(line): something else came"), "\(name)")
        let lines = run.output.split(separator: "\n").map(String.init)
        for wanted in told { #expect(lines.contains(wanted), "\(name): \(run.output)") }
      }
    }
  }

  @Test func `what cannot be played is refused and told with its file and line`() throws {
    let clock = "@ 2026-01-12T08:00:00.000Z\n"
    let cases: [(name: String, text: String, line: Int)] = [
      ("a program that is not allowed", "$ rm -r keys\n", 1),
      ("a program that is not allowed, behind a mark", "$ printf 'x' | sh\n", 1),
      ("no program before a mark", "$ printf 'x' | | wc\n", 1),
      ("no clock", "# A story.\n$ liggare verify\n", 2),
      ("a clock that is none", "@ 2026-01-12\n", 1),
      ("quotes that do not match", clock + "$ liggare verify --ledger \"x\n", 2),
      ("a shell's redirection", clock + "$ liggare verify > file\n", 2),
      ("a shell's variable", clock + "$ liggare verify --ledger $HOME\n", 2),
      ("output without a command", "# A story.\nintact\n", 2),
      ("a command that never ends", "$ printf 'x' \\\n", 1),
    ]
    for (name, text, line) in cases {
      try played("check", text) { run, file in
        #expect(run.status == 2, "\(name): \(run.output)")
        #expect(run.output.hasPrefix("\(file.path):\(line): "), "\(name): \(run.output)")
      }
    }
  }

  @Test func `what is recorded is what came, once and for all, and no other line is touched`()
    throws
  {
    let story = """
      # A story, which is kept.
      #
      @ 2026-01-12T08:15:00.000Z
      $ printf '\\n$ not a command\\n# not a story\\n| x\\n\\\\\\nCR\\r\\nå'

      $ printf 'one\\ntwo\\n' | \\
          head -n 1
      stale
      $ export LANG=sv_SE.UTF-8
      $ liggare verfy
      $ liggare key create key
      $ grep nothing key
      """
    try played("record", story + "\n") { run, file in
      #expect(run.status == 0, "\(run.output)")
      let text = try String(contentsOf: file, encoding: .utf8)
      let odd = "|\n| $ not a command\n| # not a story\n| | x\n| \\\nCR␍\nå\n\\\n\n"
      #expect(text.contains(odd), "\(text)")
      #expect(text.hasPrefix("# A story, which is kept.\n#\n@ 2026-01-12T08:15:00.000Z\n$ printf"))
      #expect(text.contains("\n    head -n 1\none\n$ export"), "\(text)")
      #expect(text.contains("! CLI-01: Det finns inget sådant verb."), "\(text)")
      #expect(text.hasSuffix("$ grep nothing key\n? 1\n"), "\(text)")
      #expect(try TranscriptRun("check", [file]).status == 0)
      #expect(try TranscriptRun("record", [file]).output == "")
      #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }
  }

  @Test func `a transcript is played and told at the same time, and still checked`() throws {
    try played("play", "# A story.\n$ printf 'one\\n'\ntwo\n") { run, _ in
      #expect(run.status == 1)
      #expect(run.output.contains("# A story.\n$ printf 'one\\n'\none\n"), "\(run.output)")
    }
  }

  /// Writes a transcript, plays it, and shows the run and the file.
  private func played(
    _ mode: String, _ text: String, _ look: (TranscriptRun, URL) throws -> Void
  ) throws {
    try TranscriptRun.withFolder { folder in
      let file = folder.appending(path: "told.transcript")
      try Data(text.utf8).write(to: file)
      try look(try TranscriptRun(mode, [file]), file)
    }
  }
}
