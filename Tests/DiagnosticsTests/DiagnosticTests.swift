import Diagnostics
import Testing

private let selfDecision = DiagnosticCode(
  "INV-02",
  Localized(
    en: "The decider may not decide their own access.",
    sv: "Beslutsfattaren får inte besluta om sin egen åtkomst."),
  remedy: Localized(
    en: "Let another person with authority decide.",
    sv: "Låt en annan behörig person besluta."))

struct DiagnosticTests {
  @Test func `a diagnostic with facts reads as code, facts and way out in both languages`() {
    let diagnostic = selfDecision.diagnostic(
      .init(en: "decider", sv: "beslutsfattare", "P-3"), .init(Localized(verbatim: "id"), "R-7"))
    #expect(
      diagnostic.text(in: .english) == """
        INV-02: The decider may not decide their own access.
          decider: P-3
          id: R-7
          What to do: Let another person with authority decide.
        """)
    #expect(
      diagnostic.text(in: .swedish) == """
        INV-02: Beslutsfattaren får inte besluta om sin egen åtkomst.
          beslutsfattare: P-3
          id: R-7
          Att göra: Låt en annan behörig person besluta.
        """)
  }

  @Test func `a diagnostic without facts has two lines and no line feed at the end`() {
    for language in Language.allCases {
      let text = selfDecision.diagnostic().text(in: language)
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
    }
  }

  @Test func `an occurrence takes its texts from its code and its facts from the caller`() {
    let facts = [Diagnostic.Fact(en: "decider", sv: "beslutsfattare", "P-3")]
    let diagnostic = selfDecision.diagnostic(facts: facts)
    #expect(diagnostic.code == selfDecision.code)
    #expect(diagnostic.statement == selfDecision.statement)
    #expect(diagnostic.remedy == selfDecision.remedy)
    #expect(diagnostic.facts == facts)
    #expect(diagnostic == selfDecision.diagnostic(facts[0]))
  }

  @Test func `a language is known by its ISO 639-1 code`() {
    #expect(Language(rawValue: "sv") == .swedish)
    #expect(Language(rawValue: "en") == .english)
    #expect(Language(rawValue: "SV") == nil)
  }
}
