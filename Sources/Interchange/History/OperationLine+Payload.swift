import Chronology
import Diagnostics

/// The fields of a line as typed values.
extension OperationLine {
  /// The limit of a short text: a name, a title, a ticket.
  static let shortTextBytesMax = 1_024
  /// The limit of a list.
  static let listCountMax = 1_024

  /// The whole line as an operation: its kind decides exactly which fields it must carry.
  func operation(_ bytes: [UInt8]) throws(Diagnostic) -> Operation {
    guard self[.op] != nil else { throw missing(.op) }
    let kind = try kind(bytes)
    let fields = kind.fields
    if let field = present.first(notIn: fields) {
      throw failure(
        .operationUnknownKey,
        [.field(field.name), Diagnostic.Fact(en: "operation", sv: "operation", kind.rawValue)])
    }
    if let field = fields.first(notIn: present) { throw missing(field) }
    return Operation(
      line: number, seq: try number(.seq, 0...9_007_199_254_740_991), time: try instant(.ts, bytes),
      id: try identifier(.id, bytes, lengthMax: 64), payload: try payload(kind, bytes))
  }

  private func kind(_ bytes: [UInt8]) throws(Diagnostic) -> OperationKind {
    let name = try string(.op, bytes)
    guard let kind = OperationKind(rawValue: name) else {
      throw failure(
        .operationUnknownKind, [.field("op"), .found(Excerpt.text(name.utf8))])
    }
    return kind
  }

  private func payload(_ kind: OperationKind, _ bytes: [UInt8]) throws(Diagnostic)
    -> OperationPayload
  {
    switch kind {
    case .registerSystem:
      .registerSystem(
        OperationPayload.RegisterSystem(
          system: try identifier(.system, bytes), name: try name(.name, bytes),
          confidentiality: try number(.confidentiality, 0...4),
          integrity: try number(.integrity, 0...4), availability: try number(.availability, 0...4),
          owner: try identifier(.owner, bytes), manager: try identifier(.manager, bytes),
          deputy: try identifier(.deputy, bytes),
          reviewIntervalDays: try number(.reviewIntervalDays, 1...36_525),
          entitlements: try identifiers(.entitlements, bytes), purpose: try string(.purpose, bytes))
      )
    case .registerPerson:
      .registerPerson(
        OperationPayload.RegisterPerson(
          person: try identifier(.person, bytes), name: try name(.name, bytes),
          unit: try path(.unit, bytes), title: try shortText(.title, bytes),
          employment: try identifier(.employment, bytes)))
    case .request:
      .request(
        OperationPayload.Request(
          request: try identifier(.request, bytes), person: try identifier(.person, bytes),
          system: try identifier(.system, bytes), entitlement: try identifier(.entitlement, bytes),
          until: try optionalDay(.until, bytes), by: try identifier(.by, bytes),
          need: try string(.need, bytes)))
    case .decide:
      .decide(
        OperationPayload.Decide(
          request: try identifier(.request, bytes), decision: try word(.decision, bytes),
          by: try identifier(.by, bytes), reason: try string(.reason, bytes)))
    case .grant:
      .grant(
        OperationPayload.Grant(
          grant: try identifier(.grant, bytes), request: try identifier(.request, bytes),
          person: try identifier(.person, bytes), system: try identifier(.system, bytes),
          entitlement: try identifier(.entitlement, bytes), start: try day(.start, bytes),
          end: try optionalDay(.end, bytes), by: try identifier(.by, bytes),
          ticket: try shortText(.ticket, bytes)))
    case .revoke:
      .revoke(
        OperationPayload.Revoke(
          grant: try identifier(.grant, bytes), by: try identifier(.by, bytes),
          reason: try string(.reason, bytes)))
    case .reviewItem:
      .reviewItem(
        OperationPayload.ReviewItem(
          review: try identifier(.review, bytes), system: try identifier(.system, bytes),
          grant: try identifier(.grant, bytes), outcome: try word(.outcome, bytes),
          by: try identifier(.by, bytes), comment: try string(.comment, bytes)))
    case .incident:
      .incident(
        OperationPayload.Incident(
          incident: try identifier(.incident, bytes), state: try word(.state, bytes),
          system: try identifier(.system, bytes), severity: try number(.severity, 0...4),
          by: try identifier(.by, bytes), text: try string(.text, bytes)))
    case .leaver:
      .leaver(
        OperationPayload.Leaver(
          person: try identifier(.person, bytes), by: try identifier(.by, bytes),
          lastDay: try day(.lastDay, bytes)))
    }
  }
}

extension OperationLine {
  private func missing(_ field: OperationField) -> Diagnostic {
    failure(.operationMissingField, [.field(field.name)])
  }

  private func wrongType(_ field: OperationField, expected: String) -> Diagnostic {
    failure(
      .operationWrongType,
      [.field(field.name), .expected(expected), .found(self[field]?.typeName ?? "")])
  }

