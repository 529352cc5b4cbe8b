import Diagnostics
import Testing
import Transparency

@Suite struct KeyDiagnosticsTests {
  @Test func `the codes of the family are numbered without gaps, and each says what to do`() {
    let catalogue = KeyDiagnostics.catalogue
    let numbers = (1...catalogue.count).map { $0 < 10 ? "KEY-0\($0)" : "KEY-\($0)" }
    #expect(catalogue.map(\.code) == numbers)
    for code in catalogue {
      for text in [code.statement, code.remedy] {
        #expect(!text.english.isEmpty && !text.swedish.isEmpty && text.english != text.swedish)
      }
    }
  }
}
