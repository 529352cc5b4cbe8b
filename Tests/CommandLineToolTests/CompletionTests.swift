import CommandLineTool
import Diagnostics
import Foundation
import Testing

private let english = CompletionScript(sample, language: .english)

@Suite struct CompletionTests {
  /// What bash offers for the last of the words, the script loaded.
  private func bash(_ words: [String]) throws -> [String] {
    let bash = try #require(program("bash"))
    let script = """
      set -u
      source "$1"; shift
      touch evidence.txt file.pem
      COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); COMPREPLY=()
      _liggare
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let (output, status) = try withFile(english.text(for: .bash)) { file in
      try run(bash, ["--norc", "-c", script, "bash", file, "liggare"] + words)
    }
    #expect(status == 0, "\(output)")
    return output.split(separator: "\n").map(String.init).sorted()
  }

  @Test func `bash completes verbs, options, choices and files`() throws {
    let cases: [([String], [String])] = [
      ([""], ["grant", "help", "key", "replay", "verify", "view", "who"]),
      (["v"], ["verify", "view"]), (["grant", ""], ["issue", "list"]), (["help", "gr"], ["grant"]),
      (["help", "grant", "i"], ["issue"]), (["--ledger", "grant", "gr"], ["grant"]),
      (["--lang", "sv", "grant", "l"], ["list"]), (["--lang", ""], ["en", "sv"]),
      (["grant", "issue", "--de"], ["--decided-by"]), (["grant", "issue", "--r"], ["--reason"]),
      (["grant", "list", "--r"], []), (["grant", "list", "--a"], ["--as-of"]),
      (["verify", "--l"], ["--lang", "--ledger"]), (["verify", "--d"], []),
      (["who", "x", "--format", "js"], ["json", "jsonl"]), (["who", "-f", "t"], ["table", "tsv"]),
      (
        ["who", "--format", "="], ["csv", "csv-sv", "json", "jsonl", "table", "tsv", "xlsx"]
      ),
      (["who", "--format", "=", "c"], ["csv", "csv-sv"]),
      (["who", "--format=c"], ["--format=csv", "--format=csv-sv"]),
      (["who", "--as-of", "2026", "--f"], ["--format"]),
      (["view", ""], ["backlog", "file"]), (["view", "backlog", ""], []),
      (["view", "b"], ["backlog"]),
      (["grant", "issue", "--evidence", "ev"], ["evidence.txt"]),
      (["grant", "issue", "--evidence", "=", "f"], ["file.pem"]),
      (["key", "add", "f"], ["file.pem"]), (["key", ""], ["add"]), (["key", "anna", "a"], []),
      (["grant", "issue", "--", "--de"], []), (["grant", "issue", "grant", "i"], []),
      (["replay", "--f"], ["--format"]), (["replay", "--a"], []),
      (["replay", "--format", "js"], ["json", "jsonl"]), (["who", "x", "--dry"], []),
      (["xyz", "grant", ""], []),
    ]
    for (words, expected) in cases { #expect(try bash(words) == expected, "\(words)") }
  }

  @Test func `bash reads the script without a complaint`() throws {
    let bash = try #require(program("bash"))
    for language in Language.allCases {
      let script = CompletionScript(sample, language: language).text(for: .bash)
      let (output, status) = try withFile(script) { try run(bash, ["-n", $0]) }
      #expect(status == 0 && output == "")
    }
  }

  @Test func `zsh and fish are told every verb and option`() {
    for language in Language.allCases {
      let script = CompletionScript(sample, language: language)
      let (zsh, fish) = (script.text(for: .zsh), script.text(for: .fish))
      #expect(zsh.hasPrefix("#compdef liggare\n"))
      for verb in sample.verbs {
        #expect(zsh.contains("    ('\(verb.name)')\n"))
        #expect(fish.contains("'\(verb.name)'"))
        for option in sample.options(of: verb) {
          #expect(zsh.contains("--\(option.name)") && fish.contains(" -l \(option.name) "))
        }
      }
    }
    #expect(english.text(for: .zsh).contains("Why; in '\\''plain'\\'' words\\: \\[short\\]."))
    #expect(english.text(for: .fish).contains("'Why; in \\'plain\\' words: [short].'"))
  }

  @Test(.enabled(if: program("zsh") != nil))
  func `zsh reads the script without a complaint`() throws {
    let zsh = try #require(program("zsh"))
    let (output, status) = try withFile(english.text(for: .zsh)) { try run(zsh, ["-n", $0]) }
    #expect(status == 0 && output == "")
  }

  @Test(.enabled(if: program("fish") != nil))
  func `fish completes with the script`() throws {
    let fish = try #require(program("fish"))
    let cases: [(String, [String])] = [
      ("liggare v", ["verify", "view"]), ("liggare grant ", ["issue", "list"]),
      ("liggare --lang sv grant l", ["list"]), ("liggare who --format=c", ["--format=csv"]),
      ("liggare grant issue --de", ["--decided-by"]), ("liggare grant list --rea", []),
      ("liggare grant issue --rea", ["--reason"]), ("liggare view b", ["backlog"]),
      ("liggare help gr", ["grant"]),
    ]
    try withFile(english.text(for: .fish)) { file in
      for (line, expected) in cases {
        let code = "source \(file); complete -C '\(line)'"
        let (output, status) = try run(fish, ["--no-config", "-c", code])
        let words = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
        #expect(status == 0 && words.sorted() == expected, "\(line): \(output)")
      }
    }
  }
}
