import Chronology
import Policies
import Projections

/// Access that nobody has decided, with the moment by which somebody must.
struct UndecidedEntry {
  var entry: GrantEntry
  var found: Instant
  var due: Instant
  /// Whether it has waited too long (INV-24).
  var isOverdue: Bool
}

extension ViewQuestion {
  /// The undecided access that the filter lets through, by entitlement.
  func undecided() -> [UndecidedEntry] {
    grants(in: [.undecided]).sorted(by: GrantEntry.byEntitlement).map { entry in
      let grant = register.grants[entry.index]
      let (found, due) = register.undecidedDue(of: grant, at: asOf)
      return UndecidedEntry(
        entry: entry, found: found, due: due,
        isOverdue: UndecidedAccess.check(grant: grant.id, due: due, at: asOf) != nil)
    }
  }
}
