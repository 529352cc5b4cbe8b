import Chronology
import Diagnostics
import Foundation
import Interchange
import Testing

@Suite struct OperationStreamTests {
  /// Foundation has a class of the same name.
  typealias Operation = Interchange.Operation

  /// Everything a stream yields, operations and refusals in order.
  private func read(_ bytes: [UInt8], chunk: Int = OperationStream.chunkBytes) -> (
    operations: [Operation], failures: [Diagnostic]
  ) {
    var offset = 0
    var stream = OperationStream { (buffer: inout [UInt8]) throws(Diagnostic) -> Int in
      let count = min(chunk, bytes.count - offset)
      buffer.replaceSubrange(0..<count, with: bytes[offset..<offset + count])
      offset += count
      return count
    }
    var operations: [Operation] = []
    var failures: [Diagnostic] = []
    // More calls than lines would mean that a call uses up nothing.
    for _ in 0..<bytes.count + 3 {
      do {
        guard let operation = try stream.next() else { return (operations, failures) }
        operations.append(operation)
      } catch {
        failures.append(error)
      }
    }
    Issue.record("the stream does not end")
    return (operations, failures)
  }

  private func read(_ text: String) -> (operations: [Operation], failures: [Diagnostic]) {
    read(Array(text.utf8))
  }

  private static let leaver =
    #"{"seq":1,"ts":"2021-01-01T00:00:00Z","id":"h-1","op":"leaver","person":"P1","by":"P2","last_day":"2021-01-01"}"#

  private static let system =
    #"{"seq":1,"ts":"2021-01-01T00:00:00Z","id":"h-1","op":"register_system","system":"S1","name":"N","confidentiality":1,"integrity":2,"availability":3,"owner":"P1","manager":"P2","deputy":"P3","review_interval_days":365,"entitlements":["read"],"purpose":""}"#

  private static let person =
    #"{"seq":1,"ts":"2021-01-01T00:00:00Z","id":"h-1","op":"register_person","person":"P1","name":"N","unit":"U","title":"","employment":"employee"}"#

  @Test func `the sample is read wholly, whatever the size of the chunks`() throws {
    let bytes = try Fixture.bytes("history-sample.ndjson")
    let whole = read(bytes)
    #expect(whole.failures.isEmpty)
    #expect(whole.operations.map(\.seq) == Array(1...73))
    #expect(whole.operations.map(\.line) == Array(1...73))
    for chunk in [1, 7, 100, 4_096] {
      #expect(read(bytes, chunk: chunk).operations == whole.operations)
    }
  }

