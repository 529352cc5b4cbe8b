public import CanonicalJSON

extension EventPayload {
  /// Appends the `data` of an event that states this fact.
  public func writeData(to json: inout JSONWriter) { FieldWriter.write(self, to: &json) }

  /// Reads the `data` of an event of this type.
  public init(data json: inout JSONReader) throws(CanonicalJSONError) {
    self = try FieldReader.read(from: &json)
  }
}
