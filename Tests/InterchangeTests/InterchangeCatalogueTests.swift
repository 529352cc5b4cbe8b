import Diagnostics
import Interchange
import Testing

@Suite struct InterchangeCatalogueTests {
  @Test func `every code is listed once, in order, with both languages`() {
    let codes = InterchangeCatalogue.catalogue
    #expect(codes.map(\.code) == Set(codes.map(\.code)).sorted())
    let isComplete = codes.allSatisfy { code in
      [code.statement, code.remedy].allSatisfy {
        $0.english.hasSuffix(".") && $0.swedish.hasSuffix(".") && $0.english != $0.swedish
      }
    }
    #expect(isComplete)
  }
}
