import Chronology
import Diagnostics
import Testing

private let code = DiagnosticCode(
  "INV-02", Localized(en: "No.", sv: "Nej."), remedy: Localized(en: "Stop.", sv: "Sluta."))

private func instant(_ text: String) -> Instant { Instant(text) ?? .earliest }

struct TellingTests {
  @Test func `moments are told as days and times, an end as its last day, and persons by name`() {
    let found = code.diagnostic(
      .init(en: "from", sv: "från", at: instant("2026-03-02T00:00:00.000Z")),
      .init(en: "at", sv: "vid", at: instant("2026-03-02T12:30:00.000Z")),
      .init(en: "until", sv: "till", end: instant("2026-03-03T00:00:00.000Z")),
      .init(en: "until", sv: "till", end: instant("2026-03-03T08:00:00.000Z")),
      .init(en: "until", sv: "till", end: nil),
      .init(Localized(verbatim: "who"), persons: ["P-1", "P-2"]))
    let told = found.told(in: .utc) { $0 == "P-1" ? "Anna Berg" : nil }
    #expect(
      told.facts.map(\.value.english) == [
        "2026-03-02", "2026-03-02 12:30", "the end of 2026-03-02", "2026-03-03 08:00", "no end",
        "Anna Berg (P-1), P-2",
      ])
    // What is written down keeps identifiers and UTC.
    #expect(found.facts[0].value.english == "2026-03-02T00:00:00.000Z")
    #expect(found.facts[5].value.english == "P-1, P-2")
    #expect(told.told(in: .utc) { _ in "Somebody" } == told)
  }

  @Test func `the same refusal twice is told once with the facts of both`() {
    let one = code.diagnostic(.init(en: "a", sv: "a", "1"), .init(en: "b", sv: "b", "2"))
    let other = code.diagnostic(.init(en: "a", sv: "a", "1"), .init(en: "b", sv: "b", "3"))
    let grouped = [one, other, one].grouped
    #expect(grouped.count == 1)
    #expect(grouped.first?.facts.map(\.value.english) == ["1", "2", "3"])
    var elsewhere = one
    elsewhere.remedy = Localized(en: "Go.", sv: "Gå.")
    #expect([one, elsewhere].grouped == [one, elsewhere])
  }

  @Test func `refusals of rows of a list are told row by row`() {
    let code = DiagnosticCode(
      "TST-01", Localized(verbatim: "Wrong."), remedy: Localized(verbatim: "Mend it."))
    let rows = ["1", "2"].map { code.diagnostic(.init(Diagnostic.Fact.rowName, $0)) }
    #expect(rows.grouped == rows)
  }
}
