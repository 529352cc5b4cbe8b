import AccessModel
import Chronology
import Events
import Projections
import Testing

@Suite struct `The review after a move` {
  @Test func `it begins when the move is known, and is to be answered before the access ends`() {
    var book = Book.granted()
    book.write(
      .unit(.registered(UnitRegistered(unit: .init(number: 2), name: History.label, kind: .unit))))
    func due(on number: Int) -> [DueCampaign] {
      book.register.dueCampaigns(by: day(number), at: day(number)).filter {
        $0.trigger == .transfer
      }
    }
    #expect(due(on: 5) == [])
    book.write(
      .person(
        .affiliationChanged(
          AffiliationChanged(
            affiliation: .init(number: 1), person: Book.person, unit: .init(number: 2)))),
      effective: day(5), recorded: day(6))
    #expect(due(on: 4) == [])
    #expect(due(on: 6).map(\.due) == [day(6)])
    #expect(due(on: 6).map(\.lastAnswer) == [day(20)])
    #expect(due(on: 19).map(\.person) == [Book.person])
    // The access has ended: there is nothing left to keep.
    #expect(due(on: 20) == [])
  }

  @Test func `access that somebody confirmed otherwise is asked about no more`() throws {
    var book = Book.granted()
    book.write(
      .unit(.registered(UnitRegistered(unit: .init(number: 2), name: History.label, kind: .unit))))
    book.write(
      .person(
        .affiliationChanged(
          AffiliationChanged(
            affiliation: .init(number: 1), person: Book.person, unit: .init(number: 2)))),
      effective: day(5), recorded: day(5))
    let review = ReviewID(number: 1)
    var plan = ReviewCampaignPlanned(blank: ())
    plan.review = review
    plan.axis = .event
    plan.trigger = .transfer
    plan.person = Book.person
    plan.opens = day(6)
    plan.due = day(19)
    book.write(.review(.campaignPlanned(plan)), effective: day(6), recorded: day(6))
    let manifest = book.register.reviewManifest(of: [Book.grant], at: day(6))
    book.write(
      .review(
        .campaignStarted(
          ReviewCampaignStarted(
            review: review, asOf: Int64(book.register.position), items: 1, manifest: manifest))),
      effective: day(6), recorded: day(6))
    book.write(
      .review(
        .itemRouted(
          ReviewItemRouted(
            review: review, routing: .assign, grants: [Book.grant], reviewer: Book.other,
            role: .steward, cause: .started))),
      effective: day(6), recorded: day(6))
    func state(on number: Int) throws -> ReviewItemState {
      let campaign = try #require(book.register.campaigns[review])
      let item = try #require(campaign.item(of: Book.grant))
      return book.register.state(of: item, in: campaign, at: day(number))
    }
    #expect(try state(on: 7) == .open)
    book.write(
      .review(
        .itemDecided(
          ReviewItemDecided(
            review: .init(number: 9), grant: Book.grant, reviewer: Book.other, outcome: .keep))),
      effective: day(8), recorded: day(8))
    #expect(try state(on: 7) == .open)
    #expect(try state(on: 8) == .kept)
  }
}
