import AccessModel
import Chronology
import Diagnostics
import Events
import Policies
import Projections
import Testing
import Transparency

@Suite struct `The state of a grant` {
  @Test func `it begins with the decision and takes effect when carried out and begun`() {
    #expect(Book.granted(isProvisioned: false).states(0, 1, 9) == [nil, .decided, .decided])
    #expect(Book.granted(from: 5).states(0, 1, 4, 5) == [nil, .scheduled, .scheduled, .inEffect])
  }

  @Test func `it ends at its end, to the millisecond, without an event`() {
    let book = Book.granted(until: 5)
    #expect(book.state(at: day(5).advanced(byMilliseconds: -1)) == .inEffect)
    #expect(book.state(at: day(5)) == .ending)
    #expect(Book.granted(until: 5, isProvisioned: false).states(4, 5) == [.decided, .ended])
  }

  @Test func `a revocation recorded late counts from when it was true, as known from then on`() {
    var book = Book.granted()
    #expect(book.states(3, 4, 9) == [.inEffect, .inEffect, .inEffect])
    book.write(Book.revoked, effective: day(4), recorded: day(9))
    #expect(book.states(3, 4, 9) == [.inEffect, .ending, .ending])
    book.write(
      .grant(.removalConfirmed(RemovalConfirmed(grant: Book.grant, by: Book.other))),
      effective: day(6))
    #expect(book.states(5, 6) == [.ending, .ended])
  }

  @Test func `a departure ends it, and a return does not revive it`() {
    var book = Book.granted()
    book.write(
      .person(
        .affiliationEnded(AffiliationEnded(affiliation: .init(number: 1), person: Book.person))),
      effective: day(5))
    #expect(book.states(4, 5, 20) == [.inEffect, .ending, .ending])
    book.write(
      .person(
        .affiliationStarted(
          AffiliationStarted(
            affiliation: .init(number: 3), person: Book.person, unit: .init(number: 1),
            from: day(10)))))
    #expect(book.states(4, 5, 20) == [.inEffect, .ending, .ending])
    let end = book.register.grants[Book.grant].flatMap { book.register.end(of: $0, at: day(20)) }
    #expect(end?.cause == .affiliationEnded)
    #expect(end?.at == day(5))
  }

  @Test func `an earlier employment that is recorded later counts by its time`() {
    // The first recorded begins on day 0; one from day −40 to day −20 is found afterwards.
    var book = Book()
    book.write(
      .person(
        .affiliationStarted(
          AffiliationStarted(
            affiliation: .init(number: 3), person: Book.person, unit: .init(number: 1),
            from: day(-40), until: day(-20)))))
    book.submit()
    book.write(Book.approved(from: day(-30)), effective: day(-30))
    book.write(Book.provisioned(at: day(-30), from: day(-30)), effective: day(-30))
    #expect(book.states(-30, -21, -20, 5) == [.inEffect, .inEffect, .ending, .ending])
  }

  @Test func `a move without a break keeps it`() {
    var book = Book.granted()
    book.write(
      .person(
        .affiliationEnded(AffiliationEnded(affiliation: .init(number: 1), person: Book.person))),
      effective: day(5))
    book.write(
      .person(
        .affiliationStarted(
          AffiliationStarted(
            affiliation: .init(number: 3), person: Book.person, unit: .init(number: 1),
            from: day(5),
            until: day(15)))))
    #expect(book.states(5, 14, 15) == [.inEffect, .inEffect, .ending])
  }

  @Test func `a system that is closed ends it`() {
    var book = Book.granted()
    book.write(
      .system(.statusChanged(SystemStatusChanged(system: Book.system, status: .decommissioned))),
      effective: day(7))
    #expect(book.states(6, 7) == [.inEffect, .ending])
    let end = book.register.grants[Book.grant].flatMap { book.register.end(of: $0, at: day(20)) }
    #expect(end?.cause == .systemClosed)
  }

  @Test func `a review that says revoke ends it, and keep does not`() {
    for outcome in ReviewOutcome.allCases {
      var book = Book.granted()
      book.write(
        .review(
          .itemDecided(
            ReviewItemDecided(
              review: .init(number: 1), grant: Book.grant, reviewer: Book.other, outcome: outcome))),
        effective: day(3))
      #expect(book.state(at: day(3)) == (outcome == .revoke ? .ending : .inEffect), "\(outcome)")
    }
  }

