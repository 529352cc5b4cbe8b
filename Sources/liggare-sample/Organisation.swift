import AccessModel
import Chronology

/// Somebody in the history, as far as it must be remembered.
final class Worker {
  let id: PersonID
  var affiliation: AffiliationID
  var unit: Workplace
  let category: PersonCategory
  /// Whether it is somebody whom others depend on, so that chance does not move them.
  var isKeeper = false
  /// When they leave; `.latest` when nothing is planned.
  var leaves = Instant.latest
  /// Until when something goes on that nothing else is started beside: a move, an absence.
  var busyUntil = Instant.earliest
  /// Whether some of their access is looked at each month.
  var isReviewedOften = false
  /// When a review of their own was last begun.
  var asked = Instant.earliest
  var holdings: [Holding] = []
  /// What is asked for and not answered yet.
  var pending: Set<EntitlementID> = []
  /// Until when a course counts.
  var courses: [CourseCode: Instant] = [:]
  /// The separate account in a system.
  var adminAccounts: [SystemID: AccountID] = [:]

  /// How much they hold and have asked for.
  var rightsCount: Int { holdings.count { !$0.isOver } + pending.count }

  init(
    _ id: PersonID, _ affiliation: AffiliationID, _ unit: Workplace, _ category: PersonCategory
  ) {
    self.id = id
    self.affiliation = affiliation
    self.unit = unit
    self.category = category
  }

  /// Whether they have the right, or will if the answer is yes.
  func has(_ right: EntitlementID) -> Bool {
    pending.contains(right) || holdings.contains { $0.right.id == right && !$0.isOver }
  }
}

/// Where people work.
final class Workplace {
  let id: UnitID
  let kind: UnitKind
  /// The committee, board or company it belongs to.
  let entity: UnitID
  let isCompany: Bool
  var workers: [Worker] = []
  /// Who leads it, and who stands in.
  var leader: Worker?
  var standIn: Worker?
  /// Where its leader's own needs are endorsed.
  let above: Workplace?

  init(_ id: UnitID, _ kind: UnitKind, entity: UnitID, isCompany: Bool, above: Workplace?) {
    self.id = id
    self.kind = kind
    self.entity = entity
    self.isCompany = isCompany
    self.above = above
  }
}

/// A system in the history.
final class Application {
  let id: SystemID
  let kind: SystemKind
  let owner: Worker
  var steward: Worker
  var deputy: Worker
  var stewardship: AssignmentID
  var deputyship: AssignmentID
  /// The entity whose people use it; `nil` for everybody.
  let users: UnitID?
  let body: UnitID
  var rights: [Right] = []
  var analysis: AnalysisID?

  init(
    _ id: SystemID, _ kind: SystemKind, owner: Worker, steward: Worker, deputy: Worker,
    stewardship: AssignmentID, deputyship: AssignmentID, users: UnitID?, body: UnitID
  ) {
    self.id = id
    self.kind = kind
    self.owner = owner
    self.steward = steward
    self.deputy = deputy
    self.stewardship = stewardship
    self.deputyship = deputyship
    self.users = users
    self.body = body
  }
}

/// A right that can be granted.
struct Right {
  enum Decider {
    case steward
    case delegate
  }

  var id: EntitlementID
  var decider = Decider.steward
  var isPrivileged = false
  var isForEmergencies = false
  var course: CourseCode?
  /// What may not be held beside it.
  var opposite: EntitlementID?
}

/// A grant in the history.
final class Holding {
  let grant: GrantID
  let right: Right
  let system: Application
  let holder: Worker
  let since: Instant
  /// Who decided it, who cannot be the one to review it.
  var decider: Worker?
  var until: Instant?
  var isOver = false

  init(
    _ grant: GrantID, _ right: Right, _ system: Application, _ holder: Worker, since: Instant,
    until: Instant?
  ) {
    self.grant = grant
    self.right = right
    self.system = system
    self.holder = holder
    self.since = since
    self.until = until
  }
}
