import AccessModel
import Chronology
import Events
import Policies
import Projections
import Testing
import Transparency

private func label(_ text: String) -> Label { Label(text) ?? History.label }

@Suite struct `What held when` {
  @Test func `a system's details are those of the last change that holds`() throws {
    var book = Book()
    func change(_ days: Int, recorded: Int, _ make: (inout SystemChanged) -> Void) {
      var changed = SystemChanged(system: Book.system)
      make(&changed)
      book.write(.system(.changed(changed)), effective: day(days), recorded: day(recorded))
    }
    change(10, recorded: 10) { $0.name = label("Ten") }
    change(20, recorded: 20) {
      $0.name = label("Twenty")
      $0.sector = .care
    }
    // Told late: it holds between the two.
    change(15, recorded: 30) { $0.name = label("Fifteen") }
    // Told last of those with the same moment.
    change(20, recorded: 31) { $0.supplier = label("Firman") }
    let row = try #require(book.register.systems[Book.system])
    let names = [9, 10, 15, 19, 20, 40].map { row.details(at: day($0)).name.text }
    #expect(names == ["Name", "Ten", "Fifteen", "Fifteen", "Twenty", "Twenty"])
    #expect(row.details(at: day(19)).sector == .general)
    #expect(row.details(at: day(20)).sector == .care)
    #expect(row.details(at: day(20)).supplier?.text == "Firman")
    #expect(row.name(at: day(10)).text == "Ten" && row.owner(at: day(40)) == .init(number: 1))
  }

  @Test func `a right's terms, its end and its widening are dated`() throws {
    var book = Book(validityDaysMax: 30)
    func change(_ days: Int, _ make: (inout EntitlementChanged) -> Void) {
      var changed = EntitlementChanged(entitlement: Book.right)
      make(&changed)
      book.write(.system(.entitlementChanged(changed)), effective: day(days))
    }
    change(5) { $0.conditions.validityDaysMax = 20 }
    change(10) { $0.privilege = .privileged }
    change(20) {
      $0.privilege = .ordinary
      $0.conditions.courses = [.init(number: 1)]
    }
    book.write(
      .system(.entitlementRetired(EntitlementRetired(entitlement: Book.right))),
      effective: day(30))
    let row = try #require(book.register.systems[Book.system]?.entitlement(Book.right.name))
    #expect([4, 5].map { row.terms(at: day($0)).validityDaysMax } == [30, 20])
    #expect(
      [9, 10, 20].map { row.terms(at: day($0)).privilege } == [.ordinary, .privileged, .ordinary])
    #expect(row.terms(at: day(19)).courses == [] && row.terms(at: day(20)).courses.count == 1)
    #expect([9, 10, 40].map { row.lastWidening(at: day($0)) } == [nil, day(10), day(10)])
    #expect([29, 30].map { row.isRetired(at: day($0)) } == [false, true])
  }

  @Test func `an account's secret is due by its interval and when a member leaves`() throws {
    var book = Book()
    let id = AccountID(number: 1)
    func describe(_ days: Int, members: [PersonID], rotation: Int64?) {
      book.write(
        .system(
          .accountDescribed(
            AccountDescribed(
              account: id, system: Book.system, kind: .shared, owner: Book.other,
              members: members, rotationDays: rotation))), effective: day(days))
    }
    func due(_ days: Int) -> Instant? {
      book.register.accounts[id]?.rotationDue(at: day(days))
    }
    describe(1, members: [Book.person, Book.other], rotation: 30)
    #expect(due(30) == nil && due(31) == day(31))
    book.write(
      .system(.accountRotated(AccountRotated(account: id, system: Book.system))),
      effective: day(32))
    #expect(due(31) == day(31) && due(32) == nil && due(62) == day(62))
    describe(40, members: [Book.other], rotation: 30)
    #expect(due(39) == nil && due(40) == day(40))
    book.write(
      .system(.accountRotated(AccountRotated(account: id, system: Book.system))),
      effective: day(41))
    #expect(due(41) == nil)
    let row = try #require(book.register.accounts[id])
    #expect(row.details(at: day(39)).members.count == 2)
    #expect(row.details(at: day(40)).members == [Book.other])
  }

  @Test func `courses lapse and positions change on their days`() throws {
    var book = Book()
    var changed = EntitlementChanged(entitlement: Book.right)
    changed.conditions.position = PositionCode(number: 1)
    changed.conditions.courses = [.init(number: 1)]
    book.write(.system(.entitlementChanged(changed)))
    let right = try #require(book.register.systems[Book.system]?.entitlement(Book.right.name))
    func lacking(_ days: Int) -> Prerequisites {
      book.register.prerequisites(of: Book.person, for: right, at: day(days))
    }
    #expect(lacking(1).missingCourses.count == 1 && lacking(1).missingPosition != nil)
    book.write(
      .person(
        .trainingCompleted(
          TrainingCompleted(
            person: Book.person, course: .init(number: 1), completed: day(2),
            validUntil: day(20)))))
    book.write(
      .person(
        .affiliationChanged(
          AffiliationChanged(
            affiliation: .init(number: 1), person: Book.person, unit: .init(number: 1),
            position: .init(number: 1)))), effective: day(5))
    #expect(lacking(4).missingPosition != nil && lacking(4).missingCourses == [])
    #expect(lacking(5).areMet && lacking(19).areMet)
    #expect(lacking(20).lapsedCourses.map(\.since) == [day(20)])
  }

  @Test func `a grant falls short from the moment more is asked`() throws {
    var book = Book.granted(until: 300)
    func classify(_ level: Int64, _ days: Int) {
      book.write(
        .system(
          .classified(
            SystemClassified(
              system: Book.system, confidentiality: level, integrity: 0, availability: 0))),
        effective: day(days))
    }
    classify(2, 0)
    book.write(
      .system(
        .riskAnalysed(
          RiskAnalysed(
            analysis: .init(number: 1), system: Book.system, kind: .general,
            conducted: day(50), method: History.label, reference: History.label, residual: 1,
            validityDaysMax: 100))), effective: day(50))
    func codes(_ days: Int) throws -> [Shortfall] {
      let grant = try #require(book.register.grants[Book.grant])
      return book.register.shortfalls(of: grant, at: day(days), under: .standard).filter {
        if case .decider = $0 { false } else { true }
      }
    }
    #expect(try codes(49) == [])
    #expect(try codes(50) == [.validity(has: 299, most: 100)])
  }
}
