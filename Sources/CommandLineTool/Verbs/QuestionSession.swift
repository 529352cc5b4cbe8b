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
import Transparency

/// A question being answered: the ledger, the moment it is about, and where names and texts are found.
final class QuestionSession {
  let session: VerbSession
  let ledger: Ledger
  let zone: TimeZoneRules
  let question: ViewQuestion
  /// What went wrong while names, texts and events were looked up.
  private let trouble: LookupTrouble
  /// What masks the answer, for whoever is not internal.
  private var mask: AnswerMask?
  /// How long an answer is at most that is not written before it is whole, in bytes.
  private static let heldByteCountMax = 4 << 20
  /// Whether some of an answer has been written before all of it was there.
  private var isWriting = false
  /// The questions whose reading was noted, each once.
  private var noted: Set<String> = []

  /// - Parameter ledger: the one that is open already, when the question is part of something that is recorded.
  init(
    _ session: VerbSession, in opened: Ledger? = nil,
    filter: (Ledger) throws -> ViewFilter = { _ in ViewFilter() }
  ) throws {
    self.session = session
    ledger = try opened ?? session.openLedger(.reading)
    zone = try ledger.timeZone()
    let trouble = LookupTrouble()
    self.trouble = trouble
    let knownAt = try session.lastMoment("known-at", in: zone)
    var register = ledger.register
    if let knownAt { register = try ledger.register(knownAt: knownAt) }
    let names = NameLookup(ledger, trouble, at: session.ambient.now())
    var question = ViewQuestion(
      register: register,
      asOf: try session.lastMoment("as-of", in: zone) ?? session.ambient.now(),
      knownAt: knownAt, filter: try filter(ledger),
      names: { names.identity(of: $0)?.name }, userNames: { names.identity(of: $0)?.userName },
      accountNames: { names.name(of: $0) }, texts: { names.text($0) }, zone: zone)
    question.isOriginal = session.reading == .original
    question.masks = { names.mask(of: $0) }
    question.lookUp = { names.lookUp($0, $1) }
    question.expectEvents = { [ledger] in ledger.expectEvents(at: $0) }
    question.askedBy = session.asker(of: ledger)
    if session.format == .table {
      question.reader = .people
      question.language = session.language
    }
    self.question = question
    let profile =
      session.command.declares("profile")
      ? try session.coded("profile", DisclosureProfile.self) ?? .internal : .internal
    if profile != .internal {
      let salt = session.ambient.randomBytes(16)
      mask = AnswerMask(for: profile, ledger.register, at: session.ambient.now()) { text in
        String("\(SHA256.digest(of: salt + Array(text.utf8)))".filter(\.isHexDigit).prefix(10))
      }
    }
  }

  /// Whether the answer is made for somebody who may not see all of it.
  var isMasked: Bool { mask != nil }

  /// Whether every row has to be there before the first is written.
  private var isWhole: Bool { isMasked || TableOrdering.isAsked(session) }

  /// A view as a file for whoever it is made for, in the format asked for and for no terminal; and how many of its fields are masked.
  func file(of view: any RegisterView.Type) throws -> (bytes: [UInt8], maskedCount: Int) {
    let table = view.answer(question)
    try check()
    try note(view.description.name)
    var options = RenderingOptions(language: session.language)
    options.instantText = { [zone] in $0.text(in: zone) }
    options.boundText = { [zone] moment, bound in
      let phrasing = Phrasing(zone: zone)
      return bound == .start ? phrasing.start(moment) : phrasing.last(moment)
    }
    let shown = masked(table)
    guard let mask else { return (TableRenderer(session.format, options).bytes(shown), 0) }
    return (DisclosedAnswer.bytes(shown, mask, session.format, options), mask.maskedCount)
  }

  /// A table as whoever it is made for may see it.
  func masked(_ table: Table) -> Table { mask?.masked(table) ?? table }

