import Diagnostics
import Markup

/// Reads XML as spreadsheets write it, part after part, within bounds.
///
/// Names are given without their prefix, because each program chooses its own. There are no entities but the five of XML and characters
/// by their number, and no document types, so that nothing expands and nothing is fetched.
struct XMLReader {
  enum Part {
    case begin(name: String, attributes: [(name: String, value: String)])
    case end(name: String)
    case text(String)
  }

  /// The deepest that elements may stand in each other.
  static let depthMax = 64
  /// The most attributes of one element.
  static let attributesMax = 64
  /// The most parts of one document.
  static let partsMax = 2_000_000

  private let bytes: [UInt8]
  private let title: String
  private var place = 0
  private var open: [String] = []
  private var pendingEnd = false
  private var parts = 0
  private var isRootDone = false

  /// - Parameter title: what the document is called in a refusal.
  init(_ bytes: [UInt8], title: String) throws(Diagnostic) {
    self.bytes = bytes
    self.title = title
    guard String(validating: bytes, as: UTF8.self) != nil else { throw malformed() }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The next part; `nil` at the end of a whole document.
  mutating func next() throws(Diagnostic) -> Part? {
    parts += 1
    guard parts <= Self.partsMax else { throw malformed() }
    if pendingEnd {
      pendingEnd = false
      return .end(name: try close(nil))
    }
    while place < bytes.count {
      guard bytes[place] == 0x3C else {
        if let text = try text(), !open.isEmpty { return .text(text) }
        continue
      }
      if starts("<!--") {
        try skip(to: "-->")
      } else if starts("<![CDATA[") {
        guard !open.isEmpty else { throw malformed() }
        let begin = place + 9
        try skip(to: "]]>")
        return .text(String(decoding: bytes[begin..<(place - 3)], as: UTF8.self))
      } else if starts("<?") {
        try skip(to: "?>")
      } else if starts("</") {
        place += 2
        let name = try name()
        skipSpace()
        try take(0x3E)
        return .end(name: try close(name))
      } else {
        return try element()
      }
    }
    guard open.isEmpty, isRootDone else { throw malformed() }
    return nil
  }

  /// What stands in the element that was opened last, without markup, up to its end.
  mutating func textOfElement() throws(Diagnostic) -> String {
    var text = ""
    var depth = 1
    while depth > 0 {
      switch try next() {
      case .text(let piece): text += piece
      case .begin: depth += 1
      case .end: depth -= 1
      case nil: throw malformed()
      }
    }
    return text
  }

  private mutating func element() throws(Diagnostic) -> Part {
    // A document type begins with an exclamation mark, which begins no name.
    place += 1
    guard !isRootDone, open.count < Self.depthMax else { throw malformed() }
    let name = try name()
    var attributes: [(name: String, value: String)] = []
    while true {
      skipSpace()
      guard place < bytes.count else { throw malformed() }
      if bytes[place] == 0x3E {
        place += 1
        break
      }
      if starts("/>") {
        place += 2
        pendingEnd = true
        break
      }
      guard attributes.count < Self.attributesMax else { throw malformed() }
      let attribute = try self.name()
      skipSpace()
      try take(0x3D)
      skipSpace()
      attributes.append((attribute, try value()))
    }
    open.append(name)
    return .begin(name: name, attributes: attributes)
  }

  private mutating func close(_ name: String?) throws(Diagnostic) -> String {
    guard let last = open.popLast(), name == nil || name == last else { throw malformed() }
    isRootDone = open.isEmpty
    return last
  }

  /// A name without its prefix.
  private mutating func name() throws(Diagnostic) -> String {
    let begin = place
    var local = place
    while place < bytes.count {
      switch bytes[place] {
      case 0x3A: local = place + 1
      case 0x41...0x5A, 0x61...0x7A, 0x5F, 0x30...0x39, 0x2D, 0x2E, 0x80...0xFF: break
      default:
        guard place > local, place - begin <= 200 else { throw malformed() }
        return String(decoding: bytes[local..<place], as: UTF8.self)
      }
      place += 1
    }
    throw malformed()
  }

  private mutating func value() throws(Diagnostic) -> String {
    guard place < bytes.count, bytes[place] == 0x22 || bytes[place] == 0x27 else {
      throw malformed()
    }
    let quote = bytes[place]
    place += 1
    let begin = place
    while place < bytes.count, bytes[place] != quote {
      guard bytes[place] != 0x3C else { throw malformed() }
      place += 1
    }
    guard place < bytes.count else { throw malformed() }
    defer { place += 1 }
    return try resolved(bytes[begin..<place])
  }

  /// The text up to the next element; `nil` when it is white space outside the document.
  private mutating func text() throws(Diagnostic) -> String? {
    let begin = place
    while place < bytes.count, bytes[place] != 0x3C { place += 1 }
    let found = bytes[begin..<place]
    if open.isEmpty {
      guard found.allSatisfy({ $0 == 0x20 || 0x09...0x0D ~= $0 }) else { throw malformed() }
      return nil
    }
    return try resolved(found)
  }

  /// The text with its references resolved.
  private func resolved(_ source: ArraySlice<UInt8>) throws(Diagnostic) -> String {
    guard source.contains(0x26) else { return String(decoding: source, as: UTF8.self) }
    var result: [UInt8] = []
    var rest = source
    while let byte = rest.popFirst() {
      guard byte == 0x26 else {
        result.append(byte)
        continue
      }
      guard let end = rest.prefix(12).firstIndex(of: 0x3B) else { throw malformed() }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
      switch name {
      case "amp": result.append(0x26)
      case "lt": result.append(0x3C)
      case "gt": result.append(0x3E)
      case "quot": result.append(0x22)
      case "apos": result.append(0x27)
      default:
        guard name.hasPrefix("#"),
          let number = name.hasPrefix("#x")
            ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst()),
          let scalar = Unicode.Scalar(number), number != 0
        else { throw malformed() }
        result.append(contentsOf: Array(String(Character(scalar)).utf8))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func skipSpace() {
    while place < bytes.count, bytes[place] == 0x20 || 0x09...0x0D ~= bytes[place] { place += 1 }
  }

  private mutating func take(_ byte: UInt8) throws(Diagnostic) {
    guard place < bytes.count, bytes[place] == byte else { throw malformed() }
    place += 1
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[place...].starts(with: $0) }
  }

  private mutating func skip(to text: StaticString) throws(Diagnostic) {
    let count = text.utf8CodeUnitCount
    // What opens a comment is no part of its end.
    place += 2
    while place + count <= bytes.count {
      if starts(text) {
        place += count
        return
      }
      place += 1
    }
    throw malformed()
  }

  private func malformed() -> Diagnostic {
    PacketCodes.malformedWorkbook.diagnostic(
      .init(en: "part", sv: "del", ShownText.of(title)),
      .init(en: "byte", sv: "byte", "\(place)"))
  }
}
