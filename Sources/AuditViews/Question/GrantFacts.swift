import AccessModel
import Chronology
import Diagnostics
import Projections

/// What the views say of one grant at one moment.
struct GrantFacts {
  var grant: GrantRow
  var state: GrantState
  /// What is decided and what has been carried out of it.
  var standing: GrantStanding
  /// The first moment it may work: the decision's or the execution's, whichever is later.
  var from: Instant
  /// The earliest thing that ends it, whether it has come yet or not.
  var end: GrantEnd?
  var decision: DecisionRow?
  private var asOf: Instant
  private var nameCell: (PersonID?) -> Cell
  private var accountNames: (AccountID) -> String?

  init(_ grant: GrantRow, _ state: GrantState, _ question: ViewQuestion) {
    self.grant = grant
    self.state = state
    standing = grant.standing(at: question.asOf)
    let decided = standing.terms.from
    from = max(decided, grant.provisioned?.from ?? decided)
    end = question.register.end(of: grant, at: question.asOf)
    decision = question.decision(of: grant, by: standing)
    asOf = question.asOf
    nameCell = question.nameCell
    accountNames = question.accountNames
  }

  /// What ended the grant, once it has: until then an end is only what is expected.
  private var endCauseCell: Cell {
    guard let end, end.at <= asOf else { return .empty }
    return .word(code: end.cause.code, end.cause.word)
  }

  /// The cell under a heading that all lists of grants share.
  func cell(_ column: Column) -> Cell {
    switch column {
    case .grant: .id(grant.id)
    case .person: .id(grant.person)
    case .name: nameCell(grant.person)
    case .system: .id(grant.entitlement.system)
    case .entitlement: .id(grant.entitlement.name)
    case .scope: .id(standing.scope)
    case .state: .word(code: state.code, state.word)
    case .from: .bound(from, .start)
    case .ends: .end(orEmpty: end?.at)
    case .endCause: endCauseCell
    case .request: .id(grant.request)
    case .account: .id(grant.account)
    case .accountName: .text(orEmpty: grant.account.flatMap(accountNames))
    case .decidedBy: .id(decision?.decider)
    case .decidedByName: nameCell(decision?.decider)
    case _: preconditionFailure("No list of grants has the column \(column.key).")
    }
  }
}

extension GrantFacts {
  /// The cells under the headings of a list that has some of its own.
  func cells(_ columns: [Column], _ own: [Column: Cell]) -> [Cell] {
    columns.map { own[$0] ?? cell($0) }
  }
}

extension ViewQuestion {
  /// The decision that holds for a grant by its standing at a moment; `nil` for what nobody has decided.
  func decision(of grant: GrantRow, by standing: GrantStanding) -> DecisionRow? {
    (standing.decision?.request ?? grant.request).flatMap { register.requests[$0]?.decision }
  }

  func facts(of entry: GrantEntry) -> GrantFacts {
    GrantFacts(register.grants[entry.index], entry.state, self)
  }

  /// The grants that the filter lets through, a row of shared cells for each, made when it is its turn.
  func forEachGrantRow(
    _ columns: [Column], in states: Set<GrantState>? = nil,
    by areInOrder: (GrantEntry, GrantEntry) -> Bool, _ body: ([Cell]) throws -> Void
  ) rethrows {
    let question = readied(in: states)
    let entries = question.grants(in: states).sorted(by: areInOrder)
    let isNaming = columns.contains(.name) || columns.contains(.decidedByName)
    for begin in stride(from: 0, to: entries.count, by: Self.entriesAtOnce) {
      let part = entries[begin..<min(begin + Self.entriesAtOnce, entries.count)]
      question.register.expectRequests(of: part)
      let facts = part.map { question.facts(of: $0) }
      if isNaming { question.lookUp(facts.flatMap(\.persons), []) }
      for facts in facts { try body(columns.map(facts.cell)) }
    }
  }

  /// Of how many grants what they need is asked for together.
  private static let entriesAtOnce = 256
}

extension GrantFacts {
  /// Whose names a row may show.
  var persons: [PersonID] { [grant.person, decision?.decider].compactMap(\.self) }
}

extension Register {
  /// Asks for the requests that some grants rest on, all at once.
  fileprivate func expectRequests(of entries: some Sequence<GrantEntry>) {
    requests.expect(entries.compactMap { grants[$0.index].request })
  }
}

extension [[Cell]] {
  /// All the rows that are handed out one after another.
  init(handedOutBy handOut: (_ body: ([Cell]) -> Void) -> Void) {
    var rows: [[Cell]] = []
    handOut { rows.append($0) }
    self = rows
  }
}
