import CanonicalJSON

/// Reads a payload's fields from the bytes of a JSON object, each where it must be.
struct FieldReader: FieldVisitor {
  private var json: JSONReader
  private var isFirst = true

  /// Reads one whole object.
  static func read<Payload: EventPayload>(
    from json: inout JSONReader
  ) throws(CanonicalJSONError) -> Payload {
    try json.take(0x7B)
    var payload = Payload(blank: ())
    var fields = FieldReader(json: json)
    try payload.visitFields(&fields)
    json = fields.json
    try json.take(0x7D)
    return payload
  }

  mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    if !isFirst { try json.take(0x2C) }
    isFirst = false
    try json.takeKey(key)
    value = try Value(from: &json)
  }

  mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    guard isFirst ? json.nextIsKey(key) : json.next == 0x2C && json.nextIsKey(key, skipping: 1)
    else { return }
    var present = Value(blank: ())
    try field(key, &present, meaning)
    value = present
  }
}
