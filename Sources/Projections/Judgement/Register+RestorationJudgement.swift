import AccessModel
import Diagnostics
import Events
import Policies
import Transparency

extension Register {
  /// What the rules have against going on from a backup.
  func violations(of restored: LedgerRestored, in proposal: Proposal) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found.add(
      DecidedRestoration.check(hasCase: proposal.hasCase, hasReason: proposal.hasReason))
    found.add(
      VisibleGap.check(
        size: restored.size, seen: restored.seenSize, hasNewOrigin: restored.origin != nil))
    let key = restored.logKey.map { LogKeyRow(key: $0, added: .blank).verifierKey }
    found.add(
      TrueRestoration.check(
        size: restored.size, position: position, origin: origin?.text,
        next: restored.origin.map { ($0.text, restored.previous?.text) },
        keyName: key.map { $0?.name ?? "" }))
    return found
  }
}
