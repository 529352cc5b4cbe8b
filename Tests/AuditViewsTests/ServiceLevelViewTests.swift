import AccessModel
import AuditViews
import Chronology
import Events
import Projections
import Testing

@Suite struct ServiceLevelViewTests {
  /// `R-1` decided in two days and carried out in three; `R-2` waits; `R-3` withdrawn; `G-1` revoked and gone after a day; `R-4` denied.
  private static func history() -> Chronicle {
    var chronicle = Chronicle.organisation()
    func submit(_ number: Int, _ person: PersonID, at day: String) {
      chronicle.add(
        .request(
          .submitted(
            RequestSubmitted(
              request: RequestID(number: number), kind: .new, person: person,
              entitlement: e(s(1), "read"), from: moment(day), requester: person,
              purpose: .publicTask, need: chronicle.text(.present("need"))))), at: day, by: person)
    }
    submit(1, p(6), at: "2026-02-01")
    chronicle.add(
      .request(
        .approved(
          RequestApproved(
            request: RequestID(number: 1), grant: GrantID(number: 1), decider: p(2),
            authority: .role, from: moment("2026-02-01")))), at: "2026-02-03", by: p(2), as: .owner)
    chronicle.add(
      .grant(
        .provisioned(
          GrantProvisioned(
            grant: GrantID(number: 1), request: RequestID(number: 1), by: p(5),
            at: moment("2026-02-06"), from: moment("2026-02-06")))), at: "2026-02-06", by: p(5))
    submit(2, p(7), at: "2026-02-10")
    submit(3, p(8), at: "2026-02-10")
    chronicle.add(
      .request(.withdrawn(RequestWithdrawn(request: RequestID(number: 3)))),
      at: "2026-02-12")
    submit(4, p(8), at: "2026-02-12")
    chronicle.add(
      .request(
        .denied(
          RequestDenied(
            request: RequestID(number: 4), decider: p(2), authority: .role, ground: .needNotShown))),
      at: "2026-02-13", by: p(2), as: .owner)
    chronicle.revoke(1, on: "2026-03-01")
    chronicle.confirmRemoval(1, on: "2026-03-02")
    return chronicle
  }

  private func levels(_ table: Table, _ keys: String...) -> [String] {
    let columns = keys.map { table.column($0) }
    return table.rows.indices.map { row in columns.map { $0[row] }.joined(separator: " ") }
  }

  @Test func `lengths are between what happened, and what waits or was dropped is counted apart`() {
    let chronicle = Self.history()
    let table = ServiceLevels.answer(chronicle.question(asOf: "2026-03-05"))
    #expect(
      levels(table, "measure", "cases", "done", "median_hours", "longest_hours") == [
        "decision 4 2 24.0 48.0", "execution 1 1 72.0 72.0", "removal 1 1 24.0 24.0",
      ])
    #expect(
      levels(table, "measure", "open", "longest_open_hours", "dropped", "unknown") == [
        "decision 1 552.0 1 0", "execution 0  0 0", "removal 0  0 0",
      ])
    // Nobody had decided the first request, and nothing else had been asked.
    let then = ServiceLevels.answer(chronicle.question(asOf: "2026-02-02"))
    #expect(levels(then, "measure", "done", "open", "longest_open_hours") == ["decision 0 1 24.0"])
    // After thirty days it has lapsed: over, not done, and late.
    let late = ServiceLevels.answer(chronicle.question(asOf: "2026-04-01"))
    #expect(levels(late, "open", "dropped", "dropped_late", "breaches").first == "0 2 1 1")
  }

  @Test func `the end of access waits for its removal, and what was known then counts`() {
    let chronicle = Self.history()
    var question = chronicle.question(asOf: "2026-03-05")
    question.register = chronicle.register(knownAt: "2026-03-01")
    question.knownAt = moment("2026-03-01")
    let table = ServiceLevels.answer(question)
    #expect(
      levels(table, "measure", "done", "open", "longest_open_hours").last == "removal 0 1 96.0")
  }

  @Test func `supplier and customer are told apart, and systems are counted one by one`() {
    let chronicle = Self.history()
    let table = ServiceLevelsByUnit.answer(chronicle.question(asOf: "2026-03-05"))
    // The owner works in the board, the administrator in the unit; who asks works in the unit.
    #expect(
      levels(table, "side", "unit", "measure", "cases") == [
        "performed-by U-1 decision 4", "performed-by U-2 execution 1", "performed-by U-2 removal 1",
        "on-behalf-of U-2 decision 4", "on-behalf-of U-2 execution 1", "on-behalf-of U-2 removal 1",
      ])
    let systems = ServiceLevelsBySystem.answer(chronicle.question(asOf: "2026-03-05"))
    #expect(systems.column("system") == ["S-1", "S-1", "S-1"])
    let none = ServiceLevelsBySystem.answer(
      chronicle.question(asOf: "2026-03-05") { $0.systems = [s(2)] })
    #expect(none.isEmpty)
  }

  @Test func `cases are listed one by one, limited by person, period and class`() {
    let chronicle = Self.history()
    func cases(_ change: (inout ViewFilter) -> Void) -> [String] {
      let table = ServiceLevelCases.answer(chronicle.question(asOf: "2026-03-05", change))
      return levels(table, "case", "outcome", "hours", "is_late")
    }
    #expect(
      cases { _ in } == [
        "R-1 done 48.0 false", "R-2 open 552.0 false", "R-3 dropped 48.0 false",
        "R-4 done 24.0 false", "G-1 done 72.0 true", "G-1 done 24.0 true",
      ])
    #expect(cases { $0.persons = [p(7)] } == ["R-2 open 552.0 false"])
    #expect(
      cases {
        $0.from = moment("2026-02-11")
        $0.until = moment("2026-03-01")
      } == ["R-4 done 24.0 false"])
    #expect(cases { $0.classes = [ClassDemand(.confidentiality, atLeast: 3)] }.count == 6)
    #expect(cases { $0.classes = [ClassDemand(.availability, atLeast: 2)] }.isEmpty)
    #expect(cases { $0.units = [u(2)] }.count == 6)
  }

  @Test func `a demand on classes is read in one form`() {
    #expect(ClassDemand("K3") == ClassDemand(.confidentiality, atLeast: 3))
    #expect(
      ClassDemand.list("r2,t0") == [
        ClassDemand(.integrity, atLeast: 2), ClassDemand(.availability, atLeast: 0),
      ])
    for text in ["", "k", "k5", "3k", "k3,", "x1", "k3 t2", "k٣"] {
      #expect(ClassDemand.list(text) == nil, "\(text)")
    }
  }
}
