import Chronology
import Diagnostics
public import EventSourcing
public import EventStore
public import Events
import Policies
import Projections
import Transparency

extension Ledger {
  /// Reads the log's events from a position, each with its place and time.
  public func readEvents(
    from position: UInt64 = 0, _ body: (borrowing Recorded<AccessEvent>) throws -> ReadingStep
  ) throws(LedgerError) {
    do {
      try log.read(from: position) { record in
        try body(try Ledger.event(of: record))
      }
    } catch {
      throw LedgerError(reading: error)
    }
  }

  /// The event at one position.
  public func event(at position: UInt64) throws(LedgerError) -> Recorded<AccessEvent>? {
    var found: Recorded<AccessEvent>?
    try readEvents(from: position) { recorded in
      found = copy recorded
      return .stop
    }
    return found
  }

  /// Folds events into a register until `step`, asked before each, says stop.
  static func fold(
    _ log: some EventLog, into register: inout Register, from position: UInt64,
    hashing: Bool = false, _ step: (borrowing Recorded<AccessEvent>) throws -> ReadingStep
  ) throws {
    // A register of its own while folding, so that each row has one owner and is changed in place.
    var folding = register
    register = Register()
    defer { register = folding }
    try log.read(from: position, hashing: hashing) { record in
      let recorded = try event(of: record)
      guard try step(recorded) == .proceed else { return .stop }
      try checkRevision(of: recorded, in: folding)
      folding.apply(recorded)
      return .proceed
    }
  }

  /// An event must be the next of its stream.
  static func checkRevision(
    of recorded: borrowing Recorded<AccessEvent>, in register: Register
  ) throws(Diagnostic) {
    let expected = register.nextRevision(of: recorded.event.stream)
    guard recorded.revision != expected else { return }
    throw LedgerCodes.brokenStream.diagnostic(
      .init(en: "position", sv: "position", "\(recorded.position)"),
      .init(en: "stream", sv: "ström", "\(recorded.event.stream)"),
      .init(en: "revision", sv: "revision", "\(recorded.revision)"),
      .init(en: "expected", sv: "väntad", "\(expected)"))
  }

  /// The event in a line of the log.
  static func event(of record: Record) throws(Diagnostic) -> Recorded<AccessEvent> {
    do throws(SignedEvent.ReadingError) {
      return try SignedEvent(bytes: record.fields.event)
        .recorded(at: record.position, record.fields.recorded)
    } catch {
      throw diagnostic(of: error, at: record.position)
    }
  }

  static func diagnostic(
    of error: SignedEvent.ReadingError, at position: UInt64
  ) -> Diagnostic {
    switch error {
    case .malformed(let fault):
      LedgerCodes.unreadableEvent.diagnostic(
        .init(en: "position", sv: "position", "\(position)"),
        .init(en: "fault", sv: "fel", "\(fault)"))
    case .unknownKind(let name, let version):
      KnownTypes.violation(name: "\(name)", version: version, position: position)
    case .foreignStream(let named, let belonging):
      LedgerCodes.brokenStream.diagnostic(
        .init(en: "position", sv: "position", "\(position)"),
        .init(en: "stream", sv: "ström", "\(named)"),
        .init(en: "expected", sv: "väntad", "\(belonging)"))
    }
  }
}
