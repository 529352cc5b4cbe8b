import AccessLedger
import AccessModel
import AuditViews
import Chronology
import Diagnostics
import EventSourcing
import EventStore
import Events
import IdentityRegister
import Projections

/// A question being answered: the ledger, the moment it is about, and where names and texts are found.
final class QuestionSession {
  let session: VerbSession
  let ledger: Ledger
  let zone: TimeZoneRules
  let question: ViewQuestion
  /// The first thing that went wrong while names or texts were looked up.
  private let trouble: Trouble

  /// What closures that cannot throw met.
  fileprivate final class Trouble {
    var first: (any Error)?
  }

  init(_ session: VerbSession, filter: (Ledger) throws -> ViewFilter = { _ in ViewFilter() })
    throws
  {
    self.session = session
    ledger = try session.openLedger(.reading)
    zone = try ledger.timeZone()
    let trouble = Trouble()
    self.trouble = trouble
    let knownAt = try session.lastMoment("known-at", in: zone)
    var register = ledger.register
    if let knownAt { register = try ledger.register(knownAt: knownAt) }
    var known: [PersonID: String?] = [:]
    let identities = ledger.identities
    question = ViewQuestion(
      register: register,
      asOf: try session.lastMoment("as-of", in: zone) ?? session.ambient.now(),
      knownAt: knownAt, filter: try filter(ledger),
      names: { person in
        if let name = known[person] { return name }
        let name = trouble.noting { try identities.name(of: person) } ?? nil
        known[person] = .some(name)
        return name
      },
      texts: { [ledger] commitment in
        trouble.noting { try ledger.openedText(commitment) } ?? .missing
      }, zone: zone)
  }

  /// Throws what went wrong while names and texts were looked up, if anything did.
  func check() throws {
    if let first = trouble.first { throw first }
  }

  /// Answers with a table, after everything in it could be looked up.
  func answer(_ table: Table) throws {
    try check()
    try session.answer(table, in: zone)
  }

  func answer(_ card: Card) throws {
    try check()
    try session.answer(CardRenderer(session.format, session.rendering(in: zone)).text(card))
  }

  func answer(_ story: Story) throws {
    try check()
    try session.answer(StoryRenderer(session.format, session.rendering(in: zone)).text(story))
  }

  /// The event at a position, for stories.
  func event(at position: UInt64) -> Recorded<AccessEvent>? {
    trouble.noting { try ledger.event(at: position) } ?? nil
  }

  /// The row of an identifier, or “not found”.
  func found<Subject, Row>(
    _ id: Identifier<Subject>?, in rows: Rows<Subject, Row>
  ) throws -> Row {
    guard let id, let row = rows[id] else {
      throw VerbFailure(
        .notFound,
        VerbCodes.unknownThing.diagnostic(.init(Subject.word, id.map { "\($0)" } ?? "–")))
    }
    return row
  }
}

extension QuestionSession.Trouble {
  /// The result, or `nil` after the error was noted.
  fileprivate func noting<Result>(_ body: () throws -> Result) -> Result? {
    do {
      return try body()
    } catch {
      if first == nil { first = error }
      return nil
    }
  }
}

extension IdentityRegister {
  /// The name of a person; `nil` when it was erased or never given.
  func name(of person: PersonID) throws(Diagnostic) -> String? {
    guard case .present(let identity) = try identity(of: "\(person)") else { return nil }
    return identity.name
  }
}

extension Ledger {
  /// A free text as views show it.
  func openedText(_ commitment: Commitment) throws -> OpenedText {
    switch try text(for: commitment) {
    case .present(let open): .present(open.text)
    case .erased: .erased
    case .locked: .locked
    }
  }
}

extension VerbSession {
  /// A moment that a question is about. A day means its last millisecond.
  func lastMoment(_ name: String, in zone: TimeZoneRules) throws -> Instant? {
    guard command.declares(name), let end = try moment(name, in: zone, dayMeans: .end) else {
      return nil
    }
    let isDay = try moment(name, in: zone, dayMeans: .start) != end
    return isDay ? end.advanced(byMilliseconds: -1) : end
  }
}
