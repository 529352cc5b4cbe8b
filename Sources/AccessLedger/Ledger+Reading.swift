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

  /// Lets single events come from the disk, all together, for whoever asks for each of them next.
  public func expectEvents(at positions: some Sequence<UInt64>) { log.expectLines(at: positions) }

  /// The event at one position.
  public func event(at position: UInt64) throws(LedgerError) -> Recorded<AccessEvent>? {
    do {
      if let found = try log.lendLine(at: position, { try Ledger.event(of: $0) }) { return found }
    } catch {
      throw LedgerError(reading: error)
    }
    var found: Recorded<AccessEvent>?
    try readEvents(from: position) { recorded in
      found = copy recorded
      return .stop
    }
    return found
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
