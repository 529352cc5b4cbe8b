import AccessModel
import Chronology
import Diagnostics
import Events
import Policies

extension Register {
  /// ROL-06: an auditor holds no other role at any moment of the same time.
  func auditorViolation(of role: RoleAssigned) -> Diagnostic? {
    let others = (persons[role.holder]?.assignments ?? []).lazy.map { assignments[$0] }.filter {
      row in
      guard row.id != role.assignment else { return false }
      let ends = [row.until, row.ended?.effective].compactMap(\.self).min()
      if let ends, ends <= max(role.from, row.from) { return false }
      return role.until.map { row.from < $0 } ?? true
    }
    return AuditorStandsAlone.check(
      holder: role.holder, role: role.role, others: others.map { ($0.id, $0.role) })
  }

  /// ROL-05: an owner or a steward whose role ends with nobody in their place.
  func vacancyViolation(of ended: RoleEnded, in proposal: Proposal) -> Diagnostic? {
    guard proposal.channel != .migration, let row = assignments[ended.assignment],
      let id = row.system, let system = systems[id],
      row.role == .owner || row.role == .steward
    else { return nil }
    let moment = ended.until ?? proposal.effective
    let isClosed = system.closing.map { $0 <= moment } ?? false
    let remaining = holders(of: row.role, for: id, at: moment).filter { $0.id != row.id }
    return VacancyNote.check(
      assignment: row.id, role: row.role, system: id,
      leavesVacant: !isClosed && remaining.isEmpty && row.isInForce(at: moment),
      hasReason: proposal.hasReason, until: ended.vacantUntil, at: moment)
  }
}
