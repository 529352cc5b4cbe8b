import AccessModel
import Chronology
import Commands
import Diagnostics
import EventSourcing
import Events
import Projections

/// What follows from what is asked about flags on stale access.
enum StaleDecider {
  static func decide(
    _ command: StaleCommand, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    switch command {
    case .scan(let command): try scan(command, given: state, drafting)
    case .notify(let command): [try notify(command, given: state, drafting)]
    case .answer(let command): [try answer(command, given: state, drafting)]
    }
  }

  private static func inquiry(_ state: Register, _ drafting: Drafting) -> StaleInquiry {
    let context = drafting.context
    return StaleInquiry(
      state, at: context.moment, in: context.zone, standard: context.policy,
      needWords: context.needWords)
  }

  private static func scan(
    _ command: ScanStale, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> [Draft<AccessEvent>] {
    var drafts: [Draft<AccessEvent>] = []
    var next = state.flags.nextNumber
    let context = drafting.context
    let steps =
      context.staleRemainder?.steps(at: state.position, about: context.moment)
      ?? StaleScan(inquiry(state, drafting)).steps[...]
    for step in steps.prefix(command.stepsMax) {
      switch step {
      case .raise(let finding, let due, let expires):
        let flag = StaleFlagged(
          flag: FlagID(number: next), rule: finding.rule, about: finding.about,
          person: finding.person, system: finding.system, since: finding.since,
          evidence: finding.evidence, due: due, expires: expires)
        next += 1
        drafts.append(try drafting.draft(.stale(.flagged(flag)), about: finding.person))
      case .reopen(let flag, let due):
        drafts.append(
          try drafting.draft(
            .stale(.reopened(StaleReopened(flag: flag, due: due))),
            about: state.flags[flag]?.flagged.person))
      case .resolve(let flag, let outcome):
        drafts.append(
          try drafting.draft(
            .stale(
              .resolved(
                StaleResolved(flag: flag, outcome: outcome, by: drafting.context.principal))),
            about: state.flags[flag]?.flagged.person))
      }
    }
    return drafts
  }

  private static func notify(
    _ command: NotifyOfFlag, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let flag = try flag(command.flag, in: state)
    for person in command.to {
      guard state.persons.contains(person) else { throw ReferenceCodes.unknown(person) }
    }
    return try drafting.draft(
      .stale(
        .notified(StaleNotified(flag: flag.id, notice: command.notice, to: command.to))),
      about: flag.flagged.person)
  }

  private static func answer(
    _ command: AnswerFlag, given state: Register, _ drafting: Drafting
  ) throws(Rejection) -> Draft<AccessEvent> {
    let flag = try flag(command.flag, in: state)
    guard state.persons.contains(command.by) else { throw ReferenceCodes.unknown(command.by) }
    let outcome: FlagOutcome
    if let said = command.outcome, said.isJudged {
      outcome = said
    } else {
      outcome = try shown(flag, in: inquiry(state, drafting))
    }
    return try drafting.draft(
      .stale(
        .resolved(
          StaleResolved(flag: flag.id, outcome: outcome, by: command.by, until: command.until))),
      about: flag.flagged.person)
  }

  /// How the cause of a flag went away, which the register must show.
  private static func shown(
    _ flag: FlagRow, in inquiry: StaleInquiry
  ) throws(Rejection) -> FlagOutcome {
    guard let outcome = StaleScan.outcome(of: flag, in: inquiry) else {
      throw ReferenceCodes.order(
        "\(flag.id)",
        state: Localized(en: "the cause is still there", sv: "orsaken finns kvar"),
        needed: Localized(
          en: "the cause put right, or liggare stale accept \(flag.id) --until DAY --reason TEXT",
          sv:
            "att orsaken åtgärdas, eller liggare stale accept \(flag.id) --until DAG --reason TEXT"
        ))
    }
    return outcome
  }

  private static func flag(_ id: FlagID, in state: Register) throws(Rejection) -> FlagRow {
    guard let flag = state.flags[id] else { throw ReferenceCodes.unknown(id) }
    return flag
  }
}
