import AccessModel
import Diagnostics
import Testing
import Transparency

@testable import ReviewPackets

/// The decision file that a page makes.
struct DecisionFileTests {
  private static let seen = String(repeating: "ab", count: 32)

  private static func file(
    _ decisions: String, origin: String = "ledger.example", version: Int = 1
  ) -> [UInt8] {
    Array(
      "{\"liggare\":\"review-decisions\",\"version\":\(version),\"origin\":\"\(origin)\",\"review\":\"V-1\",\"reviewer\":\"P-3\",\"position\":57,\"decisions\":[\n\(decisions)\n]}\n"
        .utf8)
  }

  private static func decision(
    _ more: String = "", of grant: String = "G-1", outcome: String = "keep", seen: String = seen
  ) -> String {
    "{\"grant\":\"\(grant)\",\"seen\":\"\(seen)\",\"outcome\":\"\(outcome)\"\(more)}"
  }

  @Test func `a decision file says what the page was told`() throws {
    let read = try CollectedDecisions(
      Self.file(
        Self.decision(
          ",\"reason\":\"Räcker \\\"så\\\" \\\\\",\"until\":\"2026-12-31\",\"scope\":\"north\",\"bulk\":1,\"seconds\":12",
          outcome: "reduce")
          + ",\n" + Self.decision(",\"seconds\":0", of: "G-2")))
    #expect(read.origin == "ledger.example" && read.position == 57)
    #expect(read.review == ReviewID(number: 1) && read.reviewer == PersonID(number: 3))
    #expect(read.refused.isEmpty)
    #expect(
      read.rows == [
        .init(
          number: 1, grant: GrantID(number: 1),
          seen: try #require(Digest(hexadecimal: Array(Self.seen.utf8))), outcome: .reduce,
          reason: "Räcker \"så\" \\", until: "2026-12-31", scope: "north", isBulk: true,
          seconds: 12),
        .init(
          number: 2, grant: GrantID(number: 2),
          seen: try #require(Digest(hexadecimal: Array(Self.seen.utf8))), outcome: .keep,
          seconds: 0),
      ])
  }

  @Test func `white space and a byte order mark from pasting do not count`() throws {
    let plain = Self.file(Self.decision(",\"reason\":\"a  b\",\"seconds\":1"))
    let spaced = String(decoding: plain, as: UTF8.self)
      .replacing("\",\"", with: "\" ,\r\n\t\"").replacing("\":", with: "\" : ")
    #expect(
      try CollectedDecisions([0xEF, 0xBB, 0xBF] + Array(spaced.utf8)) == CollectedDecisions(plain))
  }

  @Test(arguments: [
    "", "{}", "[]", "<html>", "null", "{\"liggare\":\"review-decisions\"}",
    String(decoding: file(decision(), version: 2), as: UTF8.self),
    String(decoding: file(decision()).dropLast(4), as: UTF8.self),
    String(decoding: file(decision()), as: UTF8.self) + "x",
    String(decoding: file(decision(",\"unknown\":1")), as: UTF8.self),
    String(decoding: file(decision(",\"reason\":\"a\nb\"")), as: UTF8.self),
  ])
  func `what is no decision file is refused`(_ text: String) {
    let refusal = #expect(throws: Diagnostic.self) { try CollectedDecisions(Array(text.utf8)) }
    #expect(refusal?.code == "PKT-01")
  }

  @Test(arguments: [
    decision(of: ""), decision(of: "G 1"), decision(seen: "ab"), decision(outcome: "perhaps"),
    decision(outcome: ""), decision(",\"until\":\"31/12\""),
    decision(",\"seconds\":99999999999"), decision(",\"seconds\":-1"),
    decision(",\"reason\":\"\(String(repeating: "x", count: 2_001))\""),
  ])
  func `a row that is no answer is refused alone`(_ row: String) throws {
    let read = try CollectedDecisions(
      Self.file(Self.decision(of: "G-7") + "," + row + "," + Self.decision(of: "G-8")))
    #expect(read.rows.map(\.number) == [1, 3])
    #expect(read.refused.map(\.number) == [2])
    #expect(read.refused.first?.diagnostic.code == "PKT-06")
  }

  @Test func `of two rows about one item none counts`() throws {
    let read = try CollectedDecisions(
      Self.file(
        [
          Self.decision(of: "G-1"), Self.decision(of: "G-2"),
          Self.decision(of: "G-1", outcome: "revoke"),
        ]
        .joined(separator: ",")))
    #expect(read.rows.map(\.grant) == [GrantID(number: 2)])
    #expect(read.refused.map(\.number) == [1, 3])
    #expect(read.refused.allSatisfy { $0.diagnostic.code == "PKT-05" })
  }

  @Test func `an outcome is known by its code and by its name in both languages`() throws {
    for outcome in ReviewOutcome.allCases {
      for name in ["\(outcome.code)", outcome.word.english, outcome.word.swedish] {
        let read = try CollectedDecisions(Self.file(Self.decision(outcome: name)))
        #expect(read.rows.map(\.outcome) == [outcome], "\(name)")
      }
    }
  }
}
