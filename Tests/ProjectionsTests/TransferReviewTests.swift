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
}
