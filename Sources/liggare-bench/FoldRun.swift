import AccessLedger
import AccessModel
import Chronology
import EventStore
import Projections
import Transparency

/// Replay without proof: the log folded from nothing to the permission state, without hashing its lines.
struct FoldRun {
  var ledger: String
  /// The moment at which the grants in effect are counted; that is not timed.
  var moment: Instant

  func run() throws -> Figures {
    var watch = Stopwatch()
    let ledger = try Ledger.open(
      at: self.ledger, for: .reading, ambient: .system, usesSnapshot: false)
    watch.stop()
    let register = ledger.register
    var lines: [[UInt8]] = []
    for grant in register.grants.rows where register.isInEffect(grant, at: moment) {
      guard let person = grant.person else { continue }
      let entitlement = grant.entitlement
      lines.append(
        Array("\(person)\t\(entitlement.system)\t\(entitlement.name)\t\(grant.id)\n".utf8))
    }
    lines.sort { $0.lexicographicallyPrecedes($1) }
    var digest = SHA256()
    for line in lines { digest.update(line) }
    var figures = Figures()
    figures.add(watch)
    figures.add("events", Int(register.position))
    figures.add("grants_ever", register.grants.count)
    figures.add("grants", lines.count)
    figures.add("sha256", word: digest.digest.hexadecimal)
    return figures
  }
}
