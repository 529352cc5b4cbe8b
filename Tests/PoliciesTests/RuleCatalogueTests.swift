import Diagnostics
import Policies
import Testing

@Suite struct `The catalogue of rules` {
  @Test func `every rule says what is wrong and what to do, in two languages`() {
    for code in RuleCatalogue.codes {
      for text in [code.statement, code.remedy] {
        #expect(!text.english.isEmpty && !text.swedish.isEmpty, "\(code.code)")
        #expect(text.english != text.swedish, "\(code.code)")
        #expect(text.english.hasSuffix(".") || text.english.contains(": liggare"), "\(code.code)")
        #expect(text.swedish.hasSuffix(".") || text.swedish.contains(": liggare"), "\(code.code)")
      }
    }
  }

  @Test
  func `every rule says what it protects, where it comes from, and what it refuses and allows`() {
    for rule in RuleCatalogue.rules {
      let ground = rule.ground
      #expect(ground.protects.english != ground.protects.swedish, "\(rule.code.code)")
      for text in [ground.protects, ground.source, ground.refused, ground.allowed] {
        #expect(!text.english.isEmpty && !text.swedish.isEmpty, "\(rule.code.code)")
      }
      #expect(ground.refused != ground.allowed, "\(rule.code.code)")
      #expect(ground.text(in: .swedish).split(separator: "\n").count == 4, "\(rule.code.code)")
    }
    #expect(Set(RuleCatalogue.rules.map(\.ground)).count == RuleCatalogue.rules.count)
    #expect(RuleCatalogue.ground(of: "REF-01") == nil)
  }

  @Test func `no two rules share a code or a statement`() {
    #expect(Set(RuleCatalogue.codes.map(\.code)).count == RuleCatalogue.codes.count)
    #expect(Set(RuleCatalogue.codes.map(\.statement)).count == RuleCatalogue.codes.count)
  }

  @Test func `a code is three or four capital letters, a hyphen and two digits`() {
    for code in RuleCatalogue.codes.map(\.code) {
      #expect(code.wholeMatch(of: /[A-Z]{3,4}-[0-9]{2}/) != nil, "\(code)")
    }
  }

  @Test func `every rule is in the catalogue`() {
    let codes = Set(RuleCatalogue.codes.map(\.code))
    for code in [
      "INV-01", "INV-02", "INV-03", "INV-04", "INV-05", "INV-10", "INV-11", "INV-12", "INV-13",
      "INV-14", "INV-17", "INV-18", "INV-22", "INV-23", "INV-31", "INV-51", "INV-54", "INV-55",
      "INV-57", "INV-58", "INV-59", "INV-60", "ROL-01", "ROL-02", "ROL-03", "REQ-01", "REQ-02",
      "REQ-03", "REQ-04", "ROL-04", "AFF-01", "AFF-02", "INV-06", "INV-07", "INV-08", "INV-09",
      "DEL-01", "DEL-02", "DEL-03", "DEL-04", "DEL-05", "ROL-05", "ROL-06", "ROL-07", "ROL-08",
      "ROL-09", "ROL-10", "ROL-11", "ROL-12",
      "INV-15", "INV-16", "INV-19", "INV-20",
      "SYS-01", "SYS-02", "SYS-03", "SYS-04", "SYS-05", "SYS-06", "SYS-07", "SYS-08", "SYS-09",
      "SYS-10", "SOD-01", "SOD-02", "SOD-03", "SOD-04",
    ] {
      #expect(codes.contains(code), "\(code)")
    }
  }
}
