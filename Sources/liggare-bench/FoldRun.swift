import AccessLedger
import Chronology
import EventStore
import Projections
import Transparency

/// Replay without proof: the log folded from nothing to the permission state, without hashing its lines.
struct FoldRun {
  var ledger: String
  /// The moment at which the grants in effect are listed for the digest; that is not timed.
  var moment: Instant

  func run() throws -> Figures {
    var watch = Stopwatch()
    let ledger = try Ledger.open(
      at: self.ledger, for: .reading, ambient: .system, isFolding: false, usesSnapshot: false)
    let replay = try ledger.permissions(isHashing: false)
    watch.stop()
    let inEffect = replay.inEffect(at: moment)
    var bytes: [UInt8] = []
    for permission in inEffect { permission.write(to: &bytes) }
    var figures = Figures()
    figures.add(watch)
    figures.add("events", Int(replay.eventCount))
    figures.add("grants_ever", replay.state.grantCount)
    figures.add("grants", inEffect.count)
    figures.add("sha256", word: SHA256.digest(of: bytes).hexadecimal)
    return figures
  }
}
