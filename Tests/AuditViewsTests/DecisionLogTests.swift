import AccessModel
import AuditViews
import Chronology
import Events
import Testing
import Transparency

@Suite struct DecisionLogTests {
  private static func rows(
    of view: any EventView.Type, _ chronicle: Chronicle, asOf: String,
    _ change: (inout ViewFilter) -> Void = { _ in }
  ) -> Table {
    let question = chronicle.question(asOf: asOf, change)
    var table = view.table(question)
    for event in chronicle.events {
      if let row = view.row(for: event, question) { table.append(row) }
    }
    return table
  }

  /// Two decisions on a line and one passed on from it, one by role, an exception and an end of access.
  private static func history() -> Chronicle {
    var chronicle = Chronicle.organisation()
    func line(_ number: Int, parent: Int?) {
      chronicle.add(
        .delegation(
          .granted(
            DelegationGranted(
              delegation: DelegationID(number: number), order: l("Order"), version: 1, body: u(1),
              position: PositionCode(number: 1), matter: MatterCode(number: 1),
              maySubdelegate: .yes,
              reporting: .reported, parent: parent.map { DelegationID(number: $0) },
              delegatedBy: parent.map { _ in p(1) }, from: moment("2026-01-02")))),
        at: "2026-01-02", in: "KS 2026/2")
    }
    line(1, parent: nil)
    line(2, parent: 1)
    for (number, authority, delegation) in [
      (1, AuthorityKind.delegation, 1), (2, .delegation, 2), (3, .role, nil),
    ] as [(Int, AuthorityKind, Int?)] {
      let request = RequestID(number: number)
      let need = chronicle.text(.present("need"))
      chronicle.add(
        .request(
          .submitted(
            RequestSubmitted(
              request: request, kind: .new, person: p(6), entitlement: e(s(1), "read"),
              from: moment("2026-02-01"), requester: p(6), purpose: .publicTask, need: need))),
        at: "2026-02-01", by: p(6))
      chronicle.add(
        .request(
          .approved(
            RequestApproved(
              request: request, grant: GrantID(number: number), decider: p(3), authority: authority,
              assignment: authority == .role ? AssignmentID(number: 3) : nil,
              delegation: delegation.map { DelegationID(number: $0) }, from: moment("2026-02-01")))),
        at: "2026-02-0\(number + 1)", by: p(3), as: .steward, in: "SN 2026/\(number)")
    }
    chronicle.revoke(1, on: "2026-03-01")
    return chronicle
  }

  @Test func `who decided under an authority is answered, with what was passed on from it`() {
    let chronicle = Self.history()
    func subjects(_ authority: AuthorityFilter) -> [String] {
      Self.rows(of: Decisions.self, chronicle, asOf: "2026-06-01") { $0.authorities = [authority] }
        .column("subject")
    }
    #expect(subjects(.delegation(DelegationID(number: 1))) == ["DL-2", "R-1", "R-2"])
    #expect(subjects(.delegation(DelegationID(number: 2))) == ["R-2"])
    #expect(subjects(.assignment(AssignmentID(number: 3))) == ["R-3"])
    #expect(subjects(.kind(.role)) == ["R-3"])
    #expect(subjects(.kind(.company)) == [])
  }

  @Test func `a decision tells who, on what, on which ground and under which case number`() {
    let table = Self.rows(of: Decisions.self, Self.history(), asOf: "2026-06-01") {
      $0.persons = [p(6)]
    }
    #expect(table.column("subject") == ["R-1", "R-2", "R-3", "G-1"])
    #expect(table.column("outcome") == ["approved", "approved", "approved", "ended"])
    #expect(table.column("decided_by_name") == Array(repeating: "Stina Förvaltare", count: 4))
    #expect(table.column("case") == ["SN 2026/1", "SN 2026/2", "SN 2026/3", ""])
    #expect(table.column("ground") == ["", "", "", "need-ended"])
    #expect(table.column("body") == ["U-1", "U-1", "", ""])
    #expect(table.column("authority_line") == ["DL-1", "DL-2", "D-3", ""])
    #expect(
      table.column("authority_says") == [
        "Order version 1, \(MatterCode(number: 1))", "Order version 1, \(MatterCode(number: 1))",
        "system steward, S-1", "",
      ])
  }

  @Test func `only what was decided by the moment counts, and a period limits it`() {
    let chronicle = Self.history()
    let then = Self.rows(of: Decisions.self, chronicle, asOf: "2026-02-03") { $0.systems = [s(1)] }
    #expect(then.column("matter").filter { $0 == "request" }.count == 2)
    let period = Self.rows(of: Decisions.self, chronicle, asOf: "2026-06-01") {
      $0.from = moment("2026-02-03")
      $0.until = moment("2026-02-04")
    }
    #expect(period.column("subject") == ["R-2"])
  }

  @Test func `what happened to the log itself is told with its positions, and nothing else`() {
    var chronicle = Self.history()
    let stepped = chronicle.add(
      .ledger(
        .clockStepped(
          ClockStepped(lastRecorded: moment("2026-03-01"), clock: moment("2026-02-01")))),
      at: "2026-03-02")
    let rebuilt = chronicle.add(
      .ledger(.headRebuilt(HeadRebuilt(size: 9, digest: SHA256.digest(of: [1])))),
      at: "2026-03-03")
    let table = Self.rows(of: LogIntegrity.self, chronicle, asOf: "2026-06-01")
    #expect(table.column("what") == ["opened", "clock-stepped", "head-rebuilt"])
    #expect(table.column("position") == ["0", "\(stepped)", "\(rebuilt)"])
    let late = Self.rows(of: LogIntegrity.self, chronicle, asOf: "2026-06-01") {
      $0.from = moment("2026-03-03")
    }
    #expect(late.column("what") == ["head-rebuilt"])
    #expect(
      Self.rows(of: LogIntegrity.self, chronicle, asOf: "2026-03-02").column("what").count == 2)
  }
}
