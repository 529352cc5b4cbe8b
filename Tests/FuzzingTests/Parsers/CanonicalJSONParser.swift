import CanonicalJSON

/// One canonical JSON value; as a string or an integer, what is read is what is written.
enum CanonicalJSONParser: FuzzedParser {
  static let name = "canonical-json"

  static func accepts(_ bytes: [UInt8]) throws(Violation) -> Bool {
    let isValue: Void? = whole(bytes) { (reader) throws(CanonicalJSONError) in
      try reader.skipValue()
    }
    let string = whole(bytes) { (reader) throws(CanonicalJSONError) in try reader.string() }
    if let string {
      var writer = JSONWriter()
      writer.string(string)
      try require(writer.bytes == bytes, "a string has one form")
    }
    let integer = whole(bytes) { (reader) throws(CanonicalJSONError) in try reader.integer() }
    if let integer { try require(Array("\(integer)".utf8) == bytes, "an integer has one form") }
    try require(
      isValue != nil || (string == nil && integer == nil), "strings and integers are values")
    return isValue != nil
  }

  private static func whole<Value>(
    _ bytes: [UInt8], _ read: (inout JSONReader) throws(CanonicalJSONError) -> Value
  ) -> Value? {
    bytes.withUnsafeBytes { bytes in
      var reader = JSONReader(bytes)
      return value { () throws(CanonicalJSONError) in
        let value = try read(&reader)
        try reader.takeEnd()
        return value
      }
    }
  }
}
