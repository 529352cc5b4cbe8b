import Interchange

/// `passwd` and, after a NUL, `group` of a Linux host.
enum UserDatabaseParser: FuzzedParser {
  static let name = "user-database"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let host = LinuxAccounts(
      passwd: Array(parts[0]), group: parts.count > 1 ? Array(parts[1]) : [])
    try require(
      Set(host.accounts.map(\.name)).isSuperset(of: host.rights.map(\.account)),
      "a right is of an account")
    return host.findings.isEmpty
  }
}
