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
    var known: [PersonID: Identity?] = [:]
    let identities = ledger.identities
    func identity(of person: PersonID) -> Identity? {
      if let identity = known[person] { return identity }
      let identity = trouble.noting { try identities.presentIdentity(of: person) } ?? nil
      known[person] = .some(identity)
      return identity
    }
    var question = ViewQuestion(
      register: register,
      asOf: try session.lastMoment("as-of", in: zone) ?? session.ambient.now(),
      knownAt: knownAt, filter: try filter(ledger),
      names: { identity(of: $0)?.name }, userNames: { identity(of: $0)?.userName },
      texts: { [ledger] commitment in
        trouble.noting { try ledger.openedText(commitment) } ?? .missing
      }, zone: zone)
    if session.format == .table { question.reader = .people }
    self.question = question
  }

  /// Throws what went wrong while names and texts were looked up, if anything did.
  func check() throws {
    if session.opened.areDamaged { throw DamagedSnapshot() }
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

  /// A stream for the rows of a table with those columns, when the format can be written row by row.
  func stream(of columns: [Column]) -> RowStream? {
    // What has been written cannot be taken back.
    ledger.register.checkAll()
    return RowStream(session.format, session.rendering(in: zone), columns: columns)
  }

  /// Writes what is pending when it is at least so many bytes, after everything in it could be looked up.
  func write(_ stream: inout RowStream?, from count: Int) throws {
    guard let pending = stream?.pendingCount, pending >= count else { return }
    try check()
    if let bytes = stream?.taken() { try session.answer(bytes) }
  }

  /// The result, or `nil` after what went wrong was kept for `check`.
  func noting<Result>(_ body: () throws -> Result) -> Result? { trouble.noting(body) }

  /// The event at a position, for stories and reasons.
  func event(at position: UInt64) -> Recorded<AccessEvent>? {
    trouble.noting { try ledger.event(at: position) } ?? nil
  }

  /// The row of an identifier, or “not found” with those that are written nearly so.
  func found<Subject, Row>(
    _ id: Identifier<Subject>?, in rows: Rows<Subject, Row>, typed: String? = nil
  ) throws -> Row where Row.Subject == Subject {
    guard let id, let row = rows[id] else {
      let text = typed ?? id.map { "\($0)" } ?? "–"
      throw QuestionVerbs.notFound(
        Subject.word, text, near: Suggestions.alike(text, among: rows.ids.lazy.map { "\($0)" }))
    }
    return row
  }
}

/// A part of a snapshot was not as it was written: the question is to be asked of the log alone.
struct DamagedSnapshot: Error {}

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
  /// What is known of a person; `nil` when it was erased or never given.
  func presentIdentity(of person: PersonID) throws(Diagnostic) -> Identity? {
    guard case .present(let identity) = try identity(of: "\(person)") else { return nil }
    return identity
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
