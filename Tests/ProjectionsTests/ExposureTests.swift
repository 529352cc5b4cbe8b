import AccessModel
import Chronology
import EventSourcing
import Events
import Projections
import Testing
import Transparency

@Suite struct `Who could reach something` {
  @Test func `the course of a grant says at every moment what its state says`() {
    var seen: Set<GrantState> = []
    for seed in 101...116 {
      var register = Register()
      for event in History(seed: UInt64(seed), count: 220).events { register.apply(event) }
      let courses = GrantCourses(register)
      for grant in register.grants.rows {
        let course = courses.course(of: grant, during: day(-40)..<day(140))
        for number in -40..<140 {
          for moment in [day(number), day(number).advanced(byMilliseconds: 43_200_000)] {
            let stretch = course.first { $0.from <= moment && moment < $0.until }
            #expect(
              stretch?.state == register.state(of: grant, at: moment),
              "seed \(seed), \(grant.id) at \(moment)")
          }
        }
        for (one, next) in zip(course, course.dropFirst()) {
          #expect(one.until <= next.from)
          #expect(one.until < next.from || one.state != next.state)
        }
        seen.formUnion(course.map(\.state))
      }
    }
    #expect(seen.count == GrantState.allCases.count)
  }

  /// A hundred thousand events, twenty windows, by what is known at the end and by what was known at a moment before.
  @Test func `it is what a model finds that asks of every grant for every day`() {
    let history = History(seed: 4_711, count: 100_000, times: 660)
    let last =
      1 + Int((history.events.last?.recorded ?? day(0)).milliseconds - day(0).milliseconds)
      / 86_400_000
    let oracle = ExposureOracle(history.events)
    var random = SeededRandom(seed: 20)
    var windows = (0..<20).map { _ in
      Window(systems: history.systems, rights: history.rights.map(\.0), last: last, &random)
    }
    windows.sort { $0.known < $1.known }
    var register = Register()
    var next = 0
    var found = Findings()
    for window in windows {
      while next < window.known * history.events.count / 1_000 {
        register.apply(history.events[next])
        next += 1
      }
      found.compare(register, oracle, window, before: UInt64(next))
    }
    while next < history.events.count {
      register.apply(history.events[next])
      next += 1
    }
    for window in windows { found.compare(register, oracle, window, before: UInt64(next)) }
    // The comparison is worth something only when there is much to compare.
    #expect(found.ways > 2_000, "\(found.ways)")
    #expect(found.bases.count == 5, "\(found.bases)")
  }

  private struct Window {
    var question: ExposureQuestion
    var days: Range<Int>
    /// How much of the history was recorded, in thousandths.
    var known: Int

    init(systems: [SystemID], rights: [EntitlementID], last: Int, _ random: inout SeededRandom) {
      let first = random.below(last)
      days = first..<(first + 1 + random.below(30))
      question = ExposureQuestion(window: day(days.lowerBound)..<day(days.upperBound))
      for _ in 0...random.below(40) {
        question.systems.insert(systems[random.below(systems.count)])
      }
      for _ in 0..<random.below(20) {
        question.entitlements.insert(rights[random.below(rights.count)])
      }
      known = 100 + random.below(900)
    }
  }

  private struct Findings {
    var ways = 0
    var bases: Set<ReachBasis> = []

    mutating func compare(
      _ register: Register, _ oracle: ExposureOracle, _ window: Window, before position: UInt64
    ) {
      let found = register.exposure(window.question)
      let expected = oracle.exposure(window.question, days: window.days, before: position)
      #expect(Set(found).count == found.count)
      let missed = expected.subtracting(found)
      let invented = Set(found).subtracting(expected)
      #expect(missed == [], "days \(window.days), known \(position)")
      #expect(invented == [], "days \(window.days), known \(position)")
      ways += found.count
      bases.formUnion(found.map(\.basis))
    }
  }

  @Test func `emergency access comes first, then power, and the digest is that of the list`() {
    var book = Book.granted()
    book.write(
      .grant(
        .emergencyActivated(
          EmergencyActivated(
            grant: .init(number: 9), person: Book.other, entitlement: Book.right, kind: .real,
            from: day(3), until: day(4)))), effective: day(3))
    let question = ExposureQuestion(systems: [Book.system], window: day(2)..<day(6))
    let found = book.register.exposure(question)
    #expect(
      found.map { "\($0.grant?.description ?? "–") \($0.basis) \($0.isEmergency)" }
        == ["G-9 inEffect true", "G-9 notRemoved true", "G-1 inEffect false"])
    #expect(found.map(\.from) == [day(3), day(4), day(2)])
    let text =
      #"[{"basis":"in-effect","emergency":true,"entitlement":"S-1/E-1","from":"2026-01-04T00:00:00.000Z","grant":"G-9","person":"P-2","system":"S-1","until":"2026-01-05T00:00:00.000Z"}]"#
    #expect(Array(found.prefix(1)).digest == SHA256.digest(of: Array(text.utf8)))
    #expect(found.digest != Array(found.reversed()).digest)
  }

  @Test func `a power that the right had for a part of the time counts for that part's row`() {
    var book = Book.granted()
    book.write(
      .system(
        .entitlementChanged(EntitlementChanged(entitlement: Book.right, privilege: .privileged))),
      effective: day(5))
    func power(_ window: Range<Instant>) -> [Bool] {
      book.register.exposure(ExposureQuestion(entitlements: [Book.right], window: window))
        .map(\.isPrivileged)
    }
    #expect(power(day(2)..<day(5)) == [false])
    #expect(power(day(2)..<day(6)) == [true])
  }

  @Test func `who shares an account reaches through it for as long as its description says so`() {
    var book = Book()
    let account = AccountID(number: 1)
    book.write(
      .system(
        .accountFound(AccountFound(account: account, system: Book.system, kind: .shared))))
    func describe(_ members: [PersonID], on number: Int) {
      book.write(
        .system(
          .accountDescribed(
            AccountDescribed(
              account: account, system: Book.system, kind: .shared, owner: Book.other,
              members: members))
        ), effective: day(number))
    }
    // No grant goes through it yet: it is there all the same, and its owner is known.
    let question = ExposureQuestion(systems: [Book.system], window: day(2)..<day(9))
    #expect(book.register.exposure(question).map(\.basis) == [.account])
    book.write(
      .grant(
        .takenOver(
          GrantTakenOver(
            grant: Book.grant, entitlement: Book.right, account: account, person: Book.person,
            source: .init(bytes: .init())))), effective: day(1))
    describe([Book.person, Book.other], on: 4)
    describe([Book.person], on: 7)
    let found = book.register.exposure(question)
    #expect(
      found.map { "\($0.person?.description ?? "–") \($0.basis) \($0.isShared)" }
        == ["P-1 undecided false", "P-2 undecided true"])
    #expect(found.map(\.from) == [day(2), day(4)])
    #expect(found.map(\.until) == [day(9), day(7)])
  }

  @Test func `what was known then is told apart from what has been learnt`() {
    var book = Book.granted()
    let question = ExposureQuestion(systems: [Book.system], window: day(2)..<day(9))
    let then = book.register.exposure(question)
    book.write(Book.revoked, effective: day(5), recorded: day(20))
    let comparison = ExposureComparison(now: book.register.exposure(question), then: then)
    #expect(comparison.rows.map(\.knowledge) == [.otherwise, .since])
    #expect(comparison.rows.map(\.reach.basis) == [.inEffect, .notRemoved])
    let back = ExposureComparison(now: then, then: book.register.exposure(question))
    #expect(back.rows.map(\.knowledge) == [.otherwise, .believed])
    #expect(ExposureComparison(now: then, then: then).count(.same) == 1)
  }
}
