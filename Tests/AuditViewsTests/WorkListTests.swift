import AccessModel
import AuditViews
import Chronology
import Diagnostics
import Events
import Projections
import Testing

@Suite struct `What is to be done` {
  private let read = e(s(1), "read")
  private let write = e(s(1), "write")

  /// Something of every kind: to remove, to carry out, to decide and to follow up.
  private func chronicle() -> Chronicle {
    var chronicle = Chronicle.organisation()
    chronicle.find(1, p(7), write)
    chronicle.grant(2, p(6), read, on: "2026-05-01", upTo: .approved)
    chronicle.grant(3, p(8), read, on: "2026-02-01", until: "2026-05-01")
    chronicle.grant(4, p(9), read, on: "2026-02-01")
    chronicle.revoke(4, on: "2026-04-01")
    for (number, kind) in [(5, EmergencyKind.real), (6, .exercise)] {
      chronicle.add(
        .grant(
          .emergencyActivated(
            EmergencyActivated(
              grant: GrantID(number: number), person: p(8), entitlement: write, kind: kind,
              from: moment("2026-05-10"), until: moment("2026-05-11"), notified: [.steward]))),
        at: "2026-05-10")
    }
    return chronicle
  }

  @Test func `the most urgent is first, each with what it takes and the command`() {
    let table = WorkList.answer(chronicle().question(asOf: "2026-05-12"))
    #expect(
      table.column("task") == [
        "remove", "decide", "remove", "carry-out", "remove", "remove", "follow-up", "follow-up",
      ])
    // Level 3: within a day. A decision on a Friday that is a holiday: the end of Monday.
    #expect(
      table.column("due") == [
        "2026-04-02T00:00:00.000Z", "2026-05-02T00:00:00.000Z", "2026-05-02T00:00:00.000Z",
        "2026-05-05T00:00:00.000Z", "2026-05-12T00:00:00.000Z", "2026-05-12T00:00:00.000Z",
        "2026-05-14T00:00:00.000Z", "2026-05-14T00:00:00.000Z",
      ])
    #expect(
      table.column("is_late") == [
        "true", "true", "true", "true", "true", "true", "false", "false",
      ])
    #expect(
      table.column("command") == [
        "liggare grant confirm G-4", "liggare grant show G-1", "liggare grant confirm G-3",
        "liggare grant provision G-2", "liggare grant confirm G-5", "liggare grant confirm G-6",
        "liggare grant follow-up G-5", "liggare grant follow-up G-6",
      ])
  }

  @Test func `what is to be removed tells by when, and the latest is first`() {
    let table = Ending.answer(chronicle().question(asOf: "2026-05-01T12:00"))
    #expect(table.column("grant") == ["G-4", "G-3"])
    #expect(table.column("is_late") == ["true", "false"])
    #expect(table.column("due") == ["2026-04-02T00:00:00.000Z", "2026-05-02T00:00:00.000Z"])
  }

  @Test func `access that nobody has decided is undecided until it is, and not for long`() {
    let early = Undecided.answer(chronicle().question(asOf: "2026-05-01"))
    #expect(early.column("is_overdue") == ["false"])
    let late = Undecided.answer(chronicle().question(asOf: "2026-05-02"))
    #expect(late.column("is_overdue") == ["true"])
    #expect(late.column("due") == ["2026-05-02T00:00:00.000Z"])
    #expect(
      Who.answer(chronicle().question(asOf: "2026-05-02")).column("state").contains("undecided"))
  }

  @Test func `emergencies and exercises are told apart, and are overdue after three days`() {
    var chronicle = chronicle()
    chronicle.add(
      .grant(
        .emergencyReviewed(
          EmergencyReviewed(grant: GrantID(number: 5), reviewer: p(3), judgement: .justified))),
      at: "2026-05-12")
    let question = chronicle.question(asOf: "2026-05-14")
    let table = Emergencies.answer(question)
    #expect(table.column("kind") == ["real", "exercise"])
    #expect(table.column("is_overdue") == ["false", "true"])
    #expect(table.column("judgement") == ["justified", ""])
    #expect(
      Emergencies.answer(chronicle.question(asOf: "2026-05-11")).column("judgement") == ["", ""])
    let card = StatusCard.card(size: 1, root: "r", question)
    #expect(card["emergencies_real"] == .integer(1) && card["emergencies_exercise"] == .integer(1))
    let findings = card.sections[0].column("finding")
    #expect(findings.contains("emergency-not-followed-up"))
    #expect(findings.contains("undecided-too-long"))
    #expect(
      Grants.answer(chronicle.question(asOf: "2026-05-14") { $0.isEmergencyOnly = true })
        .column("grant") == ["G-5", "G-6"])
    let answer = Can.answer(
      person: p(8), entitlement: write, chronicle.question(asOf: "2026-05-10T12:00"))
    #expect(
      answer.reason.english
        == "Yes: G-6, emergency access (exercise), is in effect from 2026-05-10 through 2026-05-10."
    )
  }

  @Test func `a decision that changes a grant is shown with it, and told in its story`() throws {
    var chronicle = Chronicle.organisation()
    chronicle.grant(1, p(6), read)
    let need = chronicle.text(.present("need 2"))
    let north = ScopeName("north")
    chronicle.add(
      .request(
        .submitted(
          RequestSubmitted(
            request: RequestID(number: 2), kind: .change, grant: GrantID(number: 1), person: p(6),
            entitlement: read, scope: north, from: moment("2026-03-01"),
            until: moment("2027-01-01"), requester: p(6), purpose: .publicTask, need: need))),
      at: "2026-03-01", by: p(6))
    chronicle.add(
      .request(
        .approved(
          RequestApproved(
            request: RequestID(number: 2), grant: GrantID(number: 1), decider: p(2),
            authority: .role, from: moment("2026-03-02"), until: moment("2027-01-01")))),
      at: "2026-03-02", by: p(2))
    chronicle.add(
      .grant(
        .narrowed(GrantNarrowed(grant: GrantID(number: 1), by: p(3), until: moment("2026-10-01")))),
      at: "2026-04-01", by: p(3))
    let row = try #require(chronicle.register.grants[GrantID(number: 1)])
    func ends(_ day: String) -> [String] {
      Grants.answer(chronicle.question(asOf: day)).column("ends")
    }
    #expect(ends("2026-03-01") == ["2026-12-01T00:00:00.000Z"])
    #expect(ends("2026-03-15") == ["2027-01-01T00:00:00.000Z"])
    #expect(ends("2026-04-15") == ["2026-10-01T00:00:00.000Z"])
    let question = chronicle.question(asOf: "2026-04-15")
    let grants = Grants.answer(question)
    #expect(grants.column("scope") == ["north"] && grants.column("decided_by") == ["P-2"])
    let card = GrantCard.card(row, question)
    #expect(card.sections.first?.column("kind") == ["change", "narrowing"])
    let events = chronicle.events
    let story = Why(question, events: { events[Int($0)] }).story(of: row)
    #expect(story.steps.count == 7)
    #expect(story.steps.map(\.sentence.english).contains { $0.contains("a change of G-1") })
    #expect(
      story.steps.map(\.sentence.english)
        .contains("Stina Förvaltare (P-3) narrowed G-1: through 2026-09-30"))
    #expect(NotCarriedOut.answer(question).column("what") == ["narrowing"])
  }
}
