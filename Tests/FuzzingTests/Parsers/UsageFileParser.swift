import Chronology
import Diagnostics
import Interchange

/// What a system tells of the use of its accounts: a table, or what `last` or `lastlog` writes.
enum UsageFileParser: FuzzedParser {
  static let name = "usage-file"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let file: UsageFile
    do throws(Diagnostic) {
      file = try UsageFile(bytes, in: .utc)
    } catch {
      try require(!error.text(in: .swedish).isEmpty, "a refusal can be told")
      return false
    }
    let names = Set(file.accounts.map(\.name))
    try require(names.count == file.accounts.count, "each account stands once")
    return true
  }
}
