import Diagnostics
import Testing
import Transparency

@testable import ReviewPackets

/// The page of a packet.
struct PageTests {
  /// The markup of a page without any of its data: each tag with the names of its attributes.
  private static func skeleton(_ page: [UInt8]) -> [String] {
    String(decoding: page, as: UTF8.self).matches(of: /<([^>]*)>/).map { match in
      String(match.1.replacing(/="[^"]*"/, with: ""))
    }
  }

  @Test(arguments: Language.allCases)
  func `what people are called never becomes markup`(_ language: Language) throws {
    for text in SamplePacket.hostile {
      func packet(_ text: String) throws -> ReviewPacket {
        var item = try SamplePacket.item(
          1, name: text, hints: [Localized(verbatim: text)], isChanged: true)
        item.units = text
        item.systemName = text
        item.entitlementName = text
        item.description = text
        var packet = try SamplePacket.packet([item], name: text)
        packet.organisation = text
        packet.origin = text
        packet.about = Localized(verbatim: text)
        packet.shownAt = text
        return packet
      }
      let page = try packet(text).page(in: language)
      let plain = try packet("plain").page(in: language)
      #expect(Self.skeleton(page) == Self.skeleton(plain), "\(text)")
      let shown = String(decoding: page, as: UTF8.self)
      #expect(
        shown.unicodeScalars.allSatisfy { scalar in
          scalar == "\n"
            || scalar.value >= 0x20 && !(0x202A...0x202E).contains(scalar.value)
              && !(0x2066...0x2069).contains(scalar.value) && scalar.value != 0x200B
        }, "\(text)")
    }
  }

  @Test
  func `the policy allows the one style and the one script by their digests and nothing else`()
    throws
  {
    let page = String(
      decoding: try SamplePacket.packet([SamplePacket.item(1)]).page(in: .english), as: UTF8.self)
    func only(_ name: String) throws -> String {
      let parts = page.components(between: "<\(name)>", and: "</\(name)>")
      try #require(parts.count == 1)
      return parts[0]
    }
    let style = SHA256.digest(of: Array(try only("style").utf8)).base64
    let script = SHA256.digest(of: Array(try only("script").utf8)).base64
    #expect(
      page.contains(
        "content=\"default-src &#39;none&#39;; style-src &#39;sha256-\(style)&#39;; script-src &#39;sha256-\(script)&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;\""
      ))
    let markup = page.replacing(try only("script"), with: "").replacing(try only("style"), with: "")
    #expect(markup.matches(of: /\s(?:src|on[a-z]+|style|action)=/).isEmpty)
    #expect(markup.matches(of: /href="([^"]*)"/).allSatisfy { $0.1.hasPrefix("#") })
    for word in ["fetch(", "XMLHttpRequest", "innerHTML", "eval(", "http:", "https:", "import("] {
      #expect(!page.contains(word), "\(word)")
    }
  }

  @Test func `the same packet is the same bytes, and another language another page`() throws {
    let packet = try SamplePacket.packet((1...5).map { try SamplePacket.item($0) })
    #expect(packet.page(in: .swedish) == packet.page(in: .swedish))
    let english = String(decoding: packet.page(in: .english), as: UTF8.self)
    let swedish = String(decoding: packet.page(in: .swedish), as: UTF8.self)
    #expect(english.contains("<html lang=\"en\">") && swedish.contains("<html lang=\"sv\">"))
    #expect(swedish.contains("Behörighetsgranskning V-1: per system"))
    #expect(!swedish.contains("Access review"))
  }

  @Test func `use that nobody knows of is told as unknown, and not as unused`() throws {
    let item = try SamplePacket.item(1)
    let page = String(
      decoding: try SamplePacket.packet([item]).page(in: .english), as: UTF8.self)
    #expect(page.contains("unknown: no source tells, which does not mean unused"))
    var used = item
    used.lastUse = try SamplePacket.day("2026-02-14")
    let other = String(
      decoding: try SamplePacket.packet([used]).page(in: .english), as: UTF8.self)
    #expect(other.contains("2026-02-14") && !other.contains("no source tells"))
  }

  @Test func `every text is there in both languages, and they differ`() {
    for text in PageWords.steps + PageWords.keyTable.map(\.does) + [
      PageWords.timeNote, PageWords.noScript, PageWords.finishText, PageWords.personalData,
      PageWords.tooMany, PageWords.made, PageWords.draftKept, PageWords.draftNotKept,
    ] {
      #expect(!text.english.isEmpty && !text.swedish.isEmpty && text.english != text.swedish)
      #expect(
        Set(text.english.matches(of: /\{\w+\}/).map { String($0.0) })
          == Set(text.swedish.matches(of: /\{\w+\}/).map { String($0.0) }), "\(text)")
    }
  }
}

extension String {
  /// What stands between two texts, each time they come after each other.
  fileprivate func components(between opening: String, and closing: String) -> [String] {
    split(separator: opening, omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.ranges(of: closing).first.map { String(part[..<$0.lowerBound]) }
    }
  }
}