  /// Throws what went wrong while events and texts were looked up, if anything did. That names are missing is told, and the
  /// answer given without them.
  func check() throws {
    if session.opened.areDamaged { throw DamagedSnapshot() }
    if let fault = trouble.fault { throw fault }
    guard let missing = trouble.takenWarning() else { return }
    session.tell(missing)
  }

  /// Notes that a question is asked, where the rules want that (INV-56); before anything is answered.
  func note(_ question: String) throws {
    guard noted.insert(question).inserted else { return }
    try session.noteReading(of: question, in: ledger)
  }

  /// The name of the view that a table or card of that name answers.
  private func question(named name: String) -> String {
    name == "policy" ? PolicyRules.description.name : String(name.map { $0 == "_" ? "-" : $0 })
  }

  /// Answers with a table, after everything in it was looked up.
  func answer(_ table: Table) throws {
    try TableOrdering.check(table.columns, session)
    try check()
    try note(question(named: table.name))
    try answer(masked: masked(table))
  }

  /// Answers with a table that is masked already, where it is to be. It is put in order as it is shown, so that the order tells nothing
  /// of what is not.
  func answer(masked table: Table) throws {
    try check()
    let shown = try TableOrdering.ordered(table, session)
    let options = try rendering(named: question(named: table.name))
    guard let mask else { return try session.answer(shown, options) }
    try session.answer(DisclosedAnswer.bytes(shown, mask, session.format, options))
    session.tell(DisclosedAnswer.remark(mask))
  }

  /// Answers with a view, row by row where the format allows it.
  func answer(_ view: any RegisterView.Type) throws {
    // What is masked or sorted is put in another order, and what is cut short is counted, so that all of it comes first.
    var stream = try promptStream(of: view.description.columns)
    guard stream != nil else { return try answer(view.answer(question)) }
    try note(view.description.name)
    try view.forEachRow(question) { row in
      stream?.append(row)
      try write(&stream, from: RowStream.pendingMax)
    }
    try finish(&stream)
  }

  /// Answers with a view of the events, row by row where the format allows it.
  func answer(_ view: any EventView.Type) throws {
    try TableOrdering.check(view.description.columns, session)
    try note(view.description.name)
    var stream = isWhole ? nil : stream(of: view.description.columns)
    var table = view.table(question)
    let isStreamed = stream != nil
    try QuestionVerbs.forEachEvent(self, LogFilter()) { recorded in
      guard let row = view.row(for: recorded, question) else { return }
      if isStreamed {
        stream?.append(row)
        try write(&stream, from: RowStream.pendingMax)
      } else {
        table.append(row)
      }
    }
    if isStreamed { try finish(&stream) } else { try answer(table) }
  }

  func answer(_ card: Card) throws {
    try check()
    try note(question(named: card.name))
    if mask != nil {
      try answerMasked(card)
      return
    }
    var card = card
    card.title = titled(card.title)
    try session.answer(
      CardRenderer(session.format, rendering(named: question(named: card.name))).bytes(card))
  }

  private func answerMasked(_ card: Card) throws {
    guard let shown = mask?.masked(card), let mask else { return }
    try session.answer(
      DisclosedAnswer.bytes(
        shown, mask, session.format, rendering(named: question(named: card.name))))
    session.tell(DisclosedAnswer.remark(mask))
  }

  func answer(_ story: Story) throws {
    // Its sentences are made of names: what is left of it is a table.
    if isMasked { return try answer(story.table) }
    try check()
    try note(question(named: story.name))
    var story = story
    story.title = titled(story.title)
    try session.answer(
      StoryRenderer(session.format, rendering(named: question(named: story.name))).bytes(story))
  }

  /// The log that the answer rests on: what was known then is a shorter one, with a root of its own.
  func head() throws -> TreeHead {
    guard question.knownAt != nil else { return ledger.log.head }
    let size = question.register.position
    return TreeHead(size: size, root: try ledger.root(ofSize: size))
  }