  @Test func `the sample agrees with another JSON reader`() throws {
    let bytes = try Fixture.bytes("history-sample.ndjson")
    let operations = read(bytes).operations
    let lines = bytes.split(separator: 10)
    try #require(lines.count == operations.count)
    let formatter = ISO8601DateFormatter()
    for (line, operation) in zip(lines, operations) {
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let texts = object.compactMapValues { $0 as? String }
      formatter.formatOptions =
        texts["ts"]?.contains(".") == true
        ? [.withInternetDateTime, .withFractionalSeconds] : [.withInternetDateTime]
      let date = try #require(formatter.date(from: texts["ts"] ?? ""))
      let milliseconds = Int64((date.timeIntervalSince1970 * 1_000).rounded())
      var expected: [String?] = []
      var found: [String?] = []
      switch operation.payload {
      case .registerSystem(let it):
        expected = ["system", "name", "owner", "manager", "deputy", "purpose"].map { texts[$0] }
        found = [it.system, it.name, it.owner, it.manager, it.deputy, it.purpose]
        let levels: [String] = [
          "confidentiality", "integrity", "availability", "review_interval_days",
        ]
        expected += levels.map { key in (object[key] as? Int).map { "\($0)" } }
        let numbers = [it.confidentiality, it.integrity, it.availability, it.reviewIntervalDays]
        found += numbers.map { "\($0)" }
        expected += (object["entitlements"] as? [String]) ?? []
        found += it.entitlements
      case .registerPerson(let it):
        expected = ["person", "name", "unit", "title", "employment"].map { texts[$0] }
        found = [it.person, it.name, it.unit.joined(separator: " / "), it.title, it.employment]
      case .request(let it):
        expected = ["request", "person", "system", "entitlement", "until", "by", "need"].map {
          texts[$0]
        }
        found = [
          it.request, it.person, it.system, it.entitlement, it.until?.description, it.by, it.need,
        ]
      case .decide(let it):
        expected = ["request", "decision", "by", "reason"].map { texts[$0] }
        found = [it.request, it.decision.rawValue, it.by, it.reason]
      case .grant(let it):
        expected = [
          "grant", "request", "person", "system", "entitlement", "start", "end", "by", "ticket",
        ].map { texts[$0] }
        found = [
          it.grant, it.request, it.person, it.system, it.entitlement, it.start.description,
          it.end?.description, it.by, it.ticket,
        ]
      case .revoke(let it):
        expected = ["grant", "by", "reason"].map { texts[$0] }
        found = [it.grant, it.by, it.reason]
      case .reviewItem(let it):
        expected = ["review", "system", "grant", "outcome", "by", "comment"].map { texts[$0] }
        found = [it.review, it.system, it.grant, it.outcome.rawValue, it.by, it.comment]
      case .incident(let it):
        expected = ["incident", "state", "system", "by", "text"].map { texts[$0] }
        found = [it.incident, it.state.rawValue, it.system, it.by, it.text]
        expected.append((object["severity"] as? Int).map { "\($0)" })
        found.append("\(it.severity)")
      case .leaver(let it):
        expected = ["person", "by", "last_day"].map { texts[$0] }
        found = [it.person, it.by, it.lastDay.description]
      }
      let isSame =
        found == expected && operation.id == texts["id"]
        && operation.time.milliseconds == milliseconds && operation.seq == object["seq"] as? Int
      #expect(isSame, "line \(operation.line)")
    }
  }

  @Test func `keys may stand in any order with space between, and lines may end in CR LF`() {
    let shuffled =
      "{ \"last_day\" :\t\"2021-01-01\",\"by\":\"P2\" , \"person\":\"P1\",\"op\":\"leaver\",\"id\":\"h-1\","
      + "\"ts\":\"2021-01-01T01:00:00.000+01:00\",\"seq\":1 } "
    let plain = read(Self.leaver).operations.map(\.payload)
    #expect(plain.count == 1)
    let both = read(shuffled + "\r\n" + Self.leaver + "\r\n")
    #expect(both.operations.map(\.payload) == plain + plain)
    #expect(both.operations.first?.time == both.operations.last?.time)
  }

  @Test func `an empty file, a lost last line feed and one blank line at the end are accepted`() {
    let counts = ["", "\n", " \r\n", Self.leaver, Self.leaver + "\n\n", Self.leaver + "\r\n  "].map
    {
      text in
      let result = read(text)
      return result.failures.isEmpty ? result.operations.count : -1
    }
    #expect(counts == [0, 0, 0, 1, 1, 1])
  }

