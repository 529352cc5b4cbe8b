import CanonicalJSON
public import Chronology

/// One line of the operations log or of the log of reads.
public struct OperationsEntry: Hashable, Sendable {
  /// One thing that is said, by its English name.
  public struct Detail: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public var time: Instant
  public var principal: String
  public var verb: String
  public var code: String
  public var detail: [Detail]

  /// Reads a line without its LF; `nil` for what is not one.
  public init?(line: [UInt8]) {
    let read = line.withUnsafeBytes { bytes in
      Result { () throws(CanonicalJSONError) in
        var reader = JSONReader(bytes)
        let entry = try OperationsEntry(from: &reader)
        try reader.takeEnd()
        return entry
      }
    }
    guard case .success(let entry) = read else { return nil }
    self = entry
  }

  private init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    try reader.take("{\"time\":")
    let begin = reader.offset
    guard let time = Instant(bytes: try reader.plainString()) else {
      throw CanonicalJSONError(.valueOutOfRange, at: begin)
    }
    self.time = time
    try reader.take(",\"principal\":")
    principal = try reader.string()
    try reader.take(",\"verb\":")
    verb = try reader.string()
    try reader.take(",\"code\":")
    code = try reader.string()
    try reader.take(",\"detail\":{")
    detail = []
    if !reader.takeIf(0x7D) {
      repeat {
        let name = try reader.string()
        try reader.take(0x3A)
        detail.append(Detail(name: name, value: try reader.string()))
      } while reader.takeIf(0x2C)
      try reader.take(0x7D)
    }
    try reader.take(0x7D)
  }

  /// What a detail of that name says; `nil` where there is none.
  public subscript(_ name: String) -> String? { detail.first { $0.name == name }?.value }
}
