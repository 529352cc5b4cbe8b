public import AccessModel
public import CanonicalJSON

/// A list is written whole, in its order, and empty when there is nothing in it.
extension Array: WireValue where Element: WireValue {
  public static var form: String { "list of: " + Element.form }

  public init(blank: Void) {
    self = []
  }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    self = []
    try reader.take(0x5B)
    if reader.takeIf(0x5D) { return }
    repeat {
      append(try Element(from: &reader))
    } while reader.takeIf(0x2C)
    try reader.take(0x5D)
  }

  public func write(to writer: inout JSONWriter) {
    writer.raw("[")
    for index in indices {
      if index > 0 { writer.raw(",") }
      self[index].write(to: &writer)
    }
    writer.raw("]")
  }
}

extension DocumentText: WireValue {
  public static var form: String { "list of the document's lines" }

  public init(from reader: inout JSONReader) throws(CanonicalJSONError) {
    let begin = reader.offset
    var lines: [String] = []
    try reader.take(0x5B)
    repeat { lines.append(try reader.string()) } while reader.takeIf(0x2C)
    try reader.take(0x5D)
    guard let document = DocumentText(lines: lines) else {
      throw CanonicalJSONError(.valueOutOfRange, at: begin)
    }
    self = document
  }

  public func write(to writer: inout JSONWriter) {
    writer.raw("[")
    for index in lines.indices {
      if index > 0 { writer.raw(",") }
      writer.string(lines[index])
    }
    writer.raw("]")
  }
}
