import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections
import Transparency

/// What follows from going on from a backup.
enum RestorationDecider {
  static func decide(
    _ command: RestoreLedger, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    guard state.persons.contains(command.decider) else {
      throw ReferenceCodes.unknown(command.decider)
    }
    var restored = LedgerRestored(
      size: Int64(clamping: command.head.size), root: command.head.root, decider: command.decider)
    if let seen = command.seen {
      restored.seenSize = Int64(clamping: seen.size)
      restored.seenRoot = seen.root
      restored.seenBy = try drafting.label(seen.by, Localized(en: "seen by", sv: "sett av"))
    }
    if let origin = command.origin {
      restored.origin = try drafting.label(origin, Localized(en: "origin", sv: "ursprung"))
      restored.previous = state.origin
    }
    if let key = command.logKey {
      restored.logKey = try drafting.label(key.text, Localized(en: "key", sv: "nyckel"))
    }
    return [try drafting.draft(.ledger(.restored(restored)))]
  }
}
