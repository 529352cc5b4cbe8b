public import AccessModel
public import CanonicalJSON

/// An earlier event was wrong; it stays as it was, and reads as corrected.
///
/// It does not say: who was at fault.
public struct EventCorrected: EventPayload {
  public var target: Int64
  public var event: UniqueID
  public var field: Label?
  public var value: Label?
  public var decider: PersonID

  public init(
    target: Int64, event: UniqueID, field: Label? = nil, value: Label? = nil, decider: PersonID
  ) {
    self.target = target
    self.event = event
    self.field = field
    self.value = value
    self.decider = decider
  }

  public init(blank: Void) {
    self.init(
      target: 0, event: UniqueID(blank: ()), decider: PersonID(blank: ()))
  }

  public static let kind = EventKind.eventCorrected
  public static let description = EventDescription(
    about: "An earlier event was wrong; it stays as it was, and reads as corrected.",
    recordedBy:
      "Whoever may record the event itself, or holds a role above; never whom the event concerns.",
    doesNotSay: "Who was at fault.")

  public var stream: StreamID { .ledger }

  public mutating func visitFields<Visitor: FieldVisitor>(
    _ visitor: inout Visitor
  ) throws(CanonicalJSONError) {
    try visitor.field("target", &target, "The position of the event.")
    try visitor.field("event", &event, "The identifier of the event.")
    try visitor.optional(
      "field", &field,
      "The field of its data that was wrong, or `effective`; absent when the event is void: it should not have been recorded at all."
    )
    try visitor.optional(
      "value", &value,
      "What the field holds instead, as the log writes it; absent when it is left out.")
    try visitor.field("decider", &decider, "Who decided on it.")
  }
}

extension EventCorrected {
  /// The value without the marks of JSON, when it is one text; else as the log writes it. `nil` when the field is left out.
  public var plainValue: String? {
    value.map { EventCorrected.plain($0.text) }
  }

  /// A value without the marks of JSON, when it is one text; else as it stands.
  public static func plain(_ value: String) -> String {
    let bytes = Array(value.utf8)
    return bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do throws(CanonicalJSONError) {
        let text = try reader.string()
        try reader.takeEnd()
        return text
      } catch {
        return value
      }
    }
  }
}
