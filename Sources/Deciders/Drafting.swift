import AccessModel
import Chronology
import Diagnostics
import EventSourcing
import Events
import Policies

/// What the deciders share: drawing ids, sealing texts, checking texts.
struct Drafting {
  let context: DecisionContext

  /// The largest number of bytes of a free text.
  static let textBytesMax = 8_000

  /// A draft of one event without texts of its own, true from `effective` on: the moment of the command when left out.
  func draft(
    _ event: AccessEvent, about person: PersonID? = nil, effective: Instant? = nil
  ) throws(Rejection) -> Draft<AccessEvent> {
    try draft(about: person, effective: effective) { _ throws(Rejection) in event }
  }

  /// A draft of one event whose texts are bound to its id.
  func draft(
    about person: PersonID?, effective: Instant? = nil,
    _ make: (UniqueID) throws(Rejection) -> AccessEvent
  ) throws(Rejection) -> Draft<AccessEvent> {
    let id = context.drawEventID()
    let event = try make(id)
    let reason = try context.reason.map { text throws(Rejection) in
      try seal(text, "reason", Localized(en: "reason", sv: "skäl"), of: id, about: person)
    }
    return Draft(
      id: id, effective: effective ?? context.moment, reason: reason, event: event)
  }

  /// Commits to a free text that has passed the content guard (INV-57).
  func seal(
    _ text: String, _ field: String, _ name: Localized, of event: UniqueID,
    about person: PersonID?
  ) throws(Rejection) -> Commitment {
    guard Drafting.isRecordable(text) else {
      throw Rejection(
        ReferenceCodes.malformed.diagnostic(
          .init(en: "field", sv: "fält", localized: name),
          .init(en: "bytes", sv: "byte", "\(text.utf8.count)")))
    }
    // What is taken over from another register is recorded as it was; it stands in the identity register, not in the log.
    if context.command.channel != .migration,
      let violation = NoPersonalData.check(text, field: name)
    {
      throw Rejection(violation)
    }
    return context.commit(text, field, event, person)
  }

  /// Whether a free text is there, not too long, and without control characters but line feeds.
  static func isRecordable(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= textBytesMax
      && text.unicodeScalars.allSatisfy {
        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) || $0 == "\n"
      }
  }

  func label(_ text: String, _ name: Localized) throws(Rejection) -> Label {
    guard let label = Label(text) else {
      throw Rejection(
        ReferenceCodes.malformed.diagnostic(
          .init(en: "field", sv: "fält", localized: name),
          .init(en: "bytes", sv: "byte", "\(text.utf8.count)")))
    }
    return label
  }

  func optionalLabel(_ text: String?, _ name: Localized) throws(Rejection) -> Label? {
    guard let text else { return nil }
    return try label(text, name)
  }
}
