import AccessModel
import AuditViews
import Chronology
import CommandLineTool
import Diagnostics
import EventSourcing
import Events
import Projections
import Testing
import Transparency

/// What answers look like to whoever reads them.
@Suite struct ReadingTests {
  private func people(_ table: AuditViews.Table) -> String {
    let options = RenderingOptions(
      instantText: { $0.text(in: .utc) },
      boundText: { moment, bound in
        let phrasing = Phrasing(zone: .utc)
        return bound == .start ? phrasing.start(moment) : phrasing.last(moment)
      })
    return TableRenderer(.table, options).text(table)
  }

  @Test func `people read the last day of a period and programs the moment after it`() {
    var chronicle = Chronicle.organisation()
    chronicle.grant(1, p(6), e(s(1), "read"))
    chronicle.grant(2, p(7), e(s(1), "read"), until: "2026-11-25T12:30")
    let table = Grants.answer(chronicle.question(asOf: "2026-06-01"))
    let lines = people(table).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("2026-02-01  2026-11-30") })
    #expect(lines.contains { $0.contains("2026-02-01  2026-11-25 12:30") })
    #expect(
      TableRenderer(.tsv).text(table).contains(
        "2026-02-01T00:00:00.000Z\t2026-12-01T00:00:00.000Z"))
  }

  @Test func `what ends a grant is told once it has ended it`() throws {
    var chronicle = Chronicle.organisation()
    chronicle.grant(1, p(6), e(s(1), "read"))
    func causes(_ day: String) -> [String] {
      Grants.answer(chronicle.question(asOf: day)).column("end_cause")
    }
    #expect(causes("2026-06-01") == [""] && causes("2026-12-01") == ["expired"])
    let grant = try #require(chronicle.register.grants[GrantID(number: 1)])
    #expect(GrantCard.card(grant, chronicle.question(asOf: "2026-06-01"))["end_cause"] == .empty)
    #expect(people(Grants.answer(chronicle.question(asOf: "2026-06-01"))).contains("WHY") == false)
  }

  @Test func `numbers come in their order for people and active grants in bytes for programs`() {
    var chronicle = Chronicle.organisation()
    for number in [10, 11] {
      chronicle.add(
        .person(.registered(PersonRegistered(person: p(number), category: .employee))),
        at: "2026-01-03")
      chronicle.add(
        .person(
          .affiliationStarted(
            AffiliationStarted(
              affiliation: AffiliationID(number: number), person: p(number), unit: u(2),
              from: moment("2026-01-03")))), at: "2026-01-03")
    }
    for number in [10, 2] { chronicle.addSystem(s(number), "System") }
    chronicle.grant(10, p(10), e(s(10), "read"))
    chronicle.grant(9, p(10), e(s(2), "read"))
    chronicle.grant(2, p(2), e(s(10), "read"))
    var question = chronicle.question(asOf: "2026-06-01")
    #expect(Persons.answer(question).column("person") == (1...11).map { "P-\($0)" })
    #expect(Systems.answer(question).column("system") == ["S-1", "S-2", "S-10"])
    #expect(What.answer(question).column("grant") == ["G-2", "G-9", "G-10"])
    #expect(Who.answer(question).column("grant") == ["G-9", "G-2", "G-10"])
    let vacant = Roles.answer(question).column("system").filter { $0 != "S-1" && $0 != "" }
    #expect(vacant == ["S-2", "S-2", "S-2", "S-10", "S-10", "S-10"])
    #expect(ActiveGrants.answer(question).column("grant") == ["G-10", "G-9", "G-2"])
    question.reader = .people
    #expect(ActiveGrants.answer(question).column("grant") == ["G-2", "G-9", "G-10"])
  }

  @Test func `an empty answer says whose nothing it is`() {
    let chronicle = Chronicle.organisation()
    let what = What.answer(chronicle.question(asOf: "2026-06-01") { $0.persons = [p(6)] })
    #expect(people(what).hasSuffix("\n\nAnna Anställd (P-6) has nothing\n"))
    let who = Who.answer(chronicle.question(asOf: "2026-06-01") { $0.systems = [s(1)] })
    #expect(people(who).hasSuffix("\n\nNobody has access to S-1 Journalen\n"))
    let right = Who.answer(
      chronicle.question(asOf: "2026-06-01") { $0.entitlements = [e(s(1), "read")] })
    #expect(right.ifEmpty == Localized(en: "Nobody has S-1/read", sv: "Ingen har S-1/read"))
    #expect(people(Grants.answer(chronicle.question(asOf: "2026-06-01"))).hasSuffix("No rows\n"))
  }

  @Test func `cards give the reasons and the case that the events state`() throws {
    var chronicle = Chronicle.organisation()
    let reason = chronicle.text(.present("Behovet är inte visat"))
    let erased = chronicle.text(.erased)
    chronicle.grant(1, p(6), e(s(1), "read"), upTo: .endorsed)
    chronicle.add(
      .request(
        .denied(
          RequestDenied(
            request: RequestID(number: 1), decider: p(3), authority: .role, ground: .unstated))),
      at: "2026-02-02", in: "KS 2026/9", because: reason)
    chronicle.grant(2, p(7), e(s(1), "read"))
    chronicle.add(
      .grant(.revoked(GrantRevoked(grant: GrantID(number: 2), by: p(3), cause: .incident))),
      at: "2026-04-01", because: erased)
    let question = chronicle.question(asOf: "2026-06-01")
    let events = chronicle.events
    let request = try #require(chronicle.register.requests[RequestID(number: 1)])
    let card = RequestCard.card(request, question) { events[Int($0)] }
    #expect(card["decision_reason"] == .text("Behovet är inte visat"))
    #expect(card["decision_case"] == .text("KS 2026/9"))
    #expect(RequestCard.card(request, question)["decision_reason"] == .empty)
    let grant = try #require(chronicle.register.grants[GrantID(number: 2)])
    let held = GrantCard.card(grant, question) { events[Int($0)] }
    #expect(held["revocation_reason"] == OpenedText.erased.cell)
    #expect(held["decision_reason"] == .empty)
  }

  @Test func `whoever leaves leaves a place that is named`() {
    let chronicle = Chronicle.organisation()
    let event = AccessEvent.person(
      .affiliationEnded(AffiliationEnded(affiliation: AffiliationID(number: 6), person: p(6))))
    let phrasing = chronicle.question(asOf: "2026-06-01").phrasing
    #expect(
      EventLine.summary(event, phrasing, register: chronicle.register)
        == Localized(
          en: "Anna Anställd (P-6) no longer works in U-2 (Vården) (A-6)",
          sv: "Anna Anställd (P-6) arbetar inte längre i U-2 (Vården) (A-6)"))
    #expect(
      EventLine.summary(event, phrasing).english == "Anna Anställd (P-6) no longer works here (A-6)"
    )
  }

  @Test func `persons are listed with what they log in as`() {
    var question = Chronicle.organisation().question(asOf: "2026-06-01")
    question.userNames = { $0 == p(6) ? "anna.a" : nil }
    #expect(Persons.answer(question).column("user_name")[5] == "anna.a")
    #expect(people(Persons.answer(question)).contains("Anna Anställd     anna.a"))
  }

  @Test func `the status names what needs attention and the command that lists it`() throws {
    var chronicle = Chronicle.everyState()
    func findings(_ day: String) -> [String] {
      let card = StatusCard.card(size: 1, root: "r", chronicle.question(asOf: day))
      guard let table = card.sections.first(where: { $0.name == "findings" }) else { return [] }
      return zip(table.column("count"), table.column("command")).map { "\($0) \($1)" }
    }
    #expect(
      findings("2026-06-01") == [
        "1 liggare view undecided", "1 liggare view undecided", "1 liggare view not-carried-out",
        "1 liggare view ending",
      ])
    chronicle.add(
      .key(
        .enrolled(
          KeyEnrolled(
            fingerprint: KeyFingerprint(digest: SHA256.digest(of: [1])),
            publicKey: l("ssh-ed25519 AAAA"), principal: p(3), kind: .person))), at: "2026-06-02")
    chronicle.addSystem(s(2), "Arkivet")
    chronicle.add(
      .person(
        .affiliationEnded(AffiliationEnded(affiliation: AffiliationID(number: 3), person: p(3)))),
      at: "2026-07-01")
    #expect(
      findings("2026-07-01") == [
        "2 liggare role list", "1 liggare key list", "1 liggare view undecided",
        "1 liggare view undecided", "1 liggare view not-carried-out",
        "6 liggare status --findings",
        "1 liggare view ending",
      ])
    #expect(
      Keys.answer(chronicle.question(asOf: "2026-07-01")).column("is_present") == ["false"])
  }

  @Test func `a story tells of one grant, with its own reviews, and names the others`() throws {
    var chronicle = Chronicle.organisation()
    chronicle.grant(1, p(6), e(s(1), "read"), until: "2026-03-01")
    var reviews: [GrantID: [UInt64]] = [:]
    func review(_ number: Int, _ day: String) {
      let grant = GrantID(number: number)
      reviews[grant, default: []].append(
        chronicle.add(
          .review(
            .itemDecided(
              ReviewItemDecided(
                review: ReviewID(number: 1), grant: grant, reviewer: p(3), outcome: .keep))),
          at: day))
    }
    review(1, "2026-02-10")
    chronicle.grant(2, p(6), e(s(1), "read"), on: "2026-04-01")
    review(2, "2026-04-10")
    review(2, "2026-05-10")
    let events = chronicle.events
    let why = Why(
      chronicle.question(asOf: "2026-06-01"), events: { events[Int($0)] })
    let story = why.story(person: p(6), entitlement: e(s(1), "read"))
    let told = story.steps.filter { $0.type == "review.item-decided" }.compactMap(\.position)
    #expect(told == reviews[GrantID(number: 2)])
    #expect(
      story.notes.map(\.english) == [
        "Other grants of the same: G-1 (to be removed). Their story: liggare why G-1"
      ])
    let first = try #require(chronicle.register.grants[GrantID(number: 1)])
    #expect(why.story(of: first).notes.first?.english.contains("G-2 (in effect)") == true)
  }
}
