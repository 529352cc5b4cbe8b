import AccessModel
import Chronology
public import Diagnostics
import Projections

/// The differences between systems and the register, by each system's newest reconciliation.
public enum Discrepancies: RegisterView {
  private static let reconciliation = Column.identifier(
    "reconciliation", ReconciliationSubject.capitalised)
  private static let number = Column.number("number", Localized(en: "Number", sv: "Nummer"))
  private static let what = Column(key: "what", title: Localized(en: "What", sv: "Vad"))
  private static let taken = Column(key: "taken", title: Localized(en: "Read", sv: "Avläst"))
  private static let outcome = Column(
    key: "outcome", title: Localized(en: "What was done", sv: "Åtgärd"))

  public static let description = ViewDescription(
    "discrepancies",
    title: Localized(
      en: "Differences between systems and the register",
      sv: "Skillnader mellan system och registret"),
    question: Localized(
      en: "Where do systems give something else than the register says?",
      sv: "Var ger systemen något annat än registret säger?"),
    controls: [.accessRights, .identities, .followUp],
    columns: [
      .system, reconciliation, number, what, .account, .accountName, .entitlement, .grant,
      .person, .name, .state, taken, outcome,
    ], key: ["reconciliation", "number"],
    filters: [.system])

  public static func rows(_ question: ViewQuestion) -> [[Cell]] {
    question.discrepancies().map { item in
      var (account, entitlement, grant): (AccountID?, EntitlementName?, GrantRow?) = (
        nil, nil, nil
      )
      let word: Cell
      switch item.matter {
      case .missing(let id):
        grant = question.register.grants[id]
        word = .word(code: "missing", Localized(en: "not given", sv: "ges inte"))
      case .unknown(let right):
        (account, entitlement) = (right.account, right.entitlement)
        word = .word(code: "unknown", Localized(en: "decided by nobody", sv: "beslutat av ingen"))
      case .differing(let id):
        grant = question.register.grants[id]
        word = .word(code: "differing", Localized(en: "should not work", sv: "ska inte fungera"))
      }
      account = account ?? grant?.account
      entitlement = entitlement ?? grant?.entitlement.name
      let person =
        grant?.person
        ?? account.flatMap { question.register.accounts[$0]?.details(at: question.asOf).owner }
      let state = grant.flatMap { question.register.state(of: $0, at: question.asOf) }
      return [
        .id(item.system), .id(item.reconciliation), .integer(Int(item.number)), word,
        .id(account), .text(orEmpty: account.flatMap(question.accountNames)), .id(entitlement),
        .id(grant?.id), .id(person), question.nameCell(person),
        state.map { .word(code: $0.code, $0.word) } ?? .empty, .instant(item.taken),
        item.resolution.map { .word($0.outcome) } ?? .empty,
      ]
    }
  }

  public static func nothing(_ question: ViewQuestion) -> Localized? {
    Localized(en: "No difference is open", sv: "Ingen skillnad är öppen")
  }
}

extension ViewQuestion {
  /// The differences that the filter lets through: by system, and in each by number; those something was done about when asked for.
  func discrepancies() -> [Discrepancy] {
    var newest: [SystemID: ReconciliationRow] = [:]
    for row in register.reconciliations.rows
    where row.fact.effective <= asOf && filter.admits(row.system) {
      if let present = newest[row.system], present.taken > row.taken { continue }
      newest[row.system] = row
    }
    return newest.values.sorted { $0.system.comesBefore($1.system) }.flatMap { row in
      row.discrepancies(at: asOf).filter { filter.includesEnded || $0.resolution == nil }
    }
  }
}
