public import CanonicalJSON

/// A value that a field of an event can hold, with its one written form.
public protocol WireValue: Hashable, Sendable {
  /// How the value is written, for the page in the catalogue.
  static var form: String { get }

  /// A value that means nothing, for the reader to replace.
  init(blank: Void)

  init(from reader: inout JSONReader) throws(CanonicalJSONError)

  func write(to writer: inout JSONWriter)
}
