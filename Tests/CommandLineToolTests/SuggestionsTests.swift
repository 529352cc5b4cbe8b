import Testing

@testable import CommandLineTool

@Suite struct SuggestionsTests {
  @Test func `what is written nearly so is suggested, and another number is not`() {
    let systems = ["S-1", "S-2", "S-10", "KARTA", "LEX.1"]
    let cases: [(String, [String])] = [
      ("s-1", ["S-1"]), ("S1", ["S-1"]), ("s_10", ["S-10"]), ("S-3", []), ("S-11", []),
      ("karta", ["KARTA"]), ("kartan", ["KARTA"]), ("lex1", ["LEX.1"]), ("nothing", []), ("", []),
      (String(repeating: "x", count: 10_000), []),
    ]
    for (typed, expected) in cases {
      #expect(Suggestions.alike(typed, among: systems) == expected, "\(typed.prefix(20))")
    }
    let rights = ["S-1/read", "S-1/write", "S-1/ward-3"]
    #expect(Suggestions.alike("S-1/raed", among: rights) == ["S-1/read"])
    #expect(Suggestions.alike("s-1/WRITE", among: rights) == ["S-1/write"])
    #expect(Suggestions.alike("S-1/ward-4", among: rights) == [])
  }
}
