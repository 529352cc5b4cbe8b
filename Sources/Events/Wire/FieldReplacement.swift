public import CanonicalJSON

/// Why an event cannot read with another value in a field.
public enum FieldReplacementError: Error, Hashable, Sendable {
  /// Its data has no such field.
  case unknownField
  /// The field cannot be left out.
  case required
  /// The value is not one that the field can hold.
  case malformed(CanonicalJSONError)
  /// It would belong to another stream.
  case foreignStream
}

extension AccessEvent {
  /// The kind of the fact.
  public var kind: EventKind { type(of: payload).kind }

  /// The event as it would read with another value in one field: the bytes of its data with that value in them, read again as strictly as
  /// a line of the log.
  ///
  /// - Parameter value: the value as canonical JSON; `nil` to leave the field out.
  public func replacing(
    field: String, with value: String?
  ) throws(FieldReplacementError) -> AccessEvent {
    if let value { try Self.check(value) }
    let bytes = ReplacingWriter.write(payload, field: field, value: value)
    guard bytes.isFound else { throw .unknownField }
    guard !bytes.isMissing else { throw .required }
    let kind = kind
    let read: Result<AccessEvent, CanonicalJSONError> = bytes.json.bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do throws(CanonicalJSONError) {
        let event = try AccessEvent.read(kind, from: &reader)
        try reader.takeEnd()
        return .success(event)
      } catch {
        return .failure(error)
      }
    }
    switch read {
    case .success(let event):
      guard event.stream == stream else { throw .foreignStream }
      return event
    case .failure(let error): throw .malformed(error)
    }
  }

  /// A value is one value: bytes that go on after it would bring in other fields.
  private static func check(_ value: String) throws(FieldReplacementError) {
    let bytes = Array(value.utf8)
    let fault: CanonicalJSONError? = bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      do throws(CanonicalJSONError) {
        try reader.skipValue()
        try reader.takeEnd()
        return nil
      } catch {
        return error
      }
    }
    if let fault { throw .malformed(fault) }
  }
}

/// Writes a payload's fields as a JSON object, with another value in one of them.
private struct ReplacingWriter: FieldVisitor {
  var json = JSONWriter()
  let wanted: String
  let value: String?
  var isFound = false
  /// Whether a field that every event has was left out.
  var isMissing = false
  private var isFirst = true

  private init(_ wanted: String, _ value: String?) {
    self.wanted = wanted
    self.value = value
  }

  static func write(
    _ payload: some EventPayload, field: String, value: String?
  ) -> ReplacingWriter {
    var payload = payload
    var writer = ReplacingWriter(field, value)
    writer.json.raw("{")
    do {
      try payload.visitFields(&writer)
    } catch {
      preconditionFailure("Writing to memory met an error of reading: \(error)")
    }
    writer.json.raw("}")
    return writer
  }

  mutating func field<Value: WireValue>(
    _ key: StaticString, _ value: inout Value, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    if replaced(key) {
      if self.value == nil { isMissing = true }
      return
    }
    begin(key)
    value.write(to: &json)
  }

  mutating func optional<Value: WireValue>(
    _ key: StaticString, _ value: inout Value?, _ meaning: StaticString
  ) throws(CanonicalJSONError) {
    guard !replaced(key), let value else { return }
    begin(key)
    value.write(to: &json)
  }

  /// Whether the key is the wanted one; its value, if there is one, is then written.
  private mutating func replaced(_ key: StaticString) -> Bool {
    guard "\(key)" == wanted else { return false }
    isFound = true
    if let value {
      begin(key)
      json.bytes.append(contentsOf: value.utf8)
    }
    return true
  }

  private mutating func begin(_ key: StaticString) {
    if !isFirst { json.raw(",") }
    isFirst = false
    json.key(key)
  }
}
