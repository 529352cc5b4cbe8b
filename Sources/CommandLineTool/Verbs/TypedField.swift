import AccessLedger
import AccessModel
import AuditViews
import CanonicalJSON
import Chronology
import Commands
import Diagnostics
import Events
import Projections

/// A value for a field of an event as people type it, made into what the log writes.
struct TypedField {
  let session: VerbSession
  let ledger: Ledger
  let zone: TimeZoneRules

  /// The change that gives the field that value.
  ///
  /// Days begin or end with the field; persons go by their names; lists stand with commas between; a free text is given as it is, and kept
  /// where such texts are.
  func change(
    _ field: String, to text: String?, in kind: EventKind
  ) throws -> CorrectEvent.Change {
    let fields = FieldLister.fields(of: kind.payload)
    let declared = fields.first { $0.key == field }
    guard let declared else {
      // What is no field of the data is refused by the rules, with those there are.
      guard field == Amendment.effective, let text else { return .value(field: field, text) }
      return .value(field: field, try json(text, Instant.self, dayMeans: .start))
    }
    guard let text else { return .value(field: field, nil) }
    if declared.type == Commitment.self { return .text(field: field, text) }
    let isEnd = EventFieldNames.ends.contains(field)
    return .value(
      field: field, try json(text, declared.type, dayMeans: isEnd ? .end : .start))
  }

  private func json(
    _ text: String, _ type: any WireValue.Type, dayMeans: MomentText.DayMeaning
  ) throws -> String {
    if type == Int64.self { return text }
    if type == Instant.self {
      // A moment of the log is taken as it stands.
      if Instant(text) != nil { return quoted(text) }
      guard let moment = try session.moment("value", in: zone, dayMeans: dayMeans) else {
        return quoted(text)
      }
      return quoted("\(moment)")
    }
    if type == PersonID.self { return quoted("\(try session.person(text, in: ledger))") }
    guard type.form.hasPrefix("list of: ") else { return quoted(text) }
    let parts = text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
    return "["
      + (try parts.map { part in
        type == [PersonID].self ? quoted("\(try session.person(part, in: ledger))") : quoted(part)
      }).joined(separator: ",") + "]"
  }

  private func quoted(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
