import AccessModel
import Chronology
import EventSourcing
import Events
import Testing

@testable import Projections

extension HeldBytes {
  fileprivate func soundRegister() throws -> Register { try #require(register()).register }
}

/// What a snapshot keeps beside its rows, against what the rows say one by one.
@Suite struct `Lists of grants beside the rows` {
  /// Long ones, in which nearly everybody has moved or been away, and short ones, in which few have.
  static let histories = (61...80).map { History(seed: UInt64($0), count: 30 + $0 % 5 * 45) }
  /// The same without what happens to persons once they have come, and without most suspensions: most spans are whole then.
  static let quiet = histories.map { quiet($0.events) }
  static let moments = stride(from: -6, through: 130, by: 8).map { day($0) }

  private static func quiet(_ events: [Recorded<AccessEvent>]) -> [Recorded<AccessEvent>] {
    var present: Set<PersonID> = []
    return events.filter { recorded in
      if case .person(.affiliationStarted(let started)) = recorded.event {
        return present.insert(started.person).inserted
      }
      if case .person(.registered) = recorded.event { return true }
      if case .person(.affiliationEnded) = recorded.event { return true }
      if case .person = recorded.event { return false }
      if case .grant(.suspended) = recorded.event { return recorded.position % 4 == 0 }
      return true
    }
  }

  private func register(of events: some Sequence<Recorded<AccessEvent>>) -> Register {
    var register = Register()
    for event in events { register.apply(event) }
    return register
  }

  private func inEffect(_ register: Register, at moment: Instant) -> [GrantID] {
    register.grants.rows.filter { register.isInEffect($0, at: moment) }
      .sorted { one, other in
        let keys = [one, other].map { grant in
          [grant.person.map { "\($0)" } ?? "", "\(grant.entitlement.system)"]
            + ["\(grant.entitlement.name)", "\(grant.id)"]
        }
        return keys[0].joined(separator: "\t").utf8.lexicographicallyPrecedes(
          keys[1].joined(separator: "\t").utf8)
      }.map(\.id)
  }

  @Test func `a span agrees with the state at every moment near a change`() {
    var told = (whole: 0, open: 0, never: 0)
    for events in Self.histories.map(\.events) + Self.quiet {
      let register = register(of: events)
      for index in 0..<Int32(register.grants.count) {
        let grant = register.grants[index]
        let span = register.effectSpan(of: grant, at: index)
        var moments = Self.moments
        for edge in [span?.since, span?.until].compactMap(\.self) where edge.magnitude < 1 << 45 {
          moments += [-1, 0, 1].compactMap { Instant(exactlyMilliseconds: edge + $0) }
        }
        for moment in moments {
          let isInEffect = register.isInEffect(grant, at: moment)
          guard let span else {
            #expect(!isInEffect, "\(grant.id) \(moment)")
            continue
          }
          if span.isWhole {
            #expect(span.contains(moment) == isInEffect, "\(grant.id) \(moment)")
          } else {
            #expect(span.contains(moment))
          }
        }
        switch span {
        case nil: told.never += 1
        case let span?: if span.isWhole { told.whole += 1 } else { told.open += 1 }
        }
      }
    }
    #expect(told.whole > 15 && told.open > 5 && told.never > 5, "\(told)")
  }

  @Test func `what has effect is the same from rows, from a snapshot, and after more events`()
    throws
  {
    var foundCount = 0
    for all in Self.histories.prefix(8).map(\.events) + Self.quiet.prefix(8) {
      for quarter in 0...4 {
        let count = all.count * quarter / 4
        let kept = try HeldBytes(
          RegisterSnapshot.bytes(of: register(of: all[..<count]), stamp: [])
        ).soundRegister()
        for more in [0, 1, 7, 30] where count + more <= all.count {
          var later = kept
          for event in all[count..<count + more] { later.apply(event) }
          let plain = register(of: all[..<(count + more)])
          for moment in Self.moments {
            let expected = inEffect(plain, at: moment)
            #expect(later.grantsInEffect(at: moment).map(\.id) == expected, "\(count)+\(more)")
            #expect(plain.grantsInEffect(at: moment).map(\.id) == expected)
            foundCount += expected.count
          }
          for grant in later.grantsInEffect(at: Self.moments[10]) {
            let row = plain.grants[grant.index]
            #expect(row.id == grant.id && row.person == grant.person)
            #expect(row.entitlement == grant.entitlement)
          }
          #expect(later.isIntact)
        }
      }
    }
    #expect(foundCount > 200)
  }

