import AccessModel
import Chronology
public import Diagnostics
public import EventSourcing
public import Events
import Projections

extension ViewQuestion {
  /// The event as the question reads it: as corrected, unless it asks for what was first recorded; `nil` when it is void.
  public func reading(of recorded: borrowing Recorded<AccessEvent>) -> Recorded<AccessEvent>? {
    isOriginal ? copy recorded : corrections.reading(of: recorded)
  }

  /// What was said later of the event at a position, with where: `corrected at position 17`; `nil` when nothing was.
  func mark(of position: UInt64) -> Localized? {
    let rows = corrections.corrections(of: position)
    guard !rows.isEmpty else { return nil }
    let positions = rows.map { "\($0.fact.position)" }.joined(separator: ", ")
    if corrections.isVoid(position) {
      return Localized(
        en: "void: position \(positions)", sv: "ogiltig: position \(positions)")
    }
    return corrections.concerns(position)
      ? Localized(
        en: "corrected: position \(positions)", sv: "rättad: position \(positions)")
      : Localized(
        en: "once corrected, and no more: position \(positions)",
        sv: "rättad tidigare, men inte längre: position \(positions)")
  }
}

extension Phrasing {
  /// The value that a correction gives, as people read it.
  public func value(_ correction: EventCorrected) -> Localized {
    value(correction.plainValue, of: correction.field?.text ?? "")
  }

  /// What a field holds, without the marks of JSON, as people read it.
  public func value(_ text: String?, of field: String) -> Localized {
    guard let text else { return Localized(en: "nothing", sv: "inget") }
    if let moment = Instant(text) {
      return Localized(
        verbatim: EventFieldNames.ends.contains(field) ? last(moment) : start(moment))
    }
    if let person = PersonID(text), names(person) != nil {
      return Localized(verbatim: self.person(person))
    }
    return Localized(verbatim: text)
  }
}

/// Which fields of events are ends: the first moment after the last day.
public enum EventFieldNames {
  public static let ends: Set<String> = [
    "until", "expectedUntil", "validUntil", "due", "reviewBy", "expired",
  ]
}
