import AccessModel
import AuditViews
import Chronology
import CommandLineTool
import Diagnostics
import Events
import Policies
import Projections
import Testing

@Suite struct ViewTests {
  @Test func `every state of a grant is shown by the views that it belongs to, and only by these`()
  {
    let chronicle = Chronicle.everyState()
    let question = chronicle.question(asOf: "2026-06-01")
    let grants = Grants.answer(question)
    #expect(grants.column("state") == GrantState.allCases.map(\.code))
    #expect(grants.column("grant") == [1, 2, 3, 7, 4, 5, 6].map { "G-\($0)" })
    #expect(ActiveGrants.answer(question).column("grant") == ["G-3"])
    #expect(Undecided.answer(question).column("grant") == ["G-4"])
    #expect(Ending.answer(question).column("grant") == ["G-5"])
    #expect(Ending.answer(question).column("days") == ["61"])
    #expect(Ending.answer(question).column("end_cause") == ["revoked"])
    let who = Who.answer(chronicle.question(asOf: "2026-06-01") { $0.systems = [s(1)] })
    #expect(who.column("grant") == ["G-1", "G-3", "G-5", "G-2", "G-4", "G-7"])
    #expect(who.column("decided_by") == ["P-3", "P-3", "P-3", "P-3", "", "P-3"])
    #expect(who.column("name").first == "Anna Anställd")
    #expect(
      What.answer(chronicle.question(asOf: "2026-06-01") { $0.persons = [p(8)] }).column("grant")
        == ["G-5"])
    // Before anything began there was nothing, and at the end of the period it is over by itself.
    #expect(Grants.answer(chronicle.question(asOf: "2026-01-15")).isEmpty)
    let late = Grants.answer(chronicle.question(asOf: "2026-12-01"))
    #expect(
      late.column("state") == [
        "ended", "ending", "ending", "ending", "undecided", "ending", "ended",
      ])
  }

  @Test func `what was known then differs from what is known now about the same moment`() {
    var chronicle = Chronicle.organisation()
    chronicle.grant(1, p(6), e(s(1), "read"))
    chronicle.revoke(1, on: "2026-03-01", recorded: "2026-04-01")
    var question = chronicle.question(asOf: "2026-03-15")
    #expect(ActiveGrants.answer(question).isEmpty)
    question.register = chronicle.register(knownAt: "2026-03-20")
    question.knownAt = moment("2026-03-20")
    let table = ActiveGrants.answer(question)
    #expect(table.column("grant") == ["G-1"])
    #expect(
      table.title.english
        == "Grants in effect, as of 2026-03-15 00:00, as known at 2026-03-20 00:00")
    #expect(Can.answer(person: p(6), entitlement: e(s(1), "read"), question).isYes)
  }

  @Test func `programs get four columns of the grants in effect, sorted by the bytes of the line`()
  {
    var chronicle = Chronicle.organisation()
    for system in ["S-1.a", "S", "S-10"] { chronicle.addSystem(s(system), system) }
    var number = 0
    for person in [p(9), p(6), p(7)] {
      for system in ["S-1", "S-10", "S-1.a", "S"] {
        for name in ["write", "read"] {
          number += 1
          chronicle.grant(number, person, e(s(system), name))
        }
      }
    }
    let table = ActiveGrants.answer(chronicle.question(asOf: "2026-06-01"))
    let text = TableRenderer(.tsv, RenderingOptions(hasHeader: false)).text(table)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.count == number && lines[0] == "P-6\tS\tread\tG-16")
    #expect(lines == lines.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
    #expect(
      table.seen(by: .programs).columns.map(\.key) == ["person", "system", "entitlement", "grant"])
    var asked = chronicle.question(asOf: "2026-06-01")
    asked.reader = .people
    let shown = TableRenderer(.table).text(ActiveGrants.answer(asked))
    #expect(shown.contains("Anna Anställd") && shown.contains("ENDS"))
  }

  @Test func `filters limit an answer and together they must all be met`() {
    var chronicle = Chronicle.everyState()
    chronicle.addSystem(s(2), "Arkivet")
    chronicle.grant(8, p(2), e(s(2), "read"), on: "2026-05-01")
    func grants(_ change: (inout ViewFilter) -> Void) -> [String] {
      Grants.answer(chronicle.question(asOf: "2026-06-01", change)).column("grant")
    }
    #expect(grants { $0.persons = [p(6)] } == ["G-1", "G-2"])
    #expect(grants { $0.systems = [s(2)] } == ["G-8"])
    #expect(grants { $0.entitlements = [e(s(1), "write")] } == ["G-2", "G-7", "G-4", "G-6"])
    #expect(grants { $0.states = [.inEffect, .ended] } == ["G-3", "G-6", "G-8"])
    #expect(grants { $0.units = [u(2)] }.count == 7 && grants { $0.units = [u(1)] }.count == 8)
    #expect(grants { $0.grants = [GrantID(number: 3)] } == ["G-3"])
    #expect(grants { $0.requests = [RequestID(number: 2)] } == ["G-2"])
    #expect(
      grants {
        $0.persons = [p(6)]
        $0.states = [.inEffect]
      } == [])
    func requests(_ change: (inout ViewFilter) -> Void) -> [String] {
      Requests.answer(chronicle.question(asOf: "2026-06-01", change)).column("request")
    }
    #expect(requests { $0.persons = [p(8)] } == ["R-5", "R-6"])
    #expect(requests { $0.requestStates = [.awaitingDecision] } == [])
    #expect(requests { _ in } == ["R-1", "R-2", "R-3", "R-7", "R-5", "R-6", "R-8"])
  }

  @Test func `the surroundings are listed as they were at the moment`() {
    var chronicle = Chronicle.everyState()
    chronicle.add(
      .person(
        .affiliationEnded(
          AffiliationEnded(affiliation: AffiliationID(number: 7), person: p(7)))),
      at: "2026-07-01")
    let then = chronicle.question(asOf: "2026-06-01")
    let now = chronicle.question(asOf: "2026-07-01")
    #expect(Systems.answer(then).column("classification") == ["3/2/1"])
    #expect(Systems.answer(then).column("grants_in_effect") == ["1"])
    #expect(Systems.answer(now).column("grants_in_effect") == ["0"])
    #expect(Systems.answer(then).column("steward") == ["P-3"])
    #expect(Units.answer(then).column("persons_present") == ["1", "8"])
    #expect(Units.answer(then).column("managers") == ["", "Mia Chef (P-1)"])
    #expect(Persons.answer(now).column("is_present")[6] == "false")
    #expect(Persons.answer(then).column("is_present")[6] == "true")
    #expect(Persons.answer(now).column("unit")[6] == "U-2")
  }

  @Test func `a role that nobody holds is a row, also when its holder has left`() {
    var chronicle = Chronicle.organisation()
    let roles = { (chronicle: Chronicle, day: String) in
      let table = Roles.answer(chronicle.question(asOf: day))
      return zip(table.column("role"), table.column("state")).map { "\($0) \($1)" }
    }
    #expect(roles(chronicle, "2026-01-03").allSatisfy { $0.hasSuffix(" active") })
    #expect(
      roles(chronicle, "2026-01-01") == ["owner vacant", "steward vacant", "deputy vacant"])
    chronicle.add(
      .person(
        .affiliationEnded(
          AffiliationEnded(affiliation: AffiliationID(number: 3), person: p(3)))),
      at: "2026-03-01")
    #expect(
      roles(chronicle, "2026-03-01").filter { !$0.hasSuffix("active") }
        == ["steward vacant-with-deputy", "steward holder-absent"])
    chronicle.add(
      .system(.statusChanged(SystemStatusChanged(system: s(1), status: .decommissioned))),
      at: "2026-04-01")
    #expect(!roles(chronicle, "2026-04-01").contains { $0.contains("vacant") })
  }

  @Test func `an empty register gives empty answers and the catalogue holds together`() {
    let question = ViewQuestion(register: Register(), asOf: moment("2026-06-01"))
    for view in ViewCatalogue.registerViews {
      let table = view.answer(question)
      #expect(table.isEmpty && table.columns == view.description.columns)
      #expect(TableRenderer(.json).text(table) == "[]\n")
      #expect(ViewCatalogue.registerView(named: view.description.name) == view)
    }
    #expect(RuleFindings().table(question).isEmpty && RuleFindings().summary(question).isEmpty)
    #expect(EventLog(question).table.isEmpty)
    let names = ViewCatalogue.views.map(\.name)
    #expect(Set(names).count == names.count)
    let letters = Set("abcdefghijklmnopqrstuvwxyz_")
    for view in ViewCatalogue.views {
      let keys = view.columns.map(\.key)
      let isWhole =
        Set(keys).count == keys.count && keys.allSatisfy { $0.allSatisfy(letters.contains) }
        && !view.controls.isEmpty && view.question.english.hasSuffix("?")
        && view.question.swedish.hasSuffix("?") && !view.title.swedish.isEmpty
      #expect(isWhole, "\(view.name)")
    }
  }

  @Test func `what the rules have against history is found and counted`() {
    var chronicle = Chronicle.organisation()
    // The steward decides on their own request.
    chronicle.grant(1, p(3), e(s(1), "read"))
    var findings = RuleFindings()
    var register = Register()
    for event in chronicle.events {
      findings.examine(event, before: register, under: .standard)
      register.apply(event)
    }
    let question = ViewQuestion(register: register, asOf: .earliest)
    let table = findings.table(question)
    let codes = table.column("code")
    #expect(codes.contains("INV-02"))
    let index = codes.firstIndex(of: "INV-02") ?? 0
    #expect(table.column("type")[index] == "request.approved")
    #expect(table.column("facts")[index].contains("P-3"))
    let counts = findings.summary(question).column("count").compactMap { Int($0) }
    #expect(counts.reduce(0, +) == findings.findings.count && counts == counts.sorted(by: >))
  }

  @Test
  func `rules may have the reading of every view logged, and of what else shows the register`() {
    #expect(LoggedReading.questions == LoggedReading.questions.sorted())
    #expect(
      Set(LoggedReading.questions)
        == Set(ViewCatalogue.views.map(\.name)).union(["evidence", "reads"]))
  }
}