  @Test func `every escape of JSON becomes its character`() {
    let escapes = #"\"\\\/\b\f\n\r\t\u00e5\u00C4\uD83D\uDE00å😀"#
    let text = Self.person.replacingOccurrences(
      of: #""title":"""#, with: "\"title\":\"\(escapes)\"")
    guard case .registerPerson(let person) = read(text).operations.first?.payload else {
      Issue.record("not read")
      return
    }
    #expect(person.title == "\"\\/\u{8}\u{C}\n\r\tåÄ😀å😀")
  }

  @Test func `every form of RFC 3339 time becomes its moment`() {
    let forms: [(String, String?)] = [
      ("2020-02-29T23:59:59Z", "2020-02-29T23:59:59.000Z"),
      ("2020-02-29t23:59:59.1z", "2020-02-29T23:59:59.100Z"),
      ("2020-02-29T23:59:59.123999+00:00", "2020-02-29T23:59:59.123Z"),
      ("2021-01-01T00:30:00+01:00", "2020-12-31T23:30:00.000Z"),
      ("2020-12-31T23:30:00.05-01:30", "2021-01-01T01:00:00.050Z"),
      ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"),
      ("0001-01-01T00:00:00+00:01", nil), ("9999-12-31T23:59:59-00:01", nil),
      ("2021-02-29T00:00:00Z", nil), ("2021-01-01T24:00:00Z", nil),
      ("2016-12-31T23:59:60Z", nil), ("2021-01-01T00:00:00", nil),
      ("2021-01-01 00:00:00Z", nil), ("2021-01-01T00:00:00.Z", nil),
      ("2021-01-01T00:00:00+0100", nil), ("2021-01-01T00:00:00+24:00", nil),
      ("2021-01-01T00:00:00Zx", nil), ("2021-01-01T00:00Z", nil), ("", nil),
      ("2021-01-01T00:00:00.1", nil), ("2021-01-01T00:00:00+1:000", nil),
    ]
    for (written, moment) in forms {
      let text = Self.leaver.replacingOccurrences(of: "2021-01-01T00:00:00Z", with: written)
      let result = read(text)
      #expect(result.operations.first?.time.description == moment, "\(written)")
      #expect(result.failures.map(\.code) == (moment == nil ? ["IMP-18"] : []), "\(written)")
    }
  }

  private static let manyEntitlements: String = (0...1_024).map { "\"e\($0)\"" }
    .joined(separator: ",")

  private struct Fault {
    var base, old, new, code, fact: String

    init(_ base: String, _ old: String, _ new: String, _ code: String, _ fact: String) {
      (self.base, self.old, self.new, self.code, self.fact) = (base, old, new, code, fact)
    }
  }

  /// A text replaced in an operation, the code that must follow, and a fact that must be given.
  private static let faults: [Fault] =
    [
      Fault(leaver, "{", "[", "IMP-06", "[\"seq"),
      Fault(leaver, "\"seq\":1", "seq:1", "IMP-06", "2"),
      Fault(leaver, "\"P1\",", "\"P1\"", "IMP-06", "\"by\":"),
      Fault(leaver, "\"2021-01-01\"}", "\"2021-01-01\"", "IMP-06", "110"),
      Fault(leaver, "\"2021-01-01\"}", "\"2021-01", "IMP-06", "106"),
      Fault(leaver, "\"P1\"", "nul", "IMP-06", "nul,\"by"),
      Fault(leaver, "\"2021-01-01\"}", "\"2021-01-01\",}", "IMP-06", "}"),
      Fault(leaver, "\"P1\"", "'P1'", "IMP-06", "'P1'"),
      Fault(leaver, "01\"}", "01\"}{", "IMP-07", "{"),
      Fault(leaver, "\"by\":\"P2\"", "\"by\":\"P2\",\"by\":\"P2\"", "IMP-08", "by"),
      Fault(leaver, "\"by\"", "\"bY\"", "IMP-09", "bY"),
      Fault(leaver, "\"by\"", "\"reason\"", "IMP-09", "reason"),
      Fault(leaver, "\"by\"", "\"b\\u0079\"", "IMP-09", "by"),
      Fault(leaver, "\"leaver\"", "\"joiner\"", "IMP-10", "joiner"),
      Fault(leaver, ",\"by\":\"P2\"", "", "IMP-11", "by"),
      Fault(leaver, "\"op\":\"leaver\",", "", "IMP-11", "op"),
      Fault(leaver, leaver, "{}", "IMP-11", "op"),
      Fault(leaver, "\"P2\"", "2", "IMP-12", "number"),
      Fault(leaver, "\"P2\"", "null", "IMP-12", "null"),
      Fault(leaver, "\"P2\"", "true", "IMP-12", "boolean"),
      Fault(leaver, "\"P2\"", "false", "IMP-12", "boolean"),
      Fault(leaver, "\"P2\"", "[\"P2\"]", "IMP-12", "array"),
      Fault(leaver, "\"P2\"", "{\"id\":\"P2\"}", "IMP-12", "object"),
      Fault(leaver, "\"seq\":1", "\"seq\":\"1\"", "IMP-12", "string"),
      Fault(system, "[\"read\"]", "[\"read\",3]", "IMP-12", "array of string"),
      Fault(system, "[\"read\"]", "[[[[[[[[]]]]]]]]", "IMP-12", "array of string"),
      Fault(system, "[\"read\"]", "\"read\"", "IMP-12", "array of string"),
      Fault(leaver, "\"seq\":1", "\"seq\":1.0", "IMP-13", "1.0"),
      Fault(leaver, "\"seq\":1", "\"seq\":1e3", "IMP-13", "1e3"),
      Fault(leaver, "\"seq\":1", "\"seq\":01", "IMP-13", "01"),
      Fault(leaver, "\"seq\":1", "\"seq\":-", "IMP-13", "-"),
      Fault(leaver, "\"seq\":1", "\"seq\":9007199254740992", "IMP-13", "seq"),
      Fault(leaver, "\"seq\":1", "\"seq\":99999999999999999999999", "IMP-13", "seq"),
      Fault(leaver, "\"P2\"", "\"\"", "IMP-14", "by"),
      Fault(leaver, "\"P2\"", "\"P 2\"", "IMP-14", "P 2"),
      Fault(leaver, "\"P2\"", "\"På\"", "IMP-14", "På"),
      Fault(leaver, "\"P2\"", "\"\(String(repeating: "x", count: 33))\"", "IMP-14", "by"),
      Fault(leaver, "\"h-1\"", "\"\(String(repeating: "x", count: 65))\"", "IMP-14", "id"),
      Fault(system, "\"integrity\":2", "\"integrity\":5", "IMP-15", "0–4"),
      Fault(system, "\"integrity\":2", "\"integrity\":-1", "IMP-15", "-1"),
      Fault(system, ":365", ":0", "IMP-15", "review_interval_days"),
      Fault(
        leaver, "\"last_day\":\"2021-01-01\"", "\"last_day\":\"2021-02-29\"", "IMP-17", "2021-02-29"
      ),
      Fault(leaver, "\"last_day\":\"2021-01-01\"", "\"last_day\":null", "IMP-12", "last_day"),
      Fault(leaver, "T00:00:00Z", "T00:00:61Z", "IMP-18", "2021-01-01T00:00:61Z"),
      Fault(person, "\"name\":\"N\"", "\"name\":\"\"", "IMP-20", "name"),
      Fault(person, "\"U\"", "\"U /  / V\"", "IMP-20", "unit"),
      Fault(person, "\"U\"", "\"U / \"", "IMP-20", "unit"),
      Fault(
        person, "\"title\":\"\"", "\"title\":\"\(String(repeating: "x", count: 1_025))\"", "IMP-20",
        "title"),
      Fault(system, "[\"read\"]", "[\"read\",\"read\"]", "IMP-21", "read"),
      Fault(system, "\"read\"", manyEntitlements, "IMP-21", "1025"),
      Fault(person, "\"N\"", #""\x41""#, "IMP-22", "name"),
      Fault(person, "\"N\"", #""\uD83D""#, "IMP-22", "name"),
      Fault(person, "\"N\"", #""\uD83D\u0041""#, "IMP-22", "name"),
      Fault(person, "\"N\"", #""\uDE00\uD83D""#, "IMP-22", "name"),
      Fault(person, "\"N\"", #""\u12G4""#, "IMP-22", "name"),
      Fault(person, "\"N\"", "\"a\tb\"", "IMP-23", "name"),
      Fault(person, "\"N\"", #""a\u0000b""#, "IMP-05", "name"),
      Fault(person, "\"N\"", "\"a\0b\"", "IMP-05", "name"),
      Fault(person, "\"person\"", "\0\"person\"", "IMP-05", "2"),
    ]

  @Test func `each fault of a line gives its code, its line, the facts and the way out`() {
    for fault in Self.faults {
      let text = fault.base.replacingOccurrences(of: fault.old, with: fault.new)
      let result = read(Self.leaver + "\n" + text + "\n" + Self.leaver)
      let shown = "\(fault.code) \(fault.new)"
      #expect(result.failures.map(\.code) == [fault.code], "\(shown)")
      #expect(result.operations.count == 2, "\(shown): the lines around it are still read")
      let facts = result.failures.first?.facts ?? []
      #expect(facts.first?.value.english == "2", "\(shown)")
      #expect(
        facts.contains { $0.value.english.contains(fault.fact) },
        "\(shown): \(facts.map(\.value.english))")
    }
  }

  @Test func `an unknown word gives the words allowed`() {
    let request =
      #"{"seq":1,"ts":"2021-01-01T00:00:00Z","id":"h-1","op":"decide","request":"R1","decision":"maybe","by":"P1","reason":""}"#
    let failure = read(request).failures.first
    #expect(failure?.code == "IMP-16")
    #expect(failure?.facts.map(\.value.english) == ["1", "decision", "approve, deny", "maybe"])
  }

  @Test func `bytes that are not UTF-8 are refused in every malformed way`() {
    let sequences: [[UInt8]] = [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
      [0xFF],
    ]
    let parts = Self.person.components(separatedBy: "\"N\"")
    for sequence in sequences {
      let bytes = Array((parts[0] + "\"").utf8) + sequence + Array(("\"" + parts[1]).utf8)
      #expect(read(bytes).failures.map(\.code) == ["IMP-04"], "\(sequence)")
    }
  }

  @Test func `what concerns the file as a whole has its own codes`() {
    let bom: [UInt8] = [0xEF, 0xBB, 0xBF]
    let marked = read(bom + Array(Self.leaver.utf8))
    #expect(marked.failures.map(\.code) == ["IMP-01"])
    #expect(marked.operations.count == 1)

    let long = String(repeating: "x", count: 300_000)
    let tooLong = read(Self.leaver + "\n" + long + "\n" + Self.leaver + "\n" + long)
    #expect(tooLong.failures.map(\.code) == ["IMP-02", "IMP-02"])
    #expect(tooLong.operations.map(\.line) == [1, 3])

    let padding = String(repeating: " ", count: 65_536 - Self.leaver.utf8.count)
    #expect(read(Self.leaver + padding + "\r\n").operations.count == 1)
    #expect(read(Self.leaver + padding + " \n").failures.map(\.code) == ["IMP-02"])

    let blank = read(Self.leaver + "\n\n" + Self.leaver + "\n\n\n")
    #expect(blank.failures.map(\.code) == ["IMP-03", "IMP-03"])
    #expect(blank.failures.map { $0.facts.first?.value.english } == ["2", "4"])

    let earlier = Self.leaver.replacingOccurrences(of: "2021-01-01T00", with: "2020-12-31T23")
    let decreasing = read(Self.leaver + "\n" + earlier + "\n" + Self.leaver)
    #expect(decreasing.failures.map(\.code) == ["IMP-19"])
    #expect(decreasing.operations.map(\.line) == [1, 3])
  }

  @Test func `a file that cannot be read ends with the reason, and nothing cut off is used`() throws
  {
    let whole = Array((Self.leaver + "\n" + Self.leaver).utf8)
    for throwing in [true, false] {
      var calls = 0
      var stream = OperationStream { (buffer: inout [UInt8]) throws(Diagnostic) -> Int in
        calls += 1
        guard calls == 1 else {
          if throwing {
            throw Diagnostic(
              code: "XYZ-01", statement: Localized(verbatim: ""), remedy: Localized(verbatim: ""))
          }
          return -1
        }
        buffer.replaceSubrange(0..<whole.count, with: whole)
        return whole.count
      }
      #expect(try stream.next()?.line == 1)
      var error: Diagnostic?
      do { _ = try stream.next() } catch let failure { error = failure }
      #expect(error?.code == (throwing ? "XYZ-01" : "IMP-24"))
      #expect(try stream.next() == nil)
    }
  }

  @Test func `damaged files never trap and always end`() throws {
    let sample = try Fixture.bytes("history-sample.ndjson")
    let lines = sample.split(separator: 10).map { Array($0) + [10] }
    var generator = SeededGenerator(state: 20_261_125)
    let alphabet = Array("{}[]\",:\\u0019eE+-.tfn \n\r\t\0é".utf8) + [0xFF, 0xC3, 0xED, 0xF0]
    var refused = 0
    for round in 0..<1_500 {
      let from = Int.random(in: 0..<lines.count - 3, using: &generator)
      let bytes = mutated(
        Array(lines[from..<from + 3].joined()), alphabet: alphabet, using: &generator)
      let result = read(bytes, chunk: round % 5 == 0 ? 3 : 4_096)
      refused += result.failures.isEmpty ? 0 : 1
    }
    #expect(refused > 750)
  }
}
