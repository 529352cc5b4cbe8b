import AccessModel
import Chronology
import EventSourcing
import Events
import Testing

@testable import Projections

@Suite struct `The register from a snapshot` {
  static let histories = (41...46).map { History(seed: UInt64($0), count: 150) }

  /// Everything asked of both must be answered alike.
  private func expectAlike(_ one: Register, _ other: Register, _ history: History, _ place: Int) {
    #expect(one.digest == other.digest, "\(place)")
    #expect(one.position == other.position)
    for event in history.events {
      let stream = event.event.stream
      #expect(one.nextRevision(of: stream) == other.nextRevision(of: stream), "\(stream) \(place)")
      #expect(
        one.hasRecorded(command: event.command.id) == other.hasRecorded(command: event.command.id))
    }
    #expect(one.grants.nextNumber == other.grants.nextNumber)
    #expect(Array(one.grants.ids) == Array(other.grants.ids))
    for grant in other.grants.rows {
      for moment in [day(-5), day(20), day(60), day(100)] {
        let found = one.grants[grant.id].map { one.state(of: $0, at: moment) }
        #expect(found == other.state(of: grant, at: moment))
        #expect(one.end(of: grant, at: moment) == other.end(of: grant, at: moment))
      }
    }
    for system in other.systems.rows {
      let about = other.incidents.rows.filter { $0.everySystem(in: other).contains(system.id) }
      #expect(one.incidents(about: system.id).map(\.id) == about.map(\.id))
      #expect(other.incidents(about: system.id).map(\.id) == about.map(\.id))
    }
    for person in other.persons.rows {
      let found = one.persons[person.id]
      #expect(found?.grants == person.grants)
      #expect(found?.requests == person.requests)
      #expect(found?.assignments == person.assignments)
    }
    #expect(one.isIntact)
  }

  @Test func `answers as the log does, from any position and after any events more`() throws {
    for history in Self.histories {
      var whole = Register()
      for event in history.events { whole.apply(event) }
      var register = Register()
      for (place, event) in history.events.enumerated() {
        if place % 17 == 3 || place == 0 {
          let held = HeldBytes(RegisterSnapshot.bytes(of: register, stamp: [1, 2, 3]))
          let read = try #require(held.register())
          #expect(read.stamp == [1, 2, 3])
          expectAlike(read.register, register, history, place)
          // The rest of the history goes on beside what the snapshot keeps, through one more snapshot.
          var later = read.register
          for (more, event) in history.events[place...].enumerated() {
            if more == 20 {
              let bytes = RegisterSnapshot.bytes(of: later, stamp: [])
              later = try #require(HeldBytes(bytes).register()).register
            }
            later.apply(event)
          }
          expectAlike(later, whole, history, place)
        }
        register.apply(event)
      }
    }
  }

  @Test func `is told from what is damaged: no flipped bit is answered from unnoticed`() throws {
    let history = Self.histories[0]
    var register = Register()
    for event in history.events { register.apply(event) }
    let bytes = RegisterSnapshot.bytes(of: register, stamp: [7])
    let digest = register.digest
    var random = SeededRandom(seed: 5)
    for _ in 0..<400 {
      var damaged = bytes
      damaged[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
      guard let read = HeldBytes(damaged).register() else { continue }
      // The digest reads every row, and what it says of commands and identifiers the indices.
      let found = read.register.digest
      for event in history.events {
        _ = read.register.hasRecorded(command: event.command.id)
        _ = read.register.nextRevision(of: event.event.stream)
      }
      #expect(!read.register.isIntact || found == digest)
    }
  }

  @Test func `takes nothing shorter, longer or foreign for a snapshot`() {
    let bytes = RegisterSnapshot.bytes(of: Register(), stamp: [])
    #expect(HeldBytes(bytes).register() != nil)
    for count in 0..<bytes.count { #expect(HeldBytes(Array(bytes[..<count])).register() == nil) }
    #expect(HeldBytes(bytes + [0]).register() == nil)
    var older = bytes
    older[23] ^= 1
    #expect(HeldBytes(older).register() == nil)
  }
}
