import AccessModel
import Chronology
import Diagnostics
import Policies
import Testing

@Suite struct `Rules at several levels` {
  @Test func `what holds is never looser than any level above, whatever each says`() {
    var random = SeededRandom(seed: 11)
    let levels: [PolicyLevel] = [.group, .entity, .unit, .unit, .system]
    for round in 0..<400 {
      let layers = levels.enumerated().filter { _ in random.below(4) > 0 }.map { index, level in
        PolicyLayer(
          level: level,
          document: .random("d-\(index)", sparsity: 1 + random.below(3), &random))
      }
      for count in 0...layers.count {
        let whole = EffectivePolicy(layers)
        let above = EffectivePolicy(Array(layers.prefix(count)))
        // The group's own document may say anything of the standard.
        guard count > 0 || layers.first?.level != .group else { continue }
        for key in PolicyKey.all {
          #expect(
            key.allows(whole[key], below: above[key]),
            "round \(round): \(key.path) is \(whole[key]) below \(above[key])")
        }
      }
      for layer in layers where layer.level != .group {
        let whole = EffectivePolicy(layers)
        for (key, value) in layer.document.entries {
          #expect(key.allows(whole[key], below: value), "round \(round): \(key.path)")
        }
      }
    }
  }

  @Test func `a document that loosens nothing holds as it stands`() {
    var random = SeededRandom(seed: 12)
    var heldCount = 0
    for _ in 0..<4_000 {
      let above = EffectivePolicy([
        PolicyLayer(level: .group, document: .random("g", sparsity: 2, &random))
      ])
      let below = PolicyDocument.random("u", sparsity: 40, &random)
      let loosened = PolicyDifference.loosened(by: below, below: above.policy)
      #expect((PolicyTightens.check(below, below: above) == nil) == loosened.isEmpty)
      guard loosened.isEmpty else { continue }
      let whole = EffectivePolicy(above.layers + [PolicyLayer(level: .unit, document: below)])
      for (key, value) in below.entries {
        heldCount += 1
        // Two spans that mean the same may be written in two ways.
        #expect(key.compare(whole[key], to: value) == .same, "\(key.path)")
      }
    }
    #expect(heldCount > 500)
  }

  @Test func `what holds comes from the document that made it so`() throws {
    func document(_ name: String, _ values: [String: PolicyValue]) throws -> PolicyDocument {
      var document = PolicyDocument(id: try #require(PolicyID(name)))
      for key in PolicyKey.all { if let value = values[key.path] { document[key] = value } }
      return document
    }
    func months(_ count: UInt16) -> PolicyValue { .limit(TimeLimit(.months(count))) }
    let rules = EffectivePolicy([
      PolicyLayer(
        level: .group,
        document: try document(
          "g", ["level-2.review": months(10), "legacy.within": .limit(TimeLimit(.days(90)))])),
      PolicyLayer(
        level: .unit,
        document: try document("u", ["level-2.review": months(6), "level-1.validity": months(1)])),
      PolicyLayer(
        level: .system,
        document: try document(
          "s", ["level-2.review": months(8), "level-1.validity": .limit(TimeLimit(.days(30)))])),
    ])
    func source(_ path: String) throws -> [String] {
      let key = try #require(PolicyKey.all.first { $0.path == path })
      return rules.sources(of: key).map { "\($0)" }
    }
    #expect(try source("level-2.review") == ["u"])
    #expect(try source("level-1.validity") == ["u", "s"])
    #expect(try source("legacy.within") == ["g"])
    #expect(try source("level-0.review") == [])
    #expect(rules.policy[.level1].validity.description == "P1M or P30D")
  }

  @Test func `each key has a place of its own, and writing it changes that alone`() {
    #expect(Set(PolicyKey.all.map(\.path)).count == PolicyKey.all.count)
    var random = SeededRandom(seed: 5)
    for key in PolicyKey.all {
      var value = key.randomValue(&random)
      while value == key.read(.standard) { value = key.randomValue(&random) }
      var document = PolicyDocument(id: PolicyID(number: 1))
      document[key] = value
      let policy = EffectivePolicy([PolicyLayer(level: .group, document: document)]).policy
      #expect(
        PolicyDifference.between(.standard, policy).map(\.key.path) == [key.path], "\(key.path)")
      #expect(key.read(policy) == value)
    }
  }

  @Test func `comparing says which way each kind of value is stricter`() throws {
    func compare(_ path: String, _ one: PolicyValue, _ other: PolicyValue) throws
      -> PolicyComparison
    {
      let key = try #require(PolicyKey.all.first { $0.path == path })
      return key.compare(one, to: other)
    }
    let (short, long) = (
      PolicyValue.limit(TimeLimit(.days(1))), PolicyValue.limit(TimeLimit(.days(2)))
    )
    #expect(try compare("level-1.review", short, long) == .stricter)
    #expect(try compare("level-1.validity", .limit(.none), long) == .looser)
    #expect(try compare("level-1.two-persons", .flag(true), .flag(false)) == .stricter)
    #expect(try compare("level-4.enabled", .flag(true), .flag(false)) == .looser)
    #expect(try compare("request.need-characters", .number(20), .number(10)) == .stricter)
    #expect(try compare("separation.small-unit-below", .number(5), .number(0)) == .looser)
    #expect(try compare("system.vacancy", .choice("flag"), .choice("block")) == .looser)
    #expect(try compare("authority.board", .choice("role"), .choice("delegation")) == .other)
    #expect(try compare("recording.case-number", .names(["a"]), .names([])) == .stricter)
    #expect(try compare("recording.case-number", .names(["a"]), .names(["b"])) == .other)
  }
}
