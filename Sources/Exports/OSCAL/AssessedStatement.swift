import AuditViews

/// A statement of a control of NIST SP 800-53 (revision 5), and the rows of views that say that it is not met.
struct AssessedStatement: Sendable {
  /// A view, and which of its rows count.
  struct Source: Sendable {
    var view: any RegisterView.Type
    /// The column that decides; every row counts where there is none.
    var column: String?
    /// What the column says where the row counts, as programs read it; nothing is the empty text.
    var values: Set<String> = []

    func counts(_ row: [Cell]) -> Bool {
      guard let column,
        let place = view.description.columns.firstIndex(where: { $0.key == column })
      else { return true }
      return values.contains(row[place].programText)
    }
  }

  /// The control, as OSCAL's catalogue calls it: `ac-2`.
  var control: String
  /// The statement of it: `ac-2_smt.j`.
  var statement: String
  /// What must be so.
  var title: String
  var sources: [Source]
}

extension AssessedStatement {
  /// Everything that the ledger can tell of, in the order of the catalogue.
  static let all: [AssessedStatement] = [
    AssessedStatement(
      control: "ac-1", statement: "ac-1_smt.c", title: "The rules on access are reviewed in time.",
      sources: [flags("ST-23"), findings("FND-09")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.b", title: "Account managers are assigned.",
      sources: [findings("FND-01", "FND-03", "FND-04", "FND-05"), flags("ST-09")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.d",
      title: "The users who are authorised, and what they may, are specified.",
      sources: [Source(view: UnknownAccounts.self), flags("ST-11")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.e", title: "Access is approved by whom the rules name.",
      sources: [Source(view: Undecided.self), flags("ST-08", "ST-15", "ST-18")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.f",
      title: "Access is given, changed and removed by the rules.",
      sources: [flags("ST-02", "ST-12", "ST-19")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.g", title: "The use of accounts is monitored.",
      sources: [flags("ST-05")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.j", title: "Access is reviewed in time.",
      sources: [Source(view: OverdueReviews.self), flags("ST-01", "ST-22")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.k",
      title: "Shared accounts are changed when somebody leaves.", sources: [flags("ST-17")]),
    AssessedStatement(
      control: "ac-2", statement: "ac-2_smt.l",
      title: "Access follows those who leave, move and are away.",
      sources: [flags("ST-03", "ST-04", "ST-06", "ST-16")]),
    AssessedStatement(
      control: "ac-2.2", statement: "ac-2.2_smt",
      title: "Emergency access ends, and each use of it is followed up.", sources: [flags("ST-14")]),
    AssessedStatement(
      control: "ac-2.3", statement: "ac-2.3_smt",
      title: "Accounts that are expired, unused or nobody's are disabled.",
      sources: [flags("ST-02", "ST-03", "ST-05", "ST-11", "ST-19")]),
    AssessedStatement(
      control: "ac-5", statement: "ac-5_smt", title: "Duties that must be separated are.",
      sources: [
        Source(view: SeparationConflicts.self, column: "exception", values: [""]),
        flags("ST-13", "ST-24"),
      ]),
    AssessedStatement(
      control: "ac-6", statement: "ac-6_smt", title: "Nobody has more access than the work needs.",
      sources: [flags("ST-20", "ST-21")]),
    AssessedStatement(
      control: "ac-6.7", statement: "ac-6.7_smt", title: "Privileges are reviewed, and reduced.",
      sources: [Source(view: OverdueReviews.self)]),
    AssessedStatement(
      control: "at-3", statement: "at-3_smt.a", title: "Whoever has access is trained for it.",
      sources: [flags("ST-07")]),
    AssessedStatement(
      control: "ir-6", statement: "ir-6_smt.b",
      title: "Incidents are reported to the authorities in time.",
      sources: [Source(view: IncidentClocks.self, column: "state", values: ["late"])]),
    AssessedStatement(
      control: "ps-4", statement: "ps-4_smt.a", title: "Access ends with employment.",
      sources: [flags("ST-03", "ST-19")]),
    AssessedStatement(
      control: "ra-2", statement: "ra-2_smt.a", title: "Systems are classified.",
      sources: [findings("FND-02", "FND-06"), flags("ST-10")]),
  ]

  private static func flags(_ rules: String...) -> Source {
    Source(view: StaleFlags.self, column: "rule", values: Set(rules))
  }

  private static func findings(_ codes: String...) -> Source {
    Source(view: Findings.self, column: "code", values: Set(codes))
  }
}
