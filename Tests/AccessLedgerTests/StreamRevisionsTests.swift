import AccessModel
import Testing

@testable import AccessLedger

@Suite struct StreamRevisionsTests {
  @Test func `each stream has the revision that was set last, and 0 before`() {
    var revisions = StreamRevisions()
    var plain: [StreamID: Int64] = [:]
    var state: UInt64 = 3
    func random(_ count: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % count
    }
    var wrong = 0
    for round in 0..<60_000 {
      let number = Int(random(20_000)) + 1
      let stream =
        switch random(3) {
        case 0: StreamID(.grant, GrantID(number: number))
        case 1: StreamID(.request, RequestID(number: number))
        default: StreamID(.person, PersonID(number: number))
        }
      let name = StreamRevisions.name(of: stream)
      if revisions.next(of: name) != plain[stream] ?? 0 { wrong += 1 }
      revisions.setNext(Int64(round + 1), of: name)
      plain[stream] = Int64(round + 1)
    }
    for (stream, next) in plain where revisions.next(of: StreamRevisions.name(of: stream)) != next {
      wrong += 1
    }
    #expect(plain.count > 30_000)
    #expect(wrong == 0)
  }
}
