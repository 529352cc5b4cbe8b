import AccessModel
import Testing

@Suite struct `Texts` {
  @Test(arguments: ["KS 2026/00123", "1", "a\u{27}b", String(repeating: "9", count: 32)])
  func `a case number is printable ASCII`(text: String) {
    #expect(CaseNumber(text).map { "\($0)" } == text)
  }

  @Test(arguments: [
    "", " ", " KS 1", "KS 1 ", "KS \"1\"", "KS\\1", "KS\t1", "KS å",
    String(repeating: "9", count: 33),
  ])
  func `a case number with a quotation mark, a backslash or space at an end is refused`(
    text: String
  ) {
    #expect(CaseNumber(text) == nil)
  }

  @Test(arguments: ["a", "Åre kommun", "\"x\" \\ y", "🗝", String(repeating: "a", count: 400)])
  func `a label is a line of text`(text: String) {
    #expect(Label(text)?.text == text)
  }

  @Test(arguments: [
    "", " ", " a", "a ", "a\tb", "a\nb", "a\u{0}", "\u{7F}", "a\u{85}b", "a\u{9B}31mb", "a\u{80}",
    "\u{A0}a", "a\u{2003}", "a\u{2028}", String(repeating: "a", count: 401),
    String(repeating: "å", count: 201),
  ])
  func `a label with control characters, white space at an end, or too many bytes is refused`(
    text: String
  ) {
    #expect(Label(text) == nil)
  }

  @Test func `a classification is three levels from 0 to 4`() {
    for confidentiality in 0...4 {
      for integrity in 0...4 {
        for availability in 0...4 {
          let text = "\(confidentiality)/\(integrity)/\(availability)"
          let value = Classification(text)
          #expect(value.map { "\($0)" } == text)
          #expect(value?.level == max(confidentiality, integrity))
          #expect(value?.highest == max(confidentiality, integrity, availability))
        }
      }
    }
    for text in [
      "", "1/2", "5/0/0", "0/5/0", "0/0/5", "1/2/3/4", "-1/0/0", "1-2-3", "1/2/ ", "a/b/c", "/////",
    ] {
      #expect(Classification(text) == nil, "\(text)")
    }
    for level in [Int.min, -1, 5, 256, Int.max] {
      #expect(Classification(confidentiality: level, integrity: 0, availability: 0) == nil)
      #expect(Classification(confidentiality: 0, integrity: level, availability: 0) == nil)
      #expect(Classification(confidentiality: 0, integrity: 0, availability: level) == nil)
    }
  }
}
