import AccessModel
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections
import Transparency

/// What follows from what is asked about the keys that the log signs with.
enum LogKeyDecider {
  static func decide(
    _ command: LogKeyCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    let current = state.logKeys.filter { $0.retired == nil }
    switch command {
    case .replace(let command):
      guard let present = current.first, current.count == 1 else {
        throw Rejection(
          LogKeyDecisionCodes.replacementUnderWay.diagnostic(
            facts: current.map { .init(en: "key", sv: "nyckel", $0.key.text) }))
      }
      guard let key = Label(command.key.text), command.key.name == state.origin?.text,
        command.key.algorithm == .note
      else {
        throw Rejection(
          LogKeyDecisionCodes.notOfThisLog.diagnostic(
            .init(en: "key", sv: "nyckel", command.key.text),
            .init(en: "origin", sv: "ursprung", state.origin?.text ?? "–")))
      }
      guard !state.logKeys.contains(where: { $0.key == key }) else {
        throw Rejection(
          ReferenceCodes.taken.diagnostic(.init(en: "key", sv: "nyckel", key.text)))
      }
      return [
        try drafting.draft(
          .ledger(.logKeyReplaced(LogKeyReplaced(logKey: key, previous: present.key))))
      ]
    case .retire:
      guard let retiring = current.first, current.count > 1 else {
        throw Rejection(
          LogKeyDecisionCodes.noReplacement.diagnostic(
            facts: current.map { .init(en: "key", sv: "nyckel", $0.key.text) }))
      }
      return [try drafting.draft(.ledger(.logKeyRetired(LogKeyRetired(logKey: retiring.key))))]
    }
  }
}
