import EventSourcing
import Events

/// Gives events by position to whoever cannot throw, and keeps what went wrong meanwhile.
final class EventLookup {
  private let ledger: Ledger
  private var fault: LedgerError?

  init(_ ledger: Ledger) {
    self.ledger = ledger
  }

  /// The event at a position as it was recorded; `nil` where there is none, or it cannot be read.
  func event(at position: UInt64) -> Recorded<AccessEvent>? {
    do throws(LedgerError) {
      return try ledger.event(at: position)
    } catch {
      if fault == nil { fault = error }
      return nil
    }
  }

  /// Throws the first thing that went wrong.
  func check() throws(LedgerError) {
    if let fault { throw fault }
  }
}
