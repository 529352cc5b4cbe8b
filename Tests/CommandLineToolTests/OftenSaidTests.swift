import Testing

@testable import CommandLineTool

@Suite struct `Words that programs say often` {
  @Test func `bring every verb that begins with them, as it stands among all`() {
    let verbs = VerbCatalogue.verbs
    var words = 0
    for word in Set(verbs.compactMap(\.declaration.path.first)).sorted() {
      guard let often = VerbCatalogue.often(word) else { continue }
      words += 1
      let all = verbs.filter { $0.declaration.path.first == word }
      #expect(Set(often.map(\.declaration)) == Set(all.map(\.declaration)), "\(word)")
    }
    #expect(words == 6)
    #expect(VerbCatalogue.often("help") == nil)
  }

  @Test func `share with the whole grammar all that does not belong to a verb`() {
    for verb in Tool.grammar.verbs {
      #expect(Tool.commonGrammar.options(of: verb) == Tool.grammar.options(of: verb))
    }
  }
}
