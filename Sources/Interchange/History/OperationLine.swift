import Diagnostics

/// One line of the stream taken apart: a flat JSON object (RFC 8259) whose keys are known fields.
///
/// The value is used again for line after line, so that reading allocates nothing but the texts it
/// yields. Objects within objects are not part of the form, so nothing recurses.
struct OperationLine {
  enum Value {
    case null
    case boolean
    case number(Int)
    case text(OperationText)
    /// A range of `items`.
    case texts(Range<Int>)

    /// JSON's name of the type.
    var typeName: String {
      switch self {
      case .null: "null"
      case .boolean: "boolean"
      case .number: "number"
      case .text: "string"
      case .texts: "array"
      }
    }
  }

  /// The line number, from 1.
  private(set) var number = 0
  private(set) var present = OperationFieldSet()
  /// The texts of the line's lists.
  private(set) var items: [OperationText] = []
  private var values = [Value](repeating: .null, count: OperationField.allCases.count)
  private let index = OperationFieldIndex()
  private var start = 0
  private var at = 0
  private var end = 0

  /// The value of a field; `nil` when the line does not have it.
  subscript(field: OperationField) -> Value? {
    present.contains(field) ? values[field.rawValue] : nil
  }

  /// Takes the bytes of `range` apart; throws at the first thing that is out of form.
  mutating func scan(_ bytes: [UInt8], _ range: Range<Int>, number: Int) throws(Diagnostic) {
    self.number = number
    (start, at, end) = (range.lowerBound, range.lowerBound, range.upperBound)
    present = OperationFieldSet()
    items.removeAll(keepingCapacity: true)

    skipSpace(bytes)
    try expect(UInt8(ascii: "{"), bytes)
    skipSpace(bytes)
    if at < end, bytes[at] == UInt8(ascii: "}") {
      at += 1
    } else {
      repeat {
        skipSpace(bytes)
        try scanMember(bytes)
        skipSpace(bytes)
      } while take(UInt8(ascii: ","), bytes)
      try expect(UInt8(ascii: "}"), bytes)
    }
    skipSpace(bytes)
    guard at == end else {
      guard bytes[at] != 0 else { throw failure(.operationNUL, [byteFact]) }
      throw failure(.operationTrailingBytes, [byteFact, .found(Excerpt.text(bytes[at..<end]))])
    }
  }

  private mutating func scanMember(_ bytes: [UInt8]) throws(Diagnostic) {
    let key = try scanText(bytes, nil)
    guard !key.isEscaped, let field = index.field(bytes, key.range) else {
      throw failure(.operationUnknownKey, [.field(Excerpt.text(key.string(bytes).utf8))])
    }
    guard !present.contains(field) else {
      throw failure(.operationDuplicateKey, [.field(field.name)])
    }
    skipSpace(bytes)
    try expect(UInt8(ascii: ":"), bytes)
    skipSpace(bytes)
    values[field.rawValue] = try scanValue(bytes, field)
    present.insert(field)
  }

