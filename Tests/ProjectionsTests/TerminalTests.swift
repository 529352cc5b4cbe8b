import AccessModel
import Chronology
import Events
import Projections
import Testing
import Transparency

@Suite struct `What is over` {
  @Test func `is never revived, whatever a log says after it`() {
    var ended = 0
    for seed in 1...24 {
      var register = Register()
      for event in History(seed: UInt64(seed) + 100, count: 200).events { register.apply(event) }
      for grant in register.grants.rows {
        var isOver = false
        for number in -25..<110 {
          let state = register.state(of: grant, at: day(number))
          if isOver, state != .ending, state != .ended {
            Issue.record("\(grant.id) of \(seed) on day \(number): \(String(describing: state))")
            break
          }
          if state == .ending || state == .ended {
            if !isOver { ended += 1 }
            isOver = true
          }
        }
      }
    }
    #expect(ended > 200)
  }

  @Test func `changes and executions that come when the time is out change nothing`() {
    var book = Book.granted(until: 5)
    book.write(
      .request(
        .submitted(
          RequestSubmitted(
            request: .init(number: 2), kind: .renew, grant: Book.grant, person: Book.person,
            entitlement: Book.right, from: day(6), until: day(20), requester: Book.person,
            purpose: .operations, need: Commitment(.init(bytes: .init()))))), effective: day(6))
    book.write(
      .request(
        .approved(
          RequestApproved(
            request: .init(number: 2), grant: Book.grant, decider: Book.other, authority: .role,
            from: day(6), until: day(20)))), effective: day(6))
    book.write(Book.provisioned(at: day(7), from: day(7), until: day(20)), effective: day(7))
    #expect(
      book.states(4, 5, 6, 7, 10, 20) == [.inEffect, .ending, .ending, .ending, .ending, .ending])
  }

  @Test func `a renewal decided in time that begins at the end leaves no gap`() {
    var book = Book.granted(until: 5)
    book.write(
      .request(
        .submitted(
          RequestSubmitted(
            request: .init(number: 2), kind: .renew, grant: Book.grant, person: Book.person,
            entitlement: Book.right, from: day(5), until: day(9), requester: Book.person,
            purpose: .operations, need: Commitment(.init(bytes: .init()))))), effective: day(3))
    book.write(
      .request(
        .approved(
          RequestApproved(
            request: .init(number: 2), grant: Book.grant, decider: Book.other, authority: .role,
            from: day(5), until: day(9)))), effective: day(3))
    #expect(book.states(4, 5, 8, 9) == [.inEffect, .inEffect, .inEffect, .ending])
  }
}
