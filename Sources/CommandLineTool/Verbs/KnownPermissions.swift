import AccessLedger
import AccessModel
import AuditViews
import Diagnostics
import EventStore
import Projections

/// `view active-grants --known-at` for programs, from the fold of permissions alone: the whole register as it was then would have to be
/// folded for the same four columns.
enum KnownPermissions {
  /// Answers when nothing but that is asked for.
  ///
  /// - Returns: whether it did; else the question is one for the register.
  static func answer(_ session: VerbSession) throws -> Bool {
    let view = ActiveGrants.description
    guard session.command.string("known-at") != nil, session.typedLimits == [view.name],
      session.format != .table, session.format != .xlsx
    else { return false }
    let ledger = try session.openLedger(.reading)
    let zone = try ledger.timeZone()
    guard let knownAt = try session.lastMoment("known-at", in: zone) else { return false }
    let asOf = try session.lastMoment("as-of", in: zone) ?? session.ambient.now()
    try session.noteReading(of: view.name, in: ledger)
    let replay =
      session.usesSnapshot
      ? try ledger.permissionsFromKept(knownAt: knownAt) : try ledger.permissions(knownAt: knownAt)
    if session.opened.areDamaged { throw DamagedSnapshot() }
    let rows = replay.inEffect(at: asOf).map(ActiveGrants.row(for:))
    try session.answer(
      Table(name: view.tableName, title: view.title, columns: view.columns, rows: rows), in: zone)
    return true
  }
}
