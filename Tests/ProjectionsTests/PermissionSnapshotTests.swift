import AccessModel
import Chronology
import EventSourcing
import Events
import Testing

@testable import Projections

@Suite struct `A permission state that is kept` {
  private func bytes(of state: borrowing PermissionState, stamp: [UInt8] = [1, 2, 3]) -> [UInt8]? {
    var bytes: [UInt8] = []
    let isWritten = PermissionSnapshot.write(state, stamp: stamp) {
      bytes.append(contentsOf: $0)
      return true
    }
    return isWritten ? bytes : nil
  }

  private func state(from bytes: [UInt8]) -> PermissionState? {
    let held = HeldBytes(bytes)
    return PermissionSnapshot.state(from: UnsafeRawBufferPointer(held.bytes), owner: held)
  }

  private func written(_ state: borrowing PermissionState, stamp: [UInt8] = []) throws -> [UInt8] {
    let written = bytes(of: state, stamp: stamp)
    return try #require(written)
  }

  private func read(_ bytes: [UInt8]) throws -> PermissionState {
    guard let state = state(from: bytes) else { throw Unreadable() }
    return state
  }

  private struct Unreadable: Error {}

  private func expectSame(
    _ one: borrowing PermissionState, _ other: borrowing PermissionState, _ place: String = ""
  ) {
    let areSame = PermissionSnapshot.areSame(one, other)
    #expect(areSame, "\(place)")
  }

  private func isCorrection(_ event: Recorded<AccessEvent>) -> Bool {
    if case .ledger(.eventCorrected) = event.event { true } else { false }
  }

  @Test func `is read as it was, and what comes after it is folded as it would have been`() throws {
    var (plain, others) = (0, 0)
    for seed in UInt64(1)...60 {
      let history = History(seed: seed, count: 160, times: seed % 3 == 0 ? 4 : 1)
      let events = history.events.filter { !isCorrection($0) }
      let place = 10 + Int(seed) * 7 % 120
      var straight = PermissionState()
      var resumed = PermissionState()
      for (index, event) in events.enumerated() {
        if index == place || index == place + 20 {
          var again = try read(try written(resumed))
          expectSame(again, resumed, "seed \(seed)")
          // Read and written again it is the same as well.
          again = try read(try written(again))
          expectSame(again, straight, "seed \(seed)")
          resumed = again
          plain += resumed.plain.count
          others += resumed.register.grants.count
        }
        PermissionLines.take(event, into: &straight)
        PermissionLines.take(event, into: &resumed)
      }
      let counts = (straight.grantCount, resumed.grantCount)
      #expect(counts.0 == counts.1)
      for moment in `The permission state`.moments {
        let expected = straight.inEffect(at: moment).map(\.self)
        let found = resumed.inEffect(at: moment).map(\.self)
        #expect(found == expected, "seed \(seed), \(moment)")
      }
    }
    // There was something of both kinds to keep.
    #expect(plain > 300 && others > 300, "\(plain) \(others)")
  }

  @Test func `tells its stamp, and keeps nothing that was corrected`() throws {
    var state = PermissionState()
    for event in History(seed: 3, count: 80).events where !isCorrection(event) {
      PermissionLines.take(event, into: &state)
    }
    for stamp in [[], [7], [UInt8](repeating: 9, count: 300)] as [[UInt8]] {
      let written = try written(state, stamp: stamp)
      #expect(written.withUnsafeBytes { PermissionSnapshot.stamp(in: $0) } == stamp)
    }
    let person = PersonID(number: 1)
    state.take(
      Recorded(
        position: 900, recorded: day(60), id: UniqueID(high: 9, low: 9), revision: 1,
        effective: day(60), actor: Actor(principal: person),
        command: CommandStamp(id: UniqueID(high: 8, low: 8), channel: .commandLine),
        caseNumber: nil, reason: nil,
        event: .ledger(
          .eventCorrected(
            EventCorrected(target: 5, event: UniqueID(high: 7, low: 7), decider: person)))))
    let none = bytes(of: state)
    #expect(none == nil)
  }

  @Test func `is nothing when a byte of it is changed, missing or too many`() throws {
    var state = PermissionState()
    for event in History(seed: 9, count: 120).events where !isCorrection(event) {
      PermissionLines.take(event, into: &state)
    }
    let sound = try written(state)
    var ignored = 0
    for place in stride(from: 0, to: sound.count, by: 61) {
      var damaged = sound
      damaged[place] ^= 0x40
      guard let read = self.state(from: damaged) else {
        ignored += 1
        continue
      }
      // Between the sections nothing stands.
      #expect(sound[place] == 0, "\(place)")
      expectSame(read, state, "\(place)")
    }
    #expect(ignored > 100, "\(ignored)")
    for count in [0, 15, 64, 4_095, 4_096, 4_100, sound.count / 2, sound.count - 4_097] {
      let isRead = self.state(from: Array(sound[..<count])) != nil
      #expect(!isRead, "\(count)")
      #expect(sound[..<count].withUnsafeBytes { PermissionSnapshot.stamp(in: $0) } == nil)
    }
    // Nobody who could not write all of it says that it is written.
    for calls in 0..<8 {
      var left = calls
      let isWritten = PermissionSnapshot.write(state, stamp: []) { _ in
        left -= 1
        return left >= 0
      }
      #expect(!isWritten, "\(calls)")
    }
  }

  @Test func `holds rows in several pieces`() throws {
    var state = PermissionState()
    func submitted(_ number: Int) throws -> PermissionStep {
      var step = PermissionStep(.submitted)
      step.request = try #require(PackedIdentifier(RequestID(number: number)))
      step.person = try #require(PackedIdentifier(PersonID(number: 1 + number % 900)))
      step.system = try #require(PackedIdentifier(SystemID(number: 1)))
      step.entitlement = step.system
      return step
    }
    let count = 1 << 17 + 5_000
    for number in 1...count {
      guard state.take(try submitted(number), at: UInt64(number)) else { throw Unreadable() }
    }
    var again = try read(try written(state))
    expectSame(again, state)
    let kept = again.plain.count
    #expect(kept == count)
    // Found again, and so not added twice.
    let isAddedTwice = again.take(try submitted(count), at: 1)
    let isAdded = again.take(try submitted(count + 1), at: 1)
    #expect(!isAddedTwice && isAdded)
  }
}
