import AccessModel
import EventSourcing
import Events

extension ViewQuestion {
  /// The reason that an event states, opened; `empty` when it states none.
  func reason(of event: Recorded<AccessEvent>?) -> Cell {
    event?.reason.map { texts($0).cell } ?? .empty
  }

  /// The case that an event belongs to; `empty` when it names none.
  func caseNumber(of event: Recorded<AccessEvent>?) -> Cell {
    event?.caseNumber.map { .text("\($0)") } ?? .empty
  }
}
