import AccessModel
import Chronology
public import Diagnostics
import Projections

/// Who holds which role, and which system lacks somebody it must have.
///
/// Every system that is not closed needs an owner, a steward and a deputy; each that is missing is a row of its own, before the
/// roles that are held.
public enum Roles: RegisterView {
  /// Whether a role is held.
  public enum State: Hashable, Sendable, CaseIterable {
    case active
    case ended
    /// It is assigned to somebody who does not work here, and worth nothing.
    case holderAbsent
    case vacant
    /// There is no steward, and a deputy who acts meanwhile.
    case vacantWithDeputy

    public var code: String {
      switch self {
      case .active: "active"
      case .ended: "ended"
      case .holderAbsent: "holder-absent"
      case .vacant: "vacant"
      case .vacantWithDeputy: "vacant-with-deputy"
      }
    }

    public var word: Localized {
      switch self {
      case .active: Localized(en: "active", sv: "gäller")
      case .ended: Localized(en: "ended", sv: "upphörd")
      case .holderAbsent:
        Localized(en: "the holder does not work here", sv: "innehavaren arbetar inte här")
      case .vacant: Localized(en: "vacant", sv: "vakant")
      case .vacantWithDeputy:
        Localized(en: "vacant, the deputy acts", sv: "vakant, ersättaren träder in")
      }
    }
  }

  private static let holder = Column.identifier("holder", Localized(en: "Holder", sv: "Innehavare"))
  private static let appointedBy = Column.identifier(
    "appointed_by", Localized(en: "Appointed by", sv: "Utsedd av"))
  /// By when there is to be somebody new, as was said when the last holder's role ended.
  private static let vacantUntil = Column(
    key: "vacant_until", title: Localized(en: "To be filled by", sv: "Ska tillsättas senast"))
  private static let assignment = Column.identifier("assignment", AssignmentSubject.capitalised)

  public static let description = ViewDescription(
    "roles",
    title: Localized(en: "Roles and vacancies", sv: "Roller och vakanser"),
    question: Localized(
      en: "Who holds which role, and where is one vacant?",
      sv: "Vem har vilken roll, och var är någon vakant?"),
    controls: [.accountManagers, .segregation, .stewards],
    columns: [
      .system, .systemName, .unit, .role, .state, holder, .name, .from, .ends, vacantUntil,
      appointedBy, assignment,
    ], key: ["system", "unit", "role", "assignment"],
    filters: [.system, .person, .unit, .role])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    vacancies(question) + held(question)
  }

  private static func vacancies(_ question: ViewQuestion) -> [[Cell]] {
    guard question.filter.persons.isEmpty else { return [] }
    let roles = question.filter.roles
    return question.vacancies().filter { roles.isEmpty || roles.contains($0.role) }.map {
      system, role, state in
      [
        .id(system.id), .text(system.name(at: question.asOf).text), .empty, .word(role),
        .word(code: state.code, state.word), .empty, .empty, .empty, .empty,
        .end(orEmpty: question.vacancyDeadline(of: role, in: system)), .empty, .empty,
      ]
    }
  }

  /// Those that hold, and on demand those that are over.
  private static func isTold(_ row: AssignmentRow, _ question: ViewQuestion) -> Bool {
    if row.isInForce(at: question.asOf) { return true }
    return question.filter.includesEnded && row.from <= question.asOf
  }

  private static func held(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    let order = Dictionary(
      uniqueKeysWithValues: Role.allCases.enumerated().map { ($0.element, $0.offset) })
    return register.assignments.rows.filter { row in
      isTold(row, question) && question.filter.admits(row.holder)
        && (question.filter.roles.isEmpty || question.filter.roles.contains(row.role))
        && question.filter.admits(row.system)
        && question.admits(
          unit: row.unit ?? row.system.flatMap { register.systems[$0]?.owner(at: question.asOf) })
    }.sorted { one, other in
      if one.system != other.system {
        guard let right = other.system else { return false }
        return one.system.map { $0.comesBefore(right) } ?? true
      }
      if one.role != other.role {
        return order[one.role, default: 0] < order[other.role, default: 0]
      }
      return one.assigned.position < other.assigned.position
    }.map { row in
      let state: State =
        !row.isInForce(at: question.asOf)
        ? .ended : register.isPresent(row.holder, at: question.asOf) ? .active : .holderAbsent
      return [
        .id(row.system),
        .text(
          orEmpty: row.system.flatMap { register.systems[$0]?.name(at: question.asOf).text }),
        .id(row.unit), .word(row.role), .word(code: state.code, state.word), .id(row.holder),
        question.nameCell(row.holder), .bound(row.from, .start),
        .end(orEmpty: row.end), .empty, .id(row.appointedBy), .id(row.id),
      ]
    }
  }
}

extension ViewQuestion {
  /// By when a vacant role was to be filled, as was said when the last holder's role ended.
  func vacancyDeadline(of role: Role, in system: SystemRow) -> Instant? {
    system.assignments.lazy.map { register.assignments[$0] }.filter {
      $0.role == role && ($0.ended.map { $0.effective <= asOf } ?? false)
    }.max { ($0.ended?.effective ?? $0.from) < ($1.ended?.effective ?? $1.from) }?.vacantUntil
  }

  /// What the open systems lack of owner, steward and deputy, by system.
  func vacancies() -> [(system: SystemRow, role: Role, state: Roles.State)] {
    var found: [(SystemRow, Role, Roles.State)] = []
    for system in register.systems.rows.sorted(by: { $0.id.comesBefore($1.id) }) {
      guard system.registered.effective <= asOf, system.closing.map({ $0 > asOf }) ?? true,
        filter.admits(system.id), admits(unit: system.owner(at: asOf))
      else { continue }
      func isVacant(_ role: Role) -> Bool {
        register.holders(of: role, for: system.id, at: asOf).isEmpty
      }
      for role in [Role.owner, .steward, .deputy] where isVacant(role) {
        let hasStandIn = role == .steward && !isVacant(.deputy)
        found.append((system, role, hasStandIn ? .vacantWithDeputy : .vacant))
      }
    }
    return found
  }
}