  @Test func `what was found is undecided, and so is what was carried out without a decision`() {
    var book = Book()
    book.write(
      .grant(
        .takenOver(
          GrantTakenOver(
            grant: Book.grant, entitlement: Book.right, account: .init(number: 1),
            source: Digest(bytes: .init())))), effective: day(2))
    #expect(book.states(1, 2, 50) == [nil, .undecided, .undecided])
    book = Book()
    book.submit()
    book.write(Book.provisioned(), effective: day(1))
    #expect(book.states(1, 9) == [.undecided, .undecided])
    book = Book()
    book.submit()
    book.write(
      .request(
        .approved(
          RequestApproved(
            request: Book.request, decider: Book.other, authority: .unstated, from: day(1)))),
      effective: day(1))
    book.write(Book.provisioned(), effective: day(1))
    #expect(book.states(1, 9) == [.inEffect, .inEffect])
    #expect(book.register.requests[Book.request]?.decision?.grant == Book.grant)
  }

  @Test func `every state and every cause has a code and a word of its own`() {
    #expect(Set(GrantState.allCases.map(\.code)).count == GrantState.allCases.count)
    #expect(Set(GrantState.allCases.map(\.word)).count == GrantState.allCases.count)
  }
}

@Suite struct `Judging what a log says` {
  @Test func `a decision on no request is found`() {
    let book = Book()
    #expect(book.codes(Book.approved()).contains("INV-01"))
    #expect(
      book.codes(
        .request(
          .denied(
            RequestDenied(
              request: Book.request, decider: Book.other, authority: .role, ground: .unstated)))
      ).contains("INV-01"))
  }

  @Test func `an execution that rests on no decision is found`() {
    var book = Book()
    #expect(book.codes(Book.provisioned(at: day(0))) == ["INV-18"])
    book.submit()
    #expect(book.codes(Book.provisioned(at: day(0))) == ["INV-18"])
    #expect(book.codes(Book.provisioned(at: day(0)), channel: .migration) == ["INV-18"])
  }

  @Test(arguments: [Int64.min, -1, 0, 9_007_199_254_740_991, .max])
  func `no longest validity stops the program`(days: Int64) {
    var book = Book(validityDaysMax: days)
    book.submit()
    #expect(book.codes(Book.approved(until: day(30))).contains("INV-12") == (days < 1))
  }

  @Test(arguments: [3, 4, 5, 9_007_199_254_740_991] as [Int64])
  func `a level above 3 is found, whether or not it exists`(level: Int64) {
    let classified = AccessEvent.system(
      .classified(
        SystemClassified(
          system: Book.system, confidentiality: 0, integrity: level, availability: 0)))
    #expect(Book().codes(classified) == (level > 3 ? ["INV-59"] : []))
  }

  @Test func `a reviewer does not review their own access`() {
    let book = Book.granted()
    func item(_ reviewer: PersonID) -> AccessEvent {
      .review(
        .itemDecided(
          ReviewItemDecided(
            review: .init(number: 1), grant: Book.grant, reviewer: reviewer, outcome: .keep)))
    }
    // Nor may the key of one say what another found.
    #expect(book.codes(item(Book.person)) == ["INV-31", "REQ-02"])
    #expect(book.codes(item(Book.other)) == [])
  }
}

@Suite struct `Numbers given out` {
  @Test func `the next number is above every one in use and never in use itself`() {
    var book = Book()
    func register(_ id: String) {
      guard let id = PersonID(id) else {
        Issue.record("\(id)")
        return
      }
      book.write(.person(.registered(PersonRegistered(person: id, category: .employee))))
    }
    #expect(book.register.persons.nextNumber == 3)
    register("P-7")
    register("anna")
    register("Q-9000")
    register("P-99999999999999999999")
    #expect(book.register.persons.nextNumber == 8)
    register("P-999999999999999")
    for _ in 0..<3 {
      let next = PersonID(number: book.register.persons.nextNumber)
      #expect(!book.register.persons.contains(next))
      register("\(next)")
    }
  }
}
