import CanonicalJSON

/// Writes a payload's fields as a JSON object.
struct FieldWriter: FieldVisitor {
  private var json: JSONWriter
  private var isFirst = true

  /// Writes the whole object.
  static func write(_ payload: some EventPayload, to json: inout JSONWriter) {
    var payload = payload
    json.raw("{")
    var fields = FieldWriter(json: json)
    // Emptied first, so that the bytes have one owner and are not copied by the first append.
    json.bytes = []
    do {
      try payload.visitFields(&fields)
    } catch {
      preconditionFailure("Writing to memory met an error of reading: \(error)")
    }
    json = fields.json
    json.raw("}")
  }

  mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    if !isFirst { json.raw(",") }
    isFirst = false
    json.key(key)
    value.write(to: &json)
  }

  mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    guard var present = value else { return }
    try field(key, &present, meaning)
  }
}
