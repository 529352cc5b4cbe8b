import CommandLineTool
import Diagnostics

/// The words of a command line, parted by NUL, against everything that can be typed.
enum CommandLineParser: FuzzedParser {
  static let name = "command-line"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let words = bytes.split(separator: 0, omittingEmptySubsequences: false).map { Array($0) }
    do throws(UsageError) {
      _ = try Tool.grammar.parse(ArgumentVector.decode(words))
      return true
    } catch {
      for language in Language.allCases {
        try require(!error.diagnostic.text(in: language).isEmpty, "a refusal can be told")
      }
      return false
    }
  }
}
