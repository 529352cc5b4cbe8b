import CanonicalJSON
import Testing

private func readInteger(_ json: inout JSONReader) throws(CanonicalJSONError) -> Int64 {
  try json.integer()
}

@Suite struct `Integers` {
  @Test func `every integer within the bounds is read as it is written`() {
    var random = SeededRandom(seed: 1)
    let limit: Int64 = 9_007_199_254_740_991
    var values: [Int64] = [0, 1, -1, 9, 10, -10, limit, limit - 1, -limit, 1 - limit]
    for _ in 0..<2_000 {
      values.append(Int64.random(in: -limit...limit, using: &random) >> Int64(random.below(53)))
    }
    for value in values {
      var json = JSONWriter()
      json.integer(value)
      #expect(json.bytes == Array("\(value)".utf8))
      let found = reading(json.bytes, readInteger)
      #expect(found == .success(value))
    }
  }

  @Test(arguments: [
    "9007199254740992", "-9007199254740992", "9007199254740993", "9999999999999999",
    "10000000000000000", "99999999999999999999", "18446744073709551617", "-9223372036854775808",
    "00", "01", "-01", "007", "-0", "+1", "+0",
  ])
  func `an integer out of bounds or in another spelling is malformed`(text: String) {
    #expect(refusal(text, readInteger) != nil)
    // Where more bytes follow, the reason cannot be that the bytes end.
    let reason = refusal(text + ",") { json throws(CanonicalJSONError) in
      _ = try json.integer()
      try json.take(",")
    }
    #expect(reason == .malformedInteger)
    // And the end of the bytes does not make a wrong number look cut off.
    #expect(
      refusal(text, readInteger) == .malformedInteger)
  }

  @Test(arguments: ["1.0", "1e3", "1E3", "0x10", "1_000", "1 ", "1\n", "12a"])
  func `what follows an integer is not taken with it`(text: String) {
    #expect(
      refusal(text, readInteger) == .trailingBytes)
  }

  @Test(arguments: ["", "-"]) func `an integer that is cut off is truncated`(text: String) {
    #expect(refusal(text, readInteger) == .truncated)
  }

  @Test(arguments: [" 1", "null", "true", ".5", "--1", "\"1\"", "٣"])
  func `what is no integer is malformed`(text: String) {
    #expect(
      refusal(text, readInteger) == .malformedInteger)
  }

  @Test func `an error tells where the integer began`() {
    let found = reading(Array("[12,007]".utf8)) { json throws(CanonicalJSONError) in
      try json.skipValue()
    }
    #expect(found.error == CanonicalJSONError(.malformedInteger, at: 4))
    #expect(found.error?.description == "malformed integer at byte 4")
  }
}

extension Result {
  var error: Failure? {
    switch self {
    case .success: nil
    case .failure(let error): error
    }
  }
}