  /// The lines that a plain answer comes to.
  private func plainLines(_ register: Register, at moment: Instant) -> [UInt8] {
    var lines: [UInt8] = []
    for grant in register.grantsInEffect(at: moment) { grant.permission.write(to: &lines) }
    return lines
  }

  private func lines(_ register: Register, at moment: Instant) -> [UInt8]? {
    register.linesInEffect(at: moment).map { answer in
      var lines: [UInt8] = []
      answer.forEachPiece { lines += $0 }
      return lines
    }
  }

  @Test func `the lines that a snapshot has ready are those of the grants in effect`() throws {
    var told = (some: 0, none: 0, byteCount: 0, groups: 0)
    // Small ones, and two in which the list has many groups.
    let large = [(94, 12), (95, 40)].map { seed, times in
      Self.quiet(History(seed: seed, count: 6_000, times: times).events)
    }
    for all in Self.histories.prefix(4).map(\.events) + large + Self.quiet.prefix(6) {
      for quarter in 1...4 {
        let count = all.count * quarter / 4
        let kept = try HeldBytes(
          RegisterSnapshot.bytes(of: register(of: all[..<count]), stamp: [])
        ).soundRegister()
        told.groups = max(told.groups, kept.keptSpans?.place.present.groupCount ?? 0)
        for more in [0, 3, 40] where count + more <= all.count {
          var later = kept
          for event in all[count..<count + more] { later.apply(event) }
          for moment in Self.moments {
            guard let found = lines(later, at: moment) else {
              told.none += 1
              continue
            }
            #expect(found == plainLines(later, at: moment), "\(count)+\(more) \(moment)")
            told.some += 1
            told.byteCount += found.count
          }
          #expect(later.isIntact)
        }
      }
    }
    #expect(told.some > 500 && told.byteCount > 10_000 && told.groups > 3, "\(told)")
    // Without a snapshot there are no lines that are ready.
    #expect(register(of: large[0]).linesInEffect(at: Self.moments[3]) == nil)
  }

  @Test func `no line is given of a snapshot that is not as it was written`() throws {
    let history = History(seed: 93, count: 1_200, times: 12)
    let bytes = RegisterSnapshot.bytes(of: register(of: history.events), stamp: [])
    let whole = try HeldBytes(bytes).soundRegister()
    let place = try #require(whole.keptSpans?.place.present)
    let begin = bytes.count - Int(whole.kept?.byteCount ?? 0)
    for offset in [place.groupRange.lowerBound, place.lineRange.upperBound - 2] {
      var damaged = bytes
      damaged[begin + offset] ^= 1
      let register = try HeldBytes(damaged).soundRegister()
      #expect(register.linesInEffect(at: Self.moments[3]) == nil)
      #expect(!register.isIntact)
    }
  }

  @Test
  func `the lists of entitlements and systems hold every grant, and leave out only what is ended`()
    throws
  {
    var leftOut = 0
    for history in Self.histories {
      let half = history.events.count / 2
      var register = try HeldBytes(
        RegisterSnapshot.bytes(of: register(of: history.events[..<half]), stamp: [])
      ).soundRegister()
      for event in history.events[half...] { register.apply(event) }
      // And through one more snapshot.
      let again = try HeldBytes(RegisterSnapshot.bytes(of: register, stamp: [])).soundRegister()
      for register in [register, again] {
        for system in register.systems.rows {
          let all = (0..<Int32(register.grants.count)).filter {
            register.grants[$0].entitlement.system == system.id
          }
          #expect(register.grants(in: system.id) == all)
          for right in system.entitlements {
            let own = all.filter { register.grants[$0].entitlement == right.id }
            // One that was granted before it was defined is listed with the system.
            #expect(Set(register.grants(of: right.id)).isSubset(of: own))
          }
          for moment in Self.moments {
            let listed = register.grants(in: [system.id], of: [], standingAt: moment)
            let standing = all.filter {
              let state = register.state(of: register.grants[$0], at: moment)
              return state != nil && state != .ended
            }
            #expect(Set(standing).isSubset(of: listed) && Set(listed).isSubset(of: all))
            #expect(listed == listed.sorted())
            leftOut += all.count - listed.count
          }
        }
      }
    }
    #expect(leftOut > 100)
  }

