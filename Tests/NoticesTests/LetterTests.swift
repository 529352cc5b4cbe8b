import Chronology
import Diagnostics
import Foundation
import Notices
import Testing

/// A letter as bytes; `MailTests` has another program judge it.
struct LetterTests {
  private func letter(
    _ text: String, subject: String = "Att göra: åtta", name: String? = "Åsa Öberg"
  )
    throws -> Letter
  {
    let address = try #require(MailAddress("asa@mail.example"))
    return Letter(
      from: try #require(MailAddress("register@mail.example")), to: address, toName: name,
      subject: subject, text: text, date: try #require(Instant("2027-01-02T01:15:00.000Z")),
      zone: .utc, language: .swedish, id: "abc", idHost: "ledger.example")
  }

  @Test(arguments: ["\r\n", "\n"])
  func `every line is plain ASCII and short, whatever the text`(lineEnd: String) throws {
    let text = """
      From the beginning = a line that begins so
      .
      ..två punkter och ett mycket långt stycke med åäö som fortsätter bortom alla rimliga gränser, och lite till \("å")
      ends with a space \("")
      tab\t
      """
    let bytes = try letter(text, subject: String(repeating: "Åtgärd 🙂 ", count: 30)).bytes(
      lineEnd: lineEnd)
    #expect(bytes.allSatisfy { $0 < 0x7F })
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: lineEnd)
    #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    #expect(!lines.contains(".") && !lines.contains { $0.hasPrefix("From ") })
    #expect(!lines.contains { $0.hasSuffix(" ") || $0.hasSuffix("\t") })
  }

  @Test func `a line break in a name or a subject makes no header`() throws {
    let bytes = try letter(
      "x", subject: "a\r\nBcc: all@mail.example", name: "b\r\nBcc: all@mail.example"
    ).bytes(lineEnd: "\r\n")
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains("\r\nBcc:"))
  }
}