  private mutating func scanValue(_ bytes: [UInt8], _ field: OperationField) throws(Diagnostic)
    -> Value
  {
    guard at < end else { throw syntaxFailure(bytes) }
    switch bytes[at] {
    case UInt8(ascii: "\""): return .text(try scanText(bytes, field))
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try scanNumber(bytes, field))
    case UInt8(ascii: "["): return .texts(try scanList(bytes, field))
    case UInt8(ascii: "n"):
      try expectWord("null", bytes)
      return .null
    case UInt8(ascii: "t"):
      try expectWord("true", bytes)
      return .boolean
    case UInt8(ascii: "f"):
      try expectWord("false", bytes)
      return .boolean
    case UInt8(ascii: "{"):
      throw failure(.operationWrongType, [.field(field.name), .found("object")])
    default: throw syntaxFailure(bytes)
    }
  }

  private mutating func scanList(_ bytes: [UInt8], _ field: OperationField) throws(Diagnostic)
    -> Range<Int>
  {
    let first = items.count
    at += 1
    skipSpace(bytes)
    if take(UInt8(ascii: "]"), bytes) { return first..<first }
    repeat {
      skipSpace(bytes)
      guard at < end else { throw syntaxFailure(bytes) }
      switch bytes[at] {
      case UInt8(ascii: "\""): items.append(try scanText(bytes, field))
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "-"), UInt8(ascii: "n"),
        UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        throw failure(.operationWrongType, [.field(field.name), .expected("array of string")])
      default: throw syntaxFailure(bytes)
      }
      skipSpace(bytes)
    } while take(UInt8(ascii: ","), bytes)
    try expect(UInt8(ascii: "]"), bytes)
    return first..<items.count
  }

  private mutating func scanNumber(_ bytes: [UInt8], _ field: OperationField) throws(Diagnostic)
    -> Int
  {
    let first = at
    let isNegative = take(UInt8(ascii: "-"), bytes)
    let digits = at
    var value = 0
    while at < end, bytes[at] &- 48 <= 9 {
      if at - digits < 17 { value = value * 10 + Int(bytes[at] - 48) }
      at += 1
    }
    let count = at - digits
    let isFollowed =
      at < end
      && (bytes[at] == UInt8(ascii: ".") || bytes[at] | 0x20 == UInt8(ascii: "e"))
    guard count > 0, count < 17, count == 1 || bytes[digits] != UInt8(ascii: "0"), !isFollowed,
      value <= 9_007_199_254_740_991
    else {
      let tail = bytes[first..<min(end, max(at + 8, first + 1))]
      let shown = tail.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
      throw failure(.operationNotWholeNumber, [.field(field.name), .found(Excerpt.text(shown))])
    }
    return isNegative ? -value : value
  }

  /// Reads a string from its opening quotation mark; `at` is then past the closing one.
  private mutating func scanText(_ bytes: [UInt8], _ field: OperationField?) throws(Diagnostic)
    -> OperationText
  {
    try expect(UInt8(ascii: "\""), bytes)
    let first = at
    var isEscaped = false
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: "\"") {
        at += 1
        return OperationText(range: first..<at - 1, isEscaped: isEscaped)
      } else if byte == UInt8(ascii: "\\") {
        guard let escape = JSONEscape(bytes, at: at, end: end) else {
          throw textFailure(.operationEscape, field)
        }
        guard escape.scalar.value != 0 else { throw textFailure(.operationNUL, field) }
        isEscaped = true
        at += escape.length
      } else if byte < 0x20 {
        throw textFailure(byte == 0 ? .operationNUL : .operationControlCharacter, field)
      } else if byte < 0x80 {
        at += 1
      } else {
        guard let length = WellFormedUTF8.length(bytes, at: at, end: end) else {
          throw textFailure(.operationNotUTF8, field)
        }
        at += length
      }
    }
    throw syntaxFailure(bytes)
  }

  private mutating func skipSpace(_ bytes: [UInt8]) {
    while at < end {
      switch bytes[at] {
      case 0x20, 0x09, 0x0D: at += 1
      default: return
      }
    }
  }

  private mutating func take(_ byte: UInt8, _ bytes: [UInt8]) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ bytes: [UInt8]) throws(Diagnostic) {
    guard take(byte, bytes) else { throw syntaxFailure(bytes) }
  }

  private mutating func expectWord(_ word: String, _ bytes: [UInt8]) throws(Diagnostic) {
    let count = word.utf8.count
    guard at + count <= end, bytes[at..<at + count].elementsEqual(word.utf8) else {
      throw syntaxFailure(bytes)
    }
    at += count
  }
}

extension OperationLine {
  /// An occurrence of `code` on this line.
  func failure(_ code: DiagnosticCode, _ facts: [Diagnostic.Fact]) -> Diagnostic {
    code.diagnostic(facts: [.line(number)] + facts)
  }

  private var byteFact: Diagnostic.Fact {
    Diagnostic.Fact(en: "byte", sv: "byte", "\(at - start + 1)")
  }

  private func textFailure(_ code: DiagnosticCode, _ field: OperationField?) -> Diagnostic {
    failure(code, (field.map { [.field($0.name)] } ?? []) + [byteFact])
  }

  private func syntaxFailure(_ bytes: [UInt8]) -> Diagnostic {
    guard at < end else {
      let fact = Diagnostic.Fact(
        en: "the line ends too early, at byte", sv: "raden slutar för tidigt, vid byte",
        "\(end - start + 1)")
      return failure(.operationSyntax, [fact])
    }
    guard bytes[at] != 0 else { return failure(.operationNUL, [byteFact]) }
    return failure(
      .operationSyntax, [byteFact, .found(Excerpt.text(bytes[at..<min(end, at + 20)]))])
  }
}