  @Test func `checks in one process say what the register says, of every pair at every moment`() {
    var yes = 0
    for history in Self.histories {
      let register = register(of: history.events)
      let checks = AccessChecks(register)
      let persons = Array(register.persons.ids) + [PersonID(number: 9_999)]
      let rights =
        register.systems.rows.flatMap { $0.entitlements.map(\.id) }
        + Set(register.grants.rows.map(\.entitlement))
      for moment in Self.moments {
        let held = Set(
          register.grants.rows.filter { register.isInEffect($0, at: moment) }.compactMap {
            grant in grant.person.map { "\($0) \(grant.entitlement)" }
          })
        for person in persons {
          for right in rights {
            let isInEffect = checks.isInEffect(person, right, at: moment)
            #expect(isInEffect == held.contains("\(person) \(right)"), "\(person) \(right)")
            if isInEffect { yes += 1 }
          }
        }
      }
    }
    #expect(yes > 50)
  }

  @Test func `a list beside the rows that says something else than they do is found`() throws {
    var unlike = 0
    for history in Self.histories where history.events.count > 150 {
      var register = try HeldBytes(
        RegisterSnapshot.bytes(of: register(of: history.events), stamp: [])
      ).soundRegister()
      #expect(register.areListsSound())
      // The lists of one moment with the rows of another.
      let early = try HeldBytes(
        RegisterSnapshot.bytes(
          of: self.register(of: history.events[..<(history.events.count / 2)]), stamp: [])
      ).soundRegister()
      let kept = register.keptSpans
      register.keptSpans = early.keptSpans
      #expect(!register.areListsSound())
      register.keptSpans = kept
      #expect(register.areListsSound())
      // What is missing in a list is told by the digest.
      let digest = RegisterSnapshot.digest(of: register)
      let whole = register.grantLists.kept
      register.grantLists.kept = early.grantLists.kept
      #expect(RegisterSnapshot.digest(of: register) != digest)
      register.grantLists.kept = whole
      let lists = register.systems.ids.map { register.incidents(about: $0).map(\.id) }
      register.incidentLists.kept = early.incidentLists.kept
      let others = register.systems.ids.map { early.incidents(about: $0).map(\.id) }
      #expect(register.areListsSound() == (lists == others))
      unlike += lists == others ? 0 : 1
    }
    #expect(unlike > 3)
  }
}

@Suite struct `Snapshots and their checksums` {
  @Test func `the shape that is written down is the shape of the rows`() {
    #expect(
      RegisterSnapshot.shape == RegisterSnapshot.shapeOfRows,
      "Write \(RegisterSnapshot.shapeOfRows) in RegisterSnapshot+Shape.")
  }

  @Test func `a checksum tells every bit, every length and every place apart`() {
    var random = SeededRandom(seed: 3)
    for count in [0, 1, 7, 8, 31, 32, 33, 64, 100, 4_096] {
      var bytes = (0..<count).map { _ in UInt8(random.below(256)) }
      func sum(_ place: Int) -> UInt64 { bytes.withUnsafeBytes { BlockSum.of($0, place) } }
      let whole = sum(0)
      #expect(sum(1) != whole)
      for bit in 0..<min(count * 8, 700) {
        let place = count * 8 <= 700 ? bit : random.below(count * 8)
        bytes[place / 8] ^= 1 << UInt8(place % 8)
        #expect(sum(0) != whole, "\(count) \(place)")
        bytes[place / 8] ^= 1 << UInt8(place % 8)
      }
      bytes.append(0)
      #expect(sum(0) != whole)
    }
  }
}
