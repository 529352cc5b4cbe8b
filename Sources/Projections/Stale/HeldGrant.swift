import AccessModel
import Chronology
import Policies

/// A grant that had begun at the moment of an inquiry, with where it stands and the rules that hold for it.
struct HeldGrant: Sendable {
  var row: GrantRow
  var state: GrantState
  /// The rules in force for it at the moment.
  var rules: AccessPolicy
  var person: PersonRow?
  var system: SystemRow
  var entitlement: EntitlementRow

  /// Whether it works, or would but for a suspension.
  var isWorking: Bool { state == .inEffect || state == .suspended }

  /// What a rule finds of it.
  func finding(_ rule: StaleRule, since: Instant, evidence: [StaleFact]) -> StaleFinding {
    StaleFinding(
      rule: rule, about: .grant(row.id), person: row.person, system: row.entitlement.system,
      since: since, evidence: evidence)
  }

  /// What is at stake in it.
  func stakes(in inquiry: StaleInquiry) -> Stakes {
    var stakes = system.stakes(
      of: entitlement, for: person?.category ?? .employee, at: inquiry.moment)
    stakes.restsOnException = inquiry.register.restsOnException(row, at: inquiry.moment)
    return stakes
  }

  /// What ended it and by when it was to be gone, when that has passed and nobody has confirmed that it is.
  func overdueRemoval(in inquiry: StaleInquiry) -> (end: GrantEnd, due: Instant)? {
    guard state == .ending, let end = inquiry.register.end(of: row, at: inquiry.moment) else {
      return nil
    }
    let due = inquiry.register.removalDue(
      of: row, after: end, in: inquiry.zone, standard: inquiry.standard)
    return due <= inquiry.moment ? (end, due) : nil
  }

  /// From when it could be used without a break up to a moment: its execution, or the end of its last suspension or of its holder's last
  /// absence; `nil` when it never could.
  func beginning(by moment: Instant) -> Instant? {
    guard let execution = row.standing(at: moment).execution else { return nil }
    var begun = max(execution.at, max(execution.from, row.decided.from))
    for suspension in row.suspensions where suspension.fact.effective <= moment {
      let over = [suspension.until, suspension.resumed?.fact.effective].compactMap(\.self).min()
      if let over, over <= moment { begun = max(begun, over) }
    }
    for absence in person?.absences ?? [] {
      if let back = absence.ended?.effective, back <= moment { begun = max(begun, back) }
    }
    return begun
  }
}
