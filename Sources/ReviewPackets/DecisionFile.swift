import AccessModel
import CanonicalJSON
import Diagnostics
import Transparency

/// The decision file that the page of a packet makes: one JSON object with these members, in this order.
///
/// ```text
/// {"liggare":"review-decisions","version":1,
///  "origin":"ledger.example","review":"V-1","reviewer":"P-4","position":57,"decisions":[
///   {"grant":"G-1","seen":"<64 hexadecimal digits>","outcome":"keep","reason":"…","until":"2026-12-31",
///    "scope":"…","bulk":1,"seconds":12}]}
/// ```
///
/// `reason`, `until`, `scope`, `bulk` and `seconds` are left out where they say nothing. Strings escape the quotation mark and the
/// backslash and hold no control characters; numbers are integers. White space between the parts does not count, nor does a byte order
/// mark, because the text may have been pasted.
enum DecisionFile {
  static func decisions(in bytes: [UInt8]) throws(Diagnostic) -> CollectedDecisions {
    guard bytes.count <= CollectedDecisions.bytesMax else {
      throw PacketCodes.malformedDecisions.diagnostic(
        .init(en: "bytes at most", sv: "högst antal byte", "\(CollectedDecisions.bytesMax)"))
    }
    let dense = withoutWhiteSpace(bytes)
    do {
      return try dense.withUnsafeBytes { bytes throws(CanonicalJSONError) in
        var reader = JSONReader(bytes)
        return try decisions(&reader)
      }
    } catch {
      throw PacketCodes.malformedDecisions.diagnostic(
        .init(en: "why", sv: "varför", "\(error)"))
    }
  }

  private static func decisions(
    _ json: inout JSONReader
  ) throws(CanonicalJSONError) -> CollectedDecisions {
    try json.take("{\"liggare\":\"review-decisions\",\"version\":1,")
    try json.takeKey("origin")
    let origin = try json.string()
    try json.take(0x2C)
    try json.takeKey("review")
    let review = try identifier(&json, ReviewID.self)
    try json.take(0x2C)
    try json.takeKey("reviewer")
    let reviewer = try identifier(&json, PersonID.self)
    try json.take(0x2C)
    try json.takeKey("position")
    let position = try json.integer()
    try json.take(0x2C)
    try json.takeKey("decisions")
    try json.take(0x5B)
    var rows: [CollectedDecisions.Row] = []
    var refused: [CollectedDecisions.Refusal] = []
    var number = 0
    if json.next != 0x5D {
      repeat {
        number += 1
        guard number <= CollectedDecisions.rowsMax else { throw json.error(.valueOutOfRange) }
        let stated = try StatedDecision(reading: &json, number: number)
        do throws(Diagnostic) { rows.append(try stated.row()) } catch {
          refused.append(.init(number: number, grant: stated.grant, diagnostic: error))
        }
      } while json.takeIf(0x2C)
    }
    try json.take("]}")
    try json.takeEnd()
    return CollectedDecisions(
      origin: origin, review: review, reviewer: reviewer, position: position, rows: rows,
      refused: refused)
  }

  private static func identifier<Subject: IdentifierSubject>(
    _ json: inout JSONReader, _ kind: Identifier<Subject>.Type
  ) throws(CanonicalJSONError) -> Identifier<Subject> {
    guard let value = Identifier<Subject>(try json.string()) else {
      throw json.error(.valueOutOfRange)
    }
    return value
  }

  /// The bytes without a byte order mark, and without the white space that stands in no string.
  private static func withoutWhiteSpace(_ bytes: [UInt8]) -> [UInt8] {
    var dense: [UInt8] = []
    dense.reserveCapacity(bytes.count)
    var isInString = false
    var isEscaped = false
    for byte in bytes.dropFirst(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0) {
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isInString = false
        }
      } else {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: continue
        case 0x22: isInString = true
        default: break
        }
      }
      dense.append(byte)
    }
    return dense
  }
}

extension StatedDecision {
  /// One member of `decisions`.
  init(reading json: inout JSONReader, number: Int) throws(CanonicalJSONError) {
    try json.take(0x7B)
    try json.takeKey("grant")
    self.init(number: number, grant: try json.string())
    try json.take(0x2C)
    try json.takeKey("seen")
    seen = try json.string()
    try json.take(0x2C)
    try json.takeKey("outcome")
    outcome = try json.string()
    reason = try Self.optional("reason", &json)
    until = try Self.optional("until", &json)
    scope = try Self.optional("scope", &json)
    isBulk = try Self.number("bulk", &json) == 1
    seconds = try Self.number("seconds", &json)
    try json.take(0x7D)
  }

  private static func follows(
    _ key: StaticString, _ json: inout JSONReader
  ) throws(CanonicalJSONError) -> Bool {
    guard json.next == 0x2C, json.nextIsKey(key, skipping: 1) else { return false }
    try json.take(0x2C)
    try json.takeKey(key)
    return true
  }

  private static func optional(
    _ key: StaticString, _ json: inout JSONReader
  ) throws(CanonicalJSONError) -> String? {
    try follows(key, &json) ? try json.string() : nil
  }

  private static func number(
    _ key: StaticString, _ json: inout JSONReader
  ) throws(CanonicalJSONError) -> Int64? {
    try follows(key, &json) ? try json.integer() : nil
  }
}
