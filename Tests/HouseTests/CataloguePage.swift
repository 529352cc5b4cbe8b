import AccessModel
import Projections

@testable import Events

/// The pages of `ledger/catalogue`, made from what the code says of each type of event.
enum CataloguePage {
  static let folder = "ledger/catalogue"

  /// The file of a type's present version.
  static func name(of kind: EventKind) -> String { "\(kind.name)-v\(kind.payload.version).md" }

  /// The page of one type of event.
  static func text(of kind: EventKind) throws -> String {
    let sample = try EventSamples.sample(of: kind)
    let description = kind.payload.description
    let lines = [
      "# \(kind.name), version \(kind.payload.version)", "", description.about, "",
      "**What it does not say.** \(description.doesNotSay)", "",
      "**Who may record it.** \(description.recordedBy) Roles that entitle to it: "
        + "\(roles(sample.event.event)).", "",
      "**Stream.** `\(sample.event.event.stream.kind.code)/<identifier>`; in the example "
        + "`\(sample.event.event.stream)`.", "", "## Fields of `data`, in this order", "",
      "| Field | Form | | Meaning |", "|---|---|---|---|",
    ]
    let fields = FieldLister.fields(of: kind.payload).map { field in
      "| `\(field.key)` | \(field.form) | \(field.isOptional ? "optional" : "always") "
        + "| \(field.meaning) |"
    }
    let example = [
      "", "## Example", "",
      "The `event` value of a line, with every field, also such as seldom stand together. What surrounds "
        + "`data` is told in [FORMAT](../FORMAT.md).", "", "```json",
      String(decoding: sample.bytes, as: UTF8.self), "```", "",
    ]
    return (lines + fields + example).joined(separator: "\n")
  }

  /// The page that lists all types.
  static func index() -> String {
    let lines = [
      "# The events of the ledger", "",
      "One page for each type of event and version: what became true, who may record it, what it does not say, "
        + "its fields, and an example. The pages are recorded from the code by `tools/record-catalogue` and compared "
        + "with it by a test. The page of a version that has been released does not change.", "",
      "| Type | Version | What became true |", "|---|---|---|",
    ]
    let rows = EventKind.allCases.map { kind in
      "| [`\(kind.name)`](\(name(of: kind))) | \(kind.payload.version) "
        + "| \(kind.payload.description.about) |"
    }
    return (lines + rows + [""]).joined(separator: "\n")
  }

  private static func roles(_ event: AccessEvent) -> String {
    guard let roles = event.recorders else { return "none is needed, only a key" }
    return roles.map { "`\($0.code)`" }.joined(separator: ", ")
  }
}

extension AccessEvent {
  /// The role the actor of a sample has.
  var recorderSample: Role? { recorders?.first }
}
