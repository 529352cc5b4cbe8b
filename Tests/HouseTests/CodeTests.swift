import Chronology
import Diagnostics
import Policies
import Testing

@testable import CommandLineTool

/// The codes that refusals and findings begin with.
struct CodeTests {
  @Test func `liggare explain knows every code once`() {
    let codes = ExplainVerbs.catalogue.map(\.code)
    var seen: Set<String> = []
    let twice = codes.filter { !seen.insert($0).inserted }
    #expect(twice.isEmpty, "given to two refusals: \(twice)")
    for code in codes {
      #expect(code.wholeMatch(of: /[A-Z]{2,4}-[0-9]{2}/) != nil, "\(code)")
    }
  }

  @Test func `every code in the sources is known to liggare explain, and the reverse`() throws {
    var places: [String: [String]] = [:]
    for file in try House.swiftFiles(below: "Sources") {
      for match in file.text.matches(of: /(?:DiagnosticCode|[cC]ode)\(\s*"([A-Z]{2,4}-[0-9]{2})"/) {
        places[String(match.1), default: []].append(file.path)
      }
    }
    let twice = places.filter { $0.value.count > 1 }
    #expect(twice.isEmpty, "given to two refusals; the text of one would explain the other")
    let listed = Set(ExplainVerbs.catalogue.map(\.code))
    let unlisted = places.keys.filter { !listed.contains($0) }.sorted()
    #expect(
      unlisted.isEmpty,
      "in no catalogue that ExplainVerbs.catalogue adds up: \(unlisted.joined(separator: " "))")
    #expect(listed.subtracting(places.keys).sorted() == [])
  }

  @Test func `every verb that a way out or an example names can be typed`() {
    let paths = Set(Tool.grammar.groups.flatMap(\.verbs).map { $0.path.joined(separator: " ") })
    var texts = ExplainVerbs.catalogue.flatMap { [$0.remedy.english, $0.remedy.swedish] }
    for rule in RuleCatalogue.rules {
      texts += [rule.ground.refused, rule.ground.allowed].flatMap { [$0.english, $0.swedish] }
    }
    for matter in TerminalStates.Matter.allCases {
      let told = TerminalStates.violation(
        of: matter, "X-1", state: Localized(verbatim: "over"), at: .earliest)
      texts += [told.remedy.english, told.remedy.swedish]
    }
    for text in texts {
      for match in text.matches(of: /liggare ([a-z-]+)(?: ([a-z-]+))?/) {
        let long = match.2.map { "\(match.1) \($0)" }
        let isVerb = paths.contains("\(match.1)") || long.map(paths.contains) ?? false
        #expect(isVerb || !paths.contains { $0.hasPrefix("\(match.1) ") }, "\(match.0): \(text)")
      }
    }
  }

  @Test func `every code says what to do, in both languages`() {
    for code in ExplainVerbs.catalogue {
      for text in [
        code.statement.english, code.statement.swedish, code.remedy.english, code.remedy.swedish,
      ] {
        #expect(text.last.map { ".!?)".contains($0) } ?? false, "\(code.code): “\(text)”")
      }
      #expect(code.statement.english != code.statement.swedish, "\(code.code) is not translated")
    }
  }
}