  /// How an answer is drawn, with what a workbook tells of the question.
  private func rendering(named name: String) throws -> RenderingOptions {
    var options = session.rendering(in: zone)
    guard session.format == .xlsx else { return options }
    let head = try head()
    let view = ViewCatalogue.views.first { $0.name == name }
    // Whoever may not see names is not told whom somebody asked about.
    let typed = isMasked ? "" : session.typedLimits.joined(separator: " ")
    options.about = [
      .init(Localized(en: "View", sv: "Vy"), name),
      .init(
        Localized(en: "Question", sv: "Fråga"), view?.question.text(in: session.language) ?? ""),
      .init(Localized(en: "Limited by", sv: "Begränsad av"), typed),
      .init(Localized(en: "As of", sv: "Per"), question.phrasing.time(question.asOf)),
      .init(
        Localized(en: "Known at", sv: "Känt per"),
        question.knownAt.map { question.phrasing.time($0) } ?? ""),
      .init(Localized(en: "Log", sv: "Logg"), question.register.origin?.text ?? ledger.log.origin),
      .init(Localized(en: "Events", sv: "Händelser"), "\(head.size)"),
      .init(Localized(en: "Root", sv: "Rot"), head.root.base64),
    ].filter { !$0.value.isEmpty }
    return options
  }

  /// The title of what is about one thing, with a word on how it is read.
  func titled(_ title: Localized) -> Localized {
    guard question.isOriginal else { return title }
    return Localized(
      en: title.english + ", as first recorded", sv: title.swedish + ", som först registrerat")
  }

  /// A stream for the rows of a table with those columns, when the format can be written row by row.
  func stream(of columns: [Column]) -> RowStream? {
    isMasked ? nil : RowStream(session.format, session.rendering(in: zone), columns: columns)
  }

  /// A stream for the rows of a view, when they need not all be there before the first is written.
  func promptStream(of columns: [Column]) throws -> RowStream? {
    try TableOrdering.check(columns, session)
    return isWhole ? nil : stream(of: columns)
  }

  /// Writes what is pending when it is at least so many bytes, after everything in it was looked up.
  ///
  /// What has been written cannot be taken back: an answer is held until it is long, and before the first of it is written, the whole
  /// snapshot is made sure of, since the rest is made from it. A short answer rests on what it was made from alone.
  func write(_ stream: inout RowStream?, from count: Int) throws {
    guard let pending = stream?.pendingCount else { return }
    if !isWriting {
      guard pending >= Self.heldByteCountMax else { return }
      ledger.register.checkAll()
      isWriting = true
    }
    guard pending >= count else { return }
    try writePending(&stream)
  }

  private func writePending(_ stream: inout RowStream?) throws {
    try check()
    guard var rest = stream?.taken()[...] else { return }
    // In pieces, for a reader who leaves is noticed between two.
    while !rest.isEmpty {
      try session.answer(Array(rest.prefix(RowStream.pendingMax)))
      rest = rest.dropFirst(RowStream.pendingMax)
    }
  }

  /// Writes the rest of it.
  func finish(_ stream: inout RowStream?) throws {
    stream?.finish()
    try writePending(&stream)
    try check()
  }

  /// The result, or `nil` after what went wrong was kept for `check`.
  func noting<Result>(_ body: () throws -> Result) -> Result? { trouble.noting(body) }

  /// The event at a position as it reads, for stories and reasons; as it was recorded when it is void.
  func event(at position: UInt64) -> Recorded<AccessEvent>? {
    recordedEvent(at: position).map { question.reading(of: $0) ?? $0 }
  }

  /// The event at a position as it was recorded.
  func recordedEvent(at position: UInt64) -> Recorded<AccessEvent>? {
    trouble.noting { try ledger.event(at: position) } ?? nil
  }

  /// The row of an identifier, or “not found” with those that are written nearly so.
  func found<Subject, Row: RegisterRow>(
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
