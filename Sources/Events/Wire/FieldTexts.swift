public import CanonicalJSON

/// Gathers the fields that a payload has, each with its value and that as canonical JSON.
public struct FieldTexts: FieldVisitor {
  /// One field that is there.
  public struct Field: Sendable {
    public var key: String
    public var value: any WireValue
    /// The value as the log writes it.
    public var text: String
  }

  private var fields: [Field] = []

  /// The fields of a fact, in the order of the log.
  public static func fields(of payload: some EventPayload) -> [Field] {
    var payload = payload
    var texts = FieldTexts()
    do {
      try payload.visitFields(&texts)
    } catch {
      preconditionFailure("Visiting a payload in memory met an error of reading: \(error)")
    }
    return texts.fields
  }

  public mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    var json = JSONWriter()
    value.write(to: &json)
    fields.append(
      Field(key: "\(key)", value: value, text: String(decoding: json.bytes, as: UTF8.self)))
  }

  public mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    guard var present = value else { return }
    try field(key, &present, meaning)
  }
}

extension AccessEvent {
  /// What a field holds; `nil` where it was left out or there is none of that name.
  public func field(_ key: String) -> FieldTexts.Field? {
    FieldTexts.fields(of: payload).first { $0.key == key }
  }
}
