import Exports
import Foundation
import Testing

/// JSON as exports write it, which others read.
struct JSONTextTests {
  @Test func `every character comes back as it was, on one line and on many`() throws {
    let text =
      String(
        String.UnicodeScalarView((UInt32(0)...0x2FF).compactMap { Unicode.Scalar($0) })) + "😀"
    let value = JSONValue.members([
      text: .string(text), "none": nil, "list": [1, -2, true, .members([:]), []],
      "inside": .written(Array(#"{"a":1}"#.utf8)),
    ])
    for bytes in [JSONText.line(value), JSONText.page(value)] {
      let read = try #require(
        try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      #expect(read[text] as? String == text && read.count == 3 && bytes.last == 0x0A)
      #expect((read["inside"] as? [String: Any])?["a"] as? Int == 1)
      #expect((read["list"] as? [Any])?.count == 5)
    }
    #expect(JSONText.line(value).dropLast().allSatisfy { $0 != 0x0A })
  }
}
