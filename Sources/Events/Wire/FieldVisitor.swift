public import CanonicalJSON

/// What goes through the fields of a payload, one by one.
public protocol FieldVisitor {
  /// A field that every event of the type has.
  mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError)

  /// A field that is left out when there is nothing to say.
  mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError)
}
