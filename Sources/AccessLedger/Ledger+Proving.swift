public import AccessModel
import Diagnostics
import EventStore
public import Transparency

extension Ledger {
  /// Shows by the newest published checkpoint that the log holds the event at a position.
  ///
  /// - Throws: `PUB-04` when no checkpoint reaches so far, `PUB-01` when the log contradicts it, and what the system says.
  public func proof(at position: UInt64) throws(LedgerError) -> ProofFile {
    do throws(Diagnostic) {
      guard let checkpoint = try log.publishedCheckpoint() else {
        throw PublicationCode.noCheckpoint.diagnostic(
          .init(en: "position", sv: "position", "\(position)"))
      }
      return try log.proof(at: position, for: checkpoint)
    } catch {
      throw error.code == PublicationCode.noCheckpoint.code
        ? .unavailable(error) : LedgerError(opening: error)
    }
  }

  /// The position of the event with an identifier; `nil` when there is none. Reads the log up to it.
  public func position(of event: UniqueID) throws(LedgerError) -> UInt64? {
    let beginning = Array("{\"id\":\"\(event)\"".utf8)
    var found: UInt64?
    do {
      try log.read(from: 0) { record in
        guard record.fields.event.starts(with: beginning) else { return .proceed }
        found = record.position
        return .stop
      }
    } catch {
      throw LedgerError(reading: error)
    }
    return found
  }
}
