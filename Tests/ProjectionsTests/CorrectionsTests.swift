import AccessModel
import Chronology
import EventSourcing
import Events
import Testing
import Transparency

@testable import Projections

/// A history with corrections drawn at random, and what each event should read, found without the code under test.
struct CorrectedHistory {
  private(set) var events: [Recorded<AccessEvent>] = []
  private var random: SeededRandom
  /// What stands at each position: its kind of event again, with one field from another.
  private var donors: [UInt64: (field: String, value: String?)] = [:]

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    let history = History(seed: seed, count: 120)
    for event in history.events {
      append(event.event, like: event)
      while random.once(in: 4), events.count > 30 { correct(history) }
    }
  }

  private mutating func append(_ event: AccessEvent, like other: Recorded<AccessEvent>) {
    var recorded = other
    recorded.position = UInt64(events.count)
    recorded.id = UniqueID(high: 1, low: recorded.position)
    recorded.command = CommandStamp(
      id: UniqueID(high: 2, low: recorded.position), channel: .commandLine)
    recorded.revision = Int64(events.count { $0.event.stream == event.stream })
    recorded.event = event
    events.append(recorded)
  }

  private mutating func correct(_ history: History) {
    // Late positions more often, so that corrections of corrections come.
    let low = random.once(in: 3) ? max(0, events.count - 4) : 0
    let target = events[low + random.below(events.count - low)]
    var correction = EventCorrected(
      target: Int64(target.position), event: target.id, decider: History.persons[1])
    if let inner = target.event.correction {
      if inner.field != nil, let value = inner.value, random.once(in: 2) {
        // The value of another correction of the same kind of field.
        let others = events.compactMap(\.event.correction).filter {
          $0.field == inner.field && $0.value != nil
            && events[Int($0.target)].event.kind == events[Int(inner.target)].event.kind
        }
        let other = others.randomElement(using: &random)?.value ?? value
        correction.field = Label("value")
        correction.value = Label(
          "\"" + other.text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "\"")
      }
    } else if !random.once(in: 4) {
      guard let change = change(of: target) else { return }
      correction.field = Label(change.field)
      correction.value = change.value.flatMap { Label($0) }
    }
    append(.ledger(.eventCorrected(correction)), like: events[events.count - 1])
  }

  /// A field that another event of the same kind has otherwise.
  private mutating func change(
    of target: Recorded<AccessEvent>
  ) -> (field: String, value: String?)? {
    if random.once(in: 5) {
      return (Amendment.effective, "\"\(day(random.below(80)))\"")
    }
    let kind = target.event.kind
    guard let other = events.filter({ $0.event.kind == kind }).randomElement(using: &random) else {
      return nil
    }
    let fields = FieldLister.fields(of: kind.payload).map(\.key).filter {
      !kind.identityFields.contains($0)
    }
    guard let field = fields.randomElement(using: &random) else { return nil }
    return (field, other.event.field(field)?.text)
  }

  // MARK: By the definitions

  /// The corrections before a position.
  private func corrections(before bound: Int) -> [(position: Int, said: EventCorrected)] {
    events[..<bound].enumerated().compactMap { index, event in
      event.event.correction.map { (index, $0) }
    }
  }

  private func isVoid(_ position: Int, before bound: Int) -> Bool {
    corrections(before: bound).contains {
      Int($0.said.target) == position && $0.said.field == nil
        && !isVoid($0.position, before: bound)
    }
  }

  /// The value that the last correction in force gives a field; `nil` when none does.
  private func value(
    of field: String, at position: Int, before bound: Int
  ) -> String?? {
    for (place, said) in corrections(before: bound).reversed()
    where Int(said.target) == position && said.field?.text == field
      && !isVoid(place, before: bound)
    {
      guard let changed = value(of: "value", at: place, before: bound) else {
        return .some(said.value?.text)
      }
      return .some(changed.map(EventCorrected.plain))
    }
    return nil
  }

  /// The events before a position as they should have been written; `nil` for those that should not have been.
  func rightAtOnce(before bound: Int) -> [Recorded<AccessEvent>?] {
    (0..<bound).map { position in
      var event = events[position]
      // A correction stands as it is: what it makes of others is asked of the others.
      guard event.event.correction == nil else { return event }
      if isVoid(position, before: bound) { return nil }
      for field in FieldLister.fields(of: event.event.kind.payload).map(\.key) {
        if let value = value(of: field, at: position, before: bound) {
          do { event.event = try event.event.replacing(field: field, with: value) } catch {
            Issue.record("\(event.event.kind) \(field) \(value ?? "–"): \(error)")
          }
        }
      }
      if let value = value(of: Amendment.effective, at: position, before: bound) {
        event.effective = value.map(EventCorrected.plain).flatMap { Instant($0) } ?? event.effective
      }
      return event
    }
  }
}

