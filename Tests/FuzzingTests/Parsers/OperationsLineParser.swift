import EventStore

/// A line of the operations log or of the log of reads.
enum OperationsLineParser: FuzzedParser {
  static let name = "operations-line"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    guard let entry = OperationsEntry(line: bytes) else { return false }
    let said =
      [entry.principal, entry.verb, entry.code] + entry.detail.flatMap { [$0.name, $0.value] }
    try require(
      said.reduce(0) { $0 + $1.utf8.count } < bytes.count, "nothing is said that was not written")
    try require(OperationsEntry(line: bytes) == entry, "the same is read again")
    return true
  }
}
