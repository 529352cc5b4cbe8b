import CanonicalJSON
import Testing

private func skip(_ json: inout JSONReader) throws(CanonicalJSONError) {
  try json.skipValue()
}

@Suite struct `The reader` {
  @Test func `a value nested eight deep is passed over, and nine deep is refused`() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      func nested(_ depth: Int) -> String {
        String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
      }
      #expect(refusal(nested(8), skip) == nil)
      #expect(refusal(nested(9), skip) == .valueOutOfRange)
      #expect(refusal(String(repeating: open, count: 100_000), skip) == .valueOutOfRange)
    }
  }

  @Test(arguments: [
    "[1,]", "[,1]", "[1 ,2]", "[ 1]", "{\"a\" :1}", "{\"a\":1,}", "{a:1}", "{\"a\"}", "{1:1}",
    "[1}", "{\"a\":1]", "[1]]", "nul", "null", "true", "'a'", "\"a\"\"b\"", "// a", "[1\n]",
    "{\"å\":1}", "\u{FEFF}1",
  ])
  func `what is not in the one form is refused`(text: String) {
    #expect(refusal(text, skip) != nil)
  }

  @Test func `a key must stand where it is expected, whole and with its colon`() {
    let read: (inout JSONReader) throws(CanonicalJSONError) -> Void = {
      json throws(CanonicalJSONError) in
      try json.takeKey("from")
      _ = try json.integer()
    }
    #expect(refusal("\"from\":1", read) == nil)
    for text in [
      "\"fro\":1", "\"froma\":1", "\"from\" :1", "from:1", "'from':1", "\"FROM\":1", "\"from1",
    ] {
      #expect(refusal(text, read) == .unexpectedByte, "\(text)")
    }
    #expect(refusal("", read) == .truncated)
  }

  @Test func `an empty buffer is at its end from the start`() {
    let json = JSONReader(UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(json.isAtEnd)
    #expect(json.next == 0)
    #expect(!json.nextIs("a"))
    #expect(!json.nextIsKey("a", skipping: 3))
    #expect(refusal([], skip) == .truncated)
  }

  @Test func `bytes after the end are told with their place`() {
    let found = reading(Array("[1]x".utf8), skip)
    #expect(found.error == CanonicalJSONError(.trailingBytes, at: 3))
  }
}
