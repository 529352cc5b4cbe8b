import AccessModel
import EventSourcing
import Events
import Projections
import Testing
import Transparency

@Suite struct `The digest of the state` {
  @Test func `is the same for the same events and another after each event that says something`() {
    for seed in 1...6 {
      let history = History(seed: UInt64(seed), count: 150)
      var (register, again) = (Register(), Register())
      var seen: Set<Digest> = [register.digest]
      for event in history.events {
        register.apply(event)
        seen.insert(register.digest)
      }
      for event in history.events { again.apply(event) }
      #expect(again.digest == register.digest)
      #expect(seen.count == history.events.count + 1)
    }
  }

  @Test func `tells apart what differs in one value of one row`() {
    func digest(_ name: String, parent: Int?) -> Digest {
      var book = Book()
      book.write(
        .unit(
          .registered(
            UnitRegistered(
              unit: .init(number: 9), name: Label(name) ?? History.label, kind: .unit,
              parent: parent.map { .init(number: $0) }))))
      return book.register.digest
    }
    let digests = [
      digest("Ett", parent: nil), digest("Ett", parent: 1), digest("Ett", parent: 2),
      digest("EttU-1", parent: nil), digest("E", parent: 1),
    ]
    #expect(Set(digests).count == digests.count)
    #expect(Book.granted(until: 9).register.digest != Book.granted(until: 8).register.digest)
  }

  @Test func `has for a known history the value that it has always had`() {
    #expect(
      Register().digest.hexadecimal
        == "7c24eca0b18b310e8f27c194a8afad5921fa2773c5edea269c0aeb9e37c2d8e8")
    #expect(
      Book.granted(until: 9).register.digest.hexadecimal
        == "5af568d60a30ed470d0087a672f3568fb0d4a738fb0077db65676575a6712fb7")
  }
}
