import AccessModel
import AuditViews
public import Diagnostics
import Events

/// What tells somebody without the program what an export means: the types of events, the code lists, the views, the codes, and the page that begins it.
public enum ExportDocuments {
  /// The documents by their file names: JSON, indented.
  ///
  /// - Parameter codes: every code that the program refuses or finds by.
  public static func all(codes: [DiagnosticCode]) -> [(path: String, bytes: [UInt8])] {
    [
      ("events.json", JSONText.page(events)), ("code-lists.json", JSONText.page(codeLists)),
      ("glossary.json", JSONText.page(glossary)), ("views.json", JSONText.page(views)),
      ("codes.json", JSONText.page(.list(codes.map(code)))),
    ]
  }

  /// Every type of event, with its fields in the order of the log.
  static var events: JSONValue {
    .list(
      EventKind.allCases.map { kind in
        let description = kind.payload.description
        return .members([
          "type": .string("\(kind.name)"), "version": .integer(kind.payload.version),
          "about": .string(description.about), "recorded_by": .string(description.recordedBy),
          "does_not_say": .string(description.doesNotSay),
          "fields": .list(
            FieldLister.fields(of: kind.payload).map { field in
              .members([
                "key": .string(field.key), "form": .string(field.form),
                "optional": .flag(field.isOptional), "meaning": .string(field.meaning),
                "code_list": list(of: field.type).map { .string($0.name) },
              ])
            }),
        ])
      })
  }

  /// Every family of codes that a field of an event is written with.
  static var codeLists: JSONValue {
    var members: [JSONValue.Member] = []
    for kind in EventKind.allCases {
      for field in FieldLister.fields(of: kind.payload) {
        guard let list = list(of: field.type), !members.contains(where: { $0.name == list.name })
        else { continue }
        members.append(JSONValue.Member(list.name, list.values))
      }
    }
    return .object(members.sorted { $0.name < $1.name })
  }

  private static func list(of type: Any.Type) -> (name: String, values: JSONValue)? {
    guard let family = type as? any CodedValue.Type else { return nil }
    func values<Value: CodedValue>(_ family: Value.Type) -> JSONValue {
      .list(
        Value.allCases.map { value in
          .members([
            "code": .string("\(value.code)"), "en": .string(value.word.english),
            "sv": .string(value.word.swedish),
          ])
        })
    }
    return ("\(family)", values(family))
  }

  /// What the streams of the log are of, and every heading of a view, in both languages.
  static var glossary: JSONValue {
    var members: [JSONValue.Member] = StreamKind.allCases.map { kind in
      JSONValue.Member("stream \(kind.code)", words(kind.word))
    }
    for column in ViewCatalogue.views.flatMap(\.columns)
    where !members.contains(where: { $0.name == column.key }) {
      members.append(JSONValue.Member(column.key, words(column.title)))
    }
    return .object(members.sorted { $0.name < $1.name })
  }

  /// Every view: its question, what it serves, and its columns.
  static var views: JSONValue {
    .list(
      ViewCatalogue.views.map { view in
        .members([
          "view": .string(view.name), "title": words(view.title),
          "question": words(view.question),
          "controls": .list(view.controls.map { words($0.clause) }),
          "columns": .list(view.columns.map { .string($0.key) }),
        ])
      })
  }

  private static func code(_ code: DiagnosticCode) -> JSONValue {
    .members(["code": .string(code.code), "statement": words(code.statement)])
  }

  private static func words(_ text: Localized) -> JSONValue {
    .members(["en": .string(text.english), "sv": .string(text.swedish)])
  }
}
