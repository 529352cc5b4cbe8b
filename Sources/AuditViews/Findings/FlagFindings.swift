import AccessModel
import Chronology
import Diagnostics
import Events
import Projections

/// Flags on stale access that wait for an answer, gathered by system.
struct FlagFindings {
  let question: ViewQuestion

  init(_ question: ViewQuestion) {
    self.question = question
  }

  func findings() -> [Finding] {
    let open = question.flags().filter { $0.standing.state.isOpen }
    let systems = Dictionary(grouping: open) { $0.flag.flagged.system }
    return systems.sorted { one, other in
      guard let left = one.key, let right = other.key else { return one.key != nil }
      return left.comesBefore(right)
    }.map { system, flags in
      let overdue = flags.count { $0.standing.due <= question.asOf }
      return Finding(
        FindingCatalogue.flagsOpen, overdue > 0 ? .warning : .notice,
        system.map { "\($0)" } ?? "–", system: system,
        detail: Localized(
          en: "open: \(flags.count), overdue: \(overdue)",
          sv: "öppna: \(flags.count), förfallna: \(overdue)"),
        since: flags.map(\.flag.raised.effective).min(),
        command: "liggare stale list" + (system.map { " --system \($0)" } ?? ""))
    }
  }
}
