import AccessLedger
import AccessModel
import Chronology
import EventStore
import Projections
import Transparency

/// Point checks in one process: may this person use this entitlement at a moment, yes or no.
struct CheckRun {
  var ledger: String
  /// The file of pairs, `person TAB entitlement LF`.
  var pairs: String
  var moment: Instant

  func run() throws -> Figures {
    let ledger = try Ledger.open(at: self.ledger, for: .reading, ambient: .system)
    let pairs = try readPairs()
    var making = Stopwatch()
    let checks = AccessChecks(ledger.register)
    making.stop()
    var answers = [UInt8](repeating: 0x30, count: pairs.count)
    var count = 0
    var watch = Stopwatch()
    for index in pairs.indices {
      let (person, entitlement) = pairs[index]
      if checks.isInEffect(person, entitlement, at: moment) {
        answers[index] = 0x31
        count += 1
      }
    }
    watch.stop()
    var figures = Figures()
    figures.add(watch)
    figures.add("making_seconds", making.seconds)
    figures.add("checks", pairs.count)
    figures.add("yes", count)
    figures.add("sha256", word: SHA256.digest(of: answers).hexadecimal)
    return figures
  }

  private func readPairs() throws -> [(person: PersonID, entitlement: EntitlementID)] {
    try contents(of: pairs).split(separator: 0x0A).enumerated().map { number, line in
      let words = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 2, let person = PersonID(words[0]),
        let entitlement = EntitlementID(words[1])
      else { throw BenchError.malformedPair(line: number + 1) }
      return (person, entitlement)
    }
  }
}
