import AccessModel
import Events
import Testing

/// An event of the simplest kind, with parts to change.
private func line(
  id: String = "00112233445566778899aabbccddeeff", type: String = "unit.registered",
  v: String = "1",
  stream: String = "unit/U-1", rev: String = "0", effective: String = "2026-01-01T00:00:00.000Z",
  actor: String = #"{"principal":"P-1"}"#,
  command: String = #"{"id":"00112233445566778899aabbccddeeff","channel":"cli"}"#,
  more: String = "", data: String = #"{"unit":"U-1","name":"Unit","kind":"unit"}"#
) -> String {
  #"{"id":"\#(id)","type":"\#(type)","v":\#(v),"stream":"\#(stream)","rev":\#(rev),"effective":"\#(effective)","#
    + #""actor":\#(actor),"command":\#(command)\#(more),"data":\#(data)}"#
}

private let zeros = String(repeating: "0", count: 64)
private let root = String(repeating: "A", count: 43) + "="

@Suite struct `Refused events` {
  @Test func `the pattern that the others change is read`() {
    #expect(SignedEvent.reading(line()).error == nil)
    let more = #","case":"KS 1","reason":"\#(zeros)","basis":{"size":1,"root":"\#(root)"}"#
    #expect(SignedEvent.reading(line(more: more)).error == nil)
  }

  @Test func `a type that this version does not know is told by its name`() {
    #expect(
      SignedEvent.reading(line(type: "unit.cloned")).error
        == .unknownKind(name: InlineASCII("unit.cloned") ?? InlineASCII(), version: 1))
    #expect(
      SignedEvent.reading(line(v: "2")).error
        == .unknownKind(name: InlineASCII("unit.registered") ?? InlineASCII(), version: 2))
    // The data of an unknown type may have any shape of the form.
    #expect(
      SignedEvent.reading(line(type: "unit.cloned", data: #"{"x":[1,{"y":"å"}]}"#)).error
        == .unknownKind(name: InlineASCII("unit.cloned") ?? InlineASCII(), version: 1))
  }

  @Test(arguments: ["unit/U-2", "person/U-1", "ledger/1", "unit/u-1"])
  func `an event in a stream that is not its own is refused`(stream: String) {
    guard
      case .foreignStream(let named, let belonging) = SignedEvent.reading(line(stream: stream))
        .error
    else {
      Issue.record("\(SignedEvent.reading(line(stream: stream)))")
      return
    }
    #expect("\(named)" == stream)
    #expect("\(belonging)" == "unit/U-1")
  }

  @Test(arguments: [
    line(id: ""), line(id: "00112233445566778899AABBCCDDEEFF"),
    line(v: "01"), line(v: "\"1\""), line(v: "1.0"), line(stream: "unit"),
    line(stream: "units/U-1"),
    line(rev: "-0"), line(rev: "-1"), line(rev: "00"), line(rev: "9007199254740992"),
    line(effective: "2026-01-01T00:00:00Z"), line(effective: "2026-01-01T00:00:00.000+00:00"),
    line(effective: "2026-02-30T00:00:00.000Z"), line(effective: "2026-01-01T24:00:00.000Z"),
    line(actor: "{}"), line(actor: #"{"principal":""}"#), line(actor: #"{"principal":"P 1"}"#),
    line(actor: #"{"principal":"P-1","role":"king"}"#),
    line(actor: #"{"principal":"P-1","assignment":"D-1","role":"owner"}"#),
    line(actor: #"{"principal":"P-1","role":"owner","role":"owner"}"#),
    line(actor: #"{"principal":"P-1","name":"x"}"#),
    line(actor: #"{"principal":"P-1","role":null}"#),
    line(command: "{}"), line(command: #"{"id":"00112233445566778899aabbccddeeff"}"#),
    line(command: #"{"channel":"cli","id":"00112233445566778899aabbccddeeff"}"#),
    line(command: #"{"id":"00112233445566778899aabbccddeeff","channel":"web"}"#),
    line(more: #","case":"""#), line(more: #","case":" x""#), line(more: #","case":"a\"b""#),
    line(more: #","case":"1","case":"2""#), line(more: #","reason":"\#(zeros)","case":"1""#),
    line(more: #","reason":"""#), line(more: #","reason":"\#(zeros)0""#),
    line(more: #","unknown":1"#),
    line(more: #","basis":{}"#), line(more: #","basis":{"size":-1,"root":"\#(root)"}"#),
    line(more: #","basis":{"size":1,"root":"\#(root.dropLast())"}"#),
    line(more: #","basis":{"size":1,"root":"\#(root)","x":1}"#),
    line(more: #","basis":{"root":"\#(root)","size":1}"#),
    line(data: "{}"), line(data: "[]"), line(data: "1"),
    line(data: #"{"name":"Unit","unit":"U-1","kind":"unit"}"#),
    line(data: #"{"unit":"U-1","name":"Unit"}"#),
    line(data: #"{"unit":"U-1","name":"Unit","kind":"unit","kind":"unit"}"#),
    line(data: #"{"unit":"U-1","unit":"U-1","name":"Unit","kind":"unit"}"#),
    line(data: #"{"unit":"U-1","name":"Unit","kind":"unit","parent":null}"#),
    line(data: #"{"unit":"U-1","name":"Unit","kind":"unit","parent":""}"#),
    line(data: #"{"unit":"U-1","name":"Unit","kind":"unit","extra":1}"#),
    line(data: #"{"unit":"U-1","name":"","kind":"unit"}"#),
    line(data: #"{"unit":"U-1","name":" Unit","kind":"unit"}"#),
    line(data: #"{"unit":"U-1","name":"Un\u0069t","kind":"unit"}"#),
    line(data: #"{"unit":"U-1","name":"Unit","kind":"Unit"}"#),
    line(data: #"{"unit":"U-1","name":7,"kind":"unit"}"#),
    line(data: #"{"unit":"U-1","name":"\#(String(repeating: "a", count: 401))","kind":"unit"}"#),
    line().replacingFirst("\"v\":1,", with: ""), line().replacingFirst("\"v\"", with: "\"V\""),
  ])
  func `what the writer would not write is malformed`(text: String) {
    guard case .malformed = SignedEvent.reading(text).error else {
      Issue.record("\(SignedEvent.reading(text))")
      return
    }
  }

  @Test func `a classification outside 0 to 4 is no classification`() {
    let classified = SystemClassified(
      system: SystemID(number: 1), confidentiality: 4, integrity: 5, availability: 0)
    #expect(classified.classification == nil)
    let huge = SystemClassified(
      system: SystemID(number: 1), confidentiality: .max, integrity: .min, availability: 0)
    #expect(huge.classification == nil)
  }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    guard let range = self.firstRange(of: part) else { return self }
    return replacingCharacters(range, with: other)
  }

  private func replacingCharacters(_ range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