  private func text(_ field: OperationField, expected: String = "string") throws(Diagnostic)
    -> OperationText
  {
    guard case .text(let text) = self[field] else {
      throw wrongType(field, expected: expected)
    }
    return text
  }

  private func string(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic) -> String {
    try text(field).string(bytes)
  }

  private func shortText(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic) -> String {
    let string = try string(field, bytes)
    guard string.utf8.count <= Self.shortTextBytesMax else {
      throw failure(.operationTextLength, [.field(field.name)])
    }
    return string
  }

  private func name(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic) -> String {
    let string = try shortText(field, bytes)
    guard string.utf8.contains(where: { $0 > 0x20 }) else {
      throw failure(.operationTextLength, [.field(field.name)])
    }
    return string
  }

  /// The parts of a unit path, split at ` / `.
  private func path(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic) -> [String] {
    let path = Array(try name(field, bytes).utf8)
    var parts: [String] = []
    var first = 0
    func part(to end: Int) throws(Diagnostic) {
      guard path[first..<end].contains(where: { $0 > 0x20 }) else {
        throw failure(.operationTextLength, [.field(field.name)])
      }
      parts.append(String(decoding: path[first..<end], as: UTF8.self))
    }
    var at = 0
    while at + 2 < path.count {
      if path[at] == 0x20, path[at + 1] == UInt8(ascii: "/"), path[at + 2] == 0x20 {
        try part(to: at)
        at += 3
        first = at
      } else {
        at += 1
      }
    }
    try part(to: path.count)
    return parts
  }

  private func identifier(
    _ field: OperationField, _ bytes: [UInt8], lengthMax: Int = 32
  ) throws(Diagnostic) -> String {
    try identifier(text(field), field, bytes, lengthMax)
  }

  private func identifier(
    _ text: OperationText, _ field: OperationField, _ bytes: [UInt8], _ lengthMax: Int
  ) throws(Diagnostic) -> String {
    let string = text.string(bytes)
    let utf8 = string.utf8
    guard utf8.count >= 1, utf8.count <= lengthMax, utf8.allSatisfy(Self.isIdentifierByte) else {
      throw failure(
        .operationIdentifier, [.field(field.name), .found(Excerpt.text(utf8))])
    }
    return string
  }

  private static func isIdentifierByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  private func identifiers(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic)
    -> [String]
  {
    guard case .texts(let range) = self[field] else {
      throw wrongType(field, expected: "array of string")
    }
    guard range.count <= Self.listCountMax else {
      throw failure(.operationEntitlements, [.field(field.name), .found("\(range.count)")])
    }
    var seen: Set<String> = []
    var result: [String] = []
    for item in items[range] {
      let identifier = try identifier(item, field, bytes, 32)
      guard seen.insert(identifier).inserted else {
        throw failure(.operationEntitlements, [.field(field.name), .found(identifier)])
      }
      result.append(identifier)
    }
    return result
  }

  private func number(_ field: OperationField, _ range: ClosedRange<Int>) throws(Diagnostic) -> Int
  {
    guard case .number(let value) = self[field] else {
      throw wrongType(field, expected: "number")
    }
    guard range.contains(value) else {
      throw failure(
        .operationOutOfRange,
        [
          .field(field.name), .expected("\(range.lowerBound)–\(range.upperBound)"),
          .found("\(value)"),
        ])
    }
    return value
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ field: OperationField, _ bytes: [UInt8]
  ) throws(Diagnostic) -> Word {
    let string = try string(field, bytes)
    guard let word = Word(rawValue: string) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(
        .operationUnknownWord,
        [.field(field.name), .expected(words), .found(Excerpt.text(string.utf8))])
    }
    return word
  }

  private func day(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic) -> Day {
    let text = try text(field)
    guard let day = Day(text.string(bytes)) else {
      throw failure(
        .operationDate, [.field(field.name), .found(Excerpt.text(text.string(bytes).utf8))])
    }
    return day
  }

  private func optionalDay(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic) -> Day? {
    switch self[field] {
    case .null: return nil
    case .text: return try day(field, bytes)
    case .boolean, .number, .texts, nil: throw wrongType(field, expected: "string | null")
    }
  }

  private func instant(_ field: OperationField, _ bytes: [UInt8]) throws(Diagnostic) -> Instant {
    let text = try text(field)
    let instant =
      text.isEscaped
      ? Array(text.string(bytes).utf8).asInstant : Instant(rfc3339: bytes, text.range)
    guard let instant else {
      throw failure(
        .operationTimestamp, [.field(field.name), .found(Excerpt.text(text.string(bytes).utf8))])
    }
    return instant
  }
}

extension [UInt8] {
  /// The moment that all bytes together write.
  fileprivate var asInstant: Instant? { Instant(rfc3339: self, 0..<count) }
}
