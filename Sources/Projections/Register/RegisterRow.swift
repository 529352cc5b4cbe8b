public import AccessModel

/// What the register holds of one thing, or a part of that: its fields, declared once.
///
/// `visitFields` is the only list of fields there is. The digest of the state, and the writing and the reading of a snapshot, are
/// visitors of it.
public protocol RowPart: Sendable {
  /// What begins the row in the digest of the state.
  static var word: StaticString { get }

  /// Values that mean nothing, for a reader to replace.
  init(blank: Void)

  /// Hands every field to `visitor`: first the fields, then the parts, then the links. Where the row is found by an identifier, that is the
  /// first of the fields.
  mutating func visitFields<Visitor: RowVisitor>(_ visitor: inout Visitor)
}

/// A row that is found by an identifier.
public protocol RegisterRow: RowPart {
  associatedtype Subject: IdentifierSubject
  var id: Identifier<Subject> { get }
}

/// What goes through the fields of a row, one by one.
public protocol RowVisitor {
  mutating func field<Value: StateValue>(_ value: inout Value)
  /// A part that may be absent.
  mutating func part<Part: RowPart>(_ part: inout Part?)
  /// Parts in their order.
  mutating func parts<Part: RowPart>(_ parts: inout [Part])
  /// Places of other rows or events, which follow from those.
  mutating func links<Place: FixedWidthInteger & Sendable>(_ places: inout [Place])
}

extension RowVisitor {
  /// The identifier of a row that has it from a payload which it keeps whole: by its first field a row is found in a snapshot.
  mutating func identifier<Subject>(_ id: Identifier<Subject>) {
    var id = id
    field(&id)
  }
}
