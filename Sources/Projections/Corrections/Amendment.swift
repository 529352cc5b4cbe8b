import AccessModel
import CanonicalJSON
import Chronology
public import EventSourcing
public import Events

/// What the corrections in force make of one event.
public struct Amendment: Sendable {
  /// Another value in a field, and the event it was meant for.
  struct Change: Sendable {
    var value: String?
    var event: UniqueID
  }

  /// The event that is not to be read at all, when it is not.
  var void: UniqueID?
  /// By the field's name; `effective` is the time from which the event holds.
  var changes: [String: Change] = [:]

  /// The name by which the time from which an event holds is corrected.
  public static let effective = "effective"

  /// Adds a correction, unless a later one says something of the same.
  mutating func add(_ correction: EventCorrected, value: String?) {
    guard let field = correction.field?.text else {
      if void == nil { void = correction.event }
      return
    }
    if changes[field] == nil {
      changes[field] = Change(value: value, event: correction.event)
    }
  }

  /// The event as it now reads; `nil` when it is not to be read at all.
  ///
  /// What cannot be read with the new value stays as it was: such a correction is a finding of its own.
  func reading(of recorded: borrowing Recorded<AccessEvent>) -> Recorded<AccessEvent>? {
    if void == recorded.id { return nil }
    var reading = copy recorded
    for (field, change) in changes.sorted(by: { $0.key < $1.key }) where change.event == reading.id
    {
      do throws(FieldReplacementError) {
        try reading.replace(field, with: change.value)
      } catch {
        continue
      }
    }
    return reading
  }
}

extension Recorded<AccessEvent> {
  /// Puts another value in a field of the data, or in the effective time.
  public mutating func replace(
    _ field: String, with value: String?
  ) throws(FieldReplacementError) {
    guard field == Amendment.effective else {
      event = try event.replacing(field: field, with: value)
      return
    }
    guard let value else { throw .required }
    effective = try Instant(json: value)
  }

  /// What a field of the data, or the effective time, holds, as canonical JSON; `nil` where it is left out.
  public func text(of field: String) -> String? {
    field == Amendment.effective ? "\"\(effective)\"" : event.field(field)?.text
  }
}

extension Instant {
  fileprivate init(json: String) throws(FieldReplacementError) {
    let bytes = Array(json.utf8)
    let read: Result<Instant, CanonicalJSONError> = bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do throws(CanonicalJSONError) {
        let instant = try Instant(from: &reader)
        try reader.takeEnd()
        return .success(instant)
      } catch {
        return .failure(error)
      }
    }
    switch read {
    case .success(let instant): self = instant
    case .failure(let error): throw .malformed(error)
    }
  }
}