@Suite struct `What corrections make of a history` {
  private static let histories = (1...16).map { CorrectedHistory(seed: UInt64($0)) }

  private func fold(_ events: some Sequence<Recorded<AccessEvent>>) -> Register {
    var register = Register()
    for event in events { register.apply(event) }
    return register
  }

  @Test
  func
    `a history with corrections says what one says in which each event was written right at once, as known at every position and as of every day`()
  {
    var differences = 0
    var revived = 0
    for history in Self.histories {
      for bound in stride(from: 1, through: history.events.count, by: 7) {
        let original = fold(history.events[..<bound])
        let corrections = Corrections(original.corrections)
        var corrected = Register()
        for event in history.events[..<bound] { corrected.apply(event, by: corrections) }
        var right = Register()
        for (event, raw) in zip(history.rightAtOnce(before: bound), history.events) {
          if let event { right.apply(event) } else { right.note(raw) }
        }
        #expect(corrected.digest == right.digest, "known at \(bound)")
        #expect(corrected.position == original.position)
        for stream in Set(history.events[..<bound].map(\.event.stream)) {
          #expect(corrected.nextRevision(of: stream) == original.nextRevision(of: stream))
        }
        for grant in corrected.grants.rows {
          for moment in [day(0), day(20), day(40), day(60)] {
            #expect(
              corrected.state(of: grant, at: moment)
                == right.grants[grant.id].flatMap { right.state(of: $0, at: moment) })
          }
        }
        if corrected.digest != original.digest { differences += 1 }
        revived += corrections.rows.count { !corrections.counts($0) }
      }
    }
    // The comparison is worth something only when corrections matter, and some matter no more.
    #expect(differences > 50 && revived > 50, "\(differences) \(revived)")
  }

  @Test func `a history read as first recorded says what it said before anything was corrected`() {
    for history in Self.histories {
      let original = fold(history.events)
      var none = Register()
      for event in history.events { none.apply(event, by: Corrections()) }
      #expect(none.digest == original.digest)
      #expect(Corrections(original.corrections).isEmpty == original.corrections.isEmpty)
    }
  }

  @Test func `both directions are read: from an event to its corrections, and back`() {
    for history in Self.histories {
      let rows = fold(history.events).corrections
      let corrections = Corrections(rows)
      for row in rows {
        let target = UInt64(row.correction.target)
        #expect(corrections.corrections(of: target).contains { $0.fact == row.fact })
        #expect(corrections.chain(from: target).contains { $0.fact == row.fact })
        #expect(corrections.correction(at: row.fact.position)?.correction == row.correction)
      }
    }
  }

  @Test func `what a log may hold and no rule would let through changes nothing and does not trap`()
  {
    var book = Book.granted(until: 9)
    let before = book.register
    let foreign = UniqueID(high: 9, low: 9)
    func row(_ target: Int64, _ event: UniqueID, _ field: String?, _ value: String?) {
      book.write(
        .ledger(
          .eventCorrected(
            EventCorrected(
              target: target, event: event, field: field.flatMap { Label($0) },
              value: value.flatMap { Label($0) }, decider: Book.other))))
    }
    let last = Int64(before.position) - 1
    row(last, foreign, nil, nil)
    row(last, foreign, "until", "\"2026-01-01T00:00:00.000Z\"")
    row(last, UniqueID(high: 1, low: UInt64(last)), "until", "12")
    row(last, UniqueID(high: 1, low: UInt64(last)), "grant", "\"G-9\"")
    row(-1, foreign, nil, nil)
    row(.max, foreign, nil, nil)
    row(Int64(book.register.position), foreign, nil, nil)
    let corrections = Corrections(book.register.corrections)
    #expect(corrections.rows.count == 7)
    var register = Register()
    for event in book.events { register.apply(event, by: corrections) }
    #expect(register.grants.rows.map(\.decided.until) == before.grants.rows.map(\.decided.until))
    #expect(register.state(of: register.grants[0], at: day(5)) == .inEffect)
  }
}
