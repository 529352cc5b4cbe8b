import Exports
import Testing

/// Identifiers made of names.
struct NameUUIDTests {
  @Test func `they are those that others make of the same name`() {
    // What Python's uuid.uuid5 makes of it as well.
    let url = NameUUID("http://www.example.com/", in: .urls)
    #expect(url.description == "fcde3c85-2270-590f-9e7c-ee003d65e0e2")
  }

  @Test func `each length of a name up to two blocks gives another one, of version 5`() {
    var seen: Set<NameUUID> = []
    for length in 0...140 {
      let made = NameUUID(String(repeating: "a", count: length), in: .urls)
      #expect(seen.insert(made).inserted)
      let text = Array(made.description)
      #expect(text[14] == "5" && ["8", "9", "a", "b"].contains(text[19]))
    }
  }
}
