import CanonicalJSON
import Events

/// Feeds the fields of a payload to the hash, each as the log writes it.
struct StateFields: FieldVisitor {
  var state: StateHasher

  mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    var json = JSONWriter()
    value.write(to: &json)
    state.append(short: key)
    state.append(UInt64(json.bytes.count))
    json.bytes.withUnsafeBytes { state.append($0) }
  }

  mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    guard var present = value else { return }
    try field(key, &present, meaning)
  }
}
