public import AccessModel
public import CanonicalJSON
public import Chronology
public import Transparency

/// Reads a string of plain ASCII and makes a value of it.
@inline(__always)
private func plain<Value>(
  _ reader: inout JSONReader, _ make: (UnsafeRawBufferPointer) -> Value?
) throws(CanonicalJSONError) -> Value {
  let begin = reader.offset
  guard let value = make(try reader.plainString()) else {
    throw CanonicalJSONError(.valueOutOfRange, at: begin)
  }
  return value
}

extension Identifier: WireValue {
  public static var form: String { "identifier" }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { Identifier(bytes: $0) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { ascii.write(to: &$0) }
  }
}

extension EntitlementID: WireValue {
  public static var form: String { "system identifier, `/`, entitlement name" }

  public init(blank: Void) {
    self.init(system: SystemID(blank: ()), name: EntitlementName(blank: ()))
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { bytes in
      guard let slash = bytes.firstIndex(of: 0x2F),
        let system = SystemID(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<slash])),
        let name = EntitlementName(bytes: UnsafeRawBufferPointer(rebasing: bytes[(slash + 1)...]))
      else { return nil }
      return EntitlementID(system: system, name: name)
    }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString {
      system.ascii.write(to: &$0)
      $0.append(0x2F)
      name.ascii.write(to: &$0)
    }
  }
}

extension StreamID: WireValue {
  public static var form: String { "kind, `/`, identifier" }

  public init(blank: Void) {
    self = .ledger
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { StreamID(bytes: $0) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString {
      write(to: &$0)
    }
  }
}

extension CaseNumber: WireValue {
  public static var form: String { "case number" }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { CaseNumber(bytes: $0) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { ascii.write(to: &$0) }
  }
}

extension UniqueID: WireValue {
  public static var form: String { "32 hexadecimal digits" }

  public init(blank: Void) {
    self.init(high: 0, low: 0)
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { UniqueID(bytes: $0) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { write(to: &$0) }
  }
}

extension Digest: WireValue {
  public static var form: String { "64 hexadecimal digits" }

  public init(blank: Void) {
    self.init(bytes: Bytes32())
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { Digest(hexadecimal: $0) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { $0.append(contentsOf: hexadecimal.utf8) }
  }
}

extension Commitment: WireValue {
  public static var form: String { "commitment, 64 hexadecimal digits" }

  public init(blank: Void) {
    self.init(Digest(blank: ()))
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self.init(try Digest(from: &reader))
  }

  public func write(to writer: inout JSONWriter) {
    digest.write(to: &writer)
  }
}

extension KeyFingerprint: WireValue {
  public static var form: String { "key fingerprint, 43 characters of base64" }

  public init(blank: Void) {
    self.init(digest: Digest(blank: ()))
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { KeyFingerprint($0) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { $0.append(contentsOf: description.utf8) }
  }
}

extension Instant: WireValue {
  public static var form: String { "instant, `YYYY-MM-DDThh:mm:ss.sssZ`" }

  public init(blank: Void) {
    self.init(milliseconds: 0)
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { Instant(bytes: $0) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { write(to: &$0) }
  }
}

extension Day: WireValue {
  public static var form: String { "day, `YYYY-MM-DD`" }

  public init(blank: Void) {
    self.init(number: 0)
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try plain(&reader) { Day(String(decoding: $0, as: UTF8.self)) }
  }

  public func write(to writer: inout JSONWriter) {
    writer.plainString { $0.append(contentsOf: description.utf8) }
  }
}

extension Int64: WireValue {
  public static var form: String { "integer" }

  public init(blank: Void) {
    self = 0
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = try reader.integer()
  }

  public func write(to writer: inout JSONWriter) {
    writer.integer(self)
  }
}

extension Label: WireValue {
  public static var form: String { "text, 1 to 400 bytes" }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    let begin = reader.offset
    guard let label = Label(try reader.string()) else {
      throw CanonicalJSONError(.valueOutOfRange, at: begin)
    }
    self = label
  }

  public func write(to writer: inout JSONWriter) {
    writer.string(text)
  }
}
