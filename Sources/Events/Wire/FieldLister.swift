public import CanonicalJSON

/// Lists a payload's fields for the page in the catalogue.
public struct FieldLister: FieldVisitor {
  /// One field as the catalogue tells it.
  public struct Field: Sendable {
    public var key: String
    /// How its value is written.
    public var form: String
    public var isOptional: Bool
    public var meaning: String
    /// What the value is, in the program.
    public var type: any WireValue.Type
  }

  private var fields: [Field] = []

  /// The fields of a type of fact, in the order of the log.
  public static func fields(of type: (some EventPayload).Type) -> [Field] {
    var lister = FieldLister()
    var payload = type.init(blank: ())
    do {
      try payload.visitFields(&lister)
    } catch {
      preconditionFailure("Listing fields met an error of reading: \(error)")
    }
    return lister.fields
  }

  public mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    add(key, Value.self, isOptional: false, meaning)
  }

  public mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    add(key, Value.self, isOptional: true, meaning)
  }

  private mutating func add(
    _ key: StaticString, _ type: any WireValue.Type, isOptional: Bool, _ meaning: StaticString
  ) {
    fields.append(
      Field(
        key: "\(key)", form: type.form, isOptional: isOptional, meaning: "\(meaning)", type: type))
  }
}
