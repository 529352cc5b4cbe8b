import Testing

/// Every parser on its corpus and on what a mutator makes of it; `tools/fuzz` goes on from there.
@Suite struct FuzzingTests {
  /// Inputs made for each parser.
  static let inputCount = 4_000

  @Test func `every parser has a corpus, and every corpus a parser`() throws {
    let names = ParserCatalogue.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(try Corpus.names() == Set(names))
  }

  @Test(arguments: ParserCatalogue.all.map { $0.name })
  func `whatever the bytes, a parser keeps its promises`(_ name: String) throws {
    let parser = try #require(ParserCatalogue.all.first { $0.name == name })
    let corpus = try Corpus.inputs(of: name)
    let accepted = try corpus.filter { try parser.accepts($0) }
    // A corpus of refusals alone would never reach what lies behind the first check.
    try #require(!accepted.isEmpty && accepted.count < corpus.count)
    var mutator = Mutator(seed: 1, inputs: corpus, favoured: accepted)
    var alive = 0
    for _ in 0..<Self.inputCount where try parser.accepts(mutator.input()) { alive += 1 }
    print("\(name): \(corpus.count) kept inputs, \(Self.inputCount) made, \(alive) accepted")
  }
}
