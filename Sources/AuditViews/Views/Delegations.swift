import AccessModel
import Diagnostics
import Events
import Projections

/// The lines of the delegation orders, and who has each position now.
public enum Delegations: RegisterView {
  private static let accounts = Column(
    key: "account_kinds", title: Localized(en: "Accounts", sv: "Konton"))
  private static let entities = Column(
    key: "entities", title: Localized(en: "People of", sv: "Folk i"), isIdentifier: true)
  private static let levelMax = Column.number(
    "level_max", Localized(en: "Level at most", sv: "Högsta nivå"))
  private static let reporting = Column(
    key: "reporting", title: Localized(en: "Reporting", sv: "Anmälan"))
  private static let parent = Column.identifier(
    "parent", Localized(en: "Delegated on from", sv: "Vidaredelegerad från"))
  private static let holders = Column(
    key: "holders", title: Localized(en: "Held by", sv: "Innehas av"), isIdentifier: true)

  public static let description = ViewDescription(
    "delegations",
    title: Localized(en: "Delegations", sv: "Delegationer"),
    question: Localized(
      en: "Which positions may decide in a body's place, on what and within which limits?",
      sv: "Vilka befattningar får besluta i ett organs ställe, om vad och inom vilka gränser?"),
    controls: [.approvals, .documentedDecisions],
    columns: [
      .delegation, .body, .order, .version, .matter, .heldPosition, .unit, levelMax, accounts,
      entities, reporting, parent, .state, .from, .ends, holders,
    ], key: ["delegation"],
    filters: [.unit])

  /// By body, order and version, and then by identifier; those that are over only on demand.
  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    let register = question.register
    return register.delegations.rows.filter { row in
      guard row.granted.effective <= question.asOf, question.admits(unit: row.line.body) else {
        return false
      }
      switch register.state(of: row, at: question.asOf) {
      case .coming, .inForce: return true
      case .expired, .revoked, .superseded, .unsupported: return question.filter.includesEnded
      }
    }.sorted { one, other in
      if one.line.body != other.line.body { return one.line.body.comesBefore(other.line.body) }
      if one.line.order != other.line.order {
        return one.line.order.text < other.line.order.text
      }
      if one.line.version != other.line.version { return one.line.version < other.line.version }
      return one.line.delegation.comesBefore(other.line.delegation)
    }.map { cells($0, question) }
  }

  static func cells(_ row: DelegationRow, _ question: ViewQuestion) -> [Cell] {
    let line = row.line
    let state = question.register.state(of: row, at: question.asOf)
    let isHeld = state == .inForce || state == .coming
    let holders = isHeld ? question.holders(of: row).map { "\($0)" } : []
    return [
      .id(line.delegation), .id(line.body), .text(line.order.text), .integer(Int(line.version)),
      .id(line.matter), .id(line.position), .id(line.unit),
      .integer(orEmpty: line.levelMax.map { Int($0) }),
      line.accounts.isEmpty ? .empty : .list(line.accounts.map { "\($0.code)" }),
      line.entities.isEmpty ? .empty : .list(line.entities.map { "\($0)" }),
      .word(line.reporting), .id(line.parent), .word(code: state.code, state.word),
      .bound(line.from, .start), .end(orEmpty: question.register.end(of: row)?.at),
      holders.isEmpty ? .empty : .list(holders),
    ]
  }
}
