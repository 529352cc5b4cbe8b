import Diagnostics
import Testing
import Workbooks

@testable import ReviewPackets

/// Files that promise more than they may hold, and documents that want to become more than they are.
struct BoundTests {
  private static func refused(_ bytes: [UInt8], _ what: String = "") {
    let refusal = #expect(throws: Diagnostic.self, "\(what)") { try CollectedDecisions(bytes) }
    #expect(refusal?.code == "PKT-02", "\(what)")
  }

  /// A zip file with one entry, whose directory can be told to lie.
  private static func zip(_ content: [UInt8], _ change: (inout [UInt8], Int) -> Void) -> [UInt8] {
    var writer = ZipWriter()
    writer.add("xl/workbook.xml", content)
    var bytes = writer.bytes()
    let directory = bytes.count - 22 - 46 - "xl/workbook.xml".utf8.count
    change(&bytes, directory)
    return bytes
  }

  @Test func `a zip file whose directory lies is refused`() {
    let content = Array(repeating: UInt8(0x20), count: 10_000)
    Self.refused(Self.zip(content) { bytes, at in bytes[at + 24] ^= 1 }, "size")
    Self.refused(Self.zip(content) { bytes, at in bytes[at + 16] ^= 1 }, "checksum")
    Self.refused(Self.zip(content) { bytes, at in bytes[at + 10] = 9 }, "method")
    Self.refused(Self.zip(content) { bytes, at in bytes[at + 8] |= 1 }, "encrypted")
    Self.refused(Self.zip(content) { bytes, at in bytes[at + 44] = 0xFF }, "place")
    Self.refused(Self.zip(content) { bytes, at in bytes[at + 27] = 0x7F }, "entry too large")
    Self.refused(Self.zip(content) { bytes, at in bytes[bytes.count - 12] = 2 }, "count")
    Self.refused(Self.zip(content) { bytes, _ in bytes.removeLast() }, "cut")
    Self.refused([0x50, 0x4B], "nothing")
  }

  @Test func `what unpacks to far more than it takes is refused before it is unpacked`() throws {
    let zeros = [UInt8](repeating: 0, count: 8 << 20)
    var writer = ZipWriter()
    writer.add("xl/workbook.xml", zeros)
    let bytes = writer.bytes()
    #expect(bytes.count < zeros.count / ZipReader.ratioMax)
    Self.refused(bytes)
  }

  @Test func `more entries than a workbook has are refused`() {
    var writer = ZipWriter()
    for _ in 0...ZipReader.entriesMax { writer.add("a", []) }
    Self.refused(writer.bytes())
  }

  private static func read(_ text: String) throws -> Int {
    var reader = try XMLReader(Array(text.utf8), title: "test")
    var parts = 0
    while try reader.next() != nil { parts += 1 }
    return parts
  }

  @Test(arguments: [
    "", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>x", "x<a/>", "<a b/>", "<a b=c/>", "<a b='<'/>",
    "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "<a>&b;</a>", "<a>&#0;</a>",
    "<a>&#xD800;</a>", "<a>&amp</a>", "<a><![CDATA[</a>", "<a><!--</a>", "<a><?b</a>", "<1", "<a",
    "<a b='c", "<a:>", "<!ELEMENT a>",
  ])
  func `what is no XML, or more than plain XML, is refused`(_ text: String) {
    #expect(throws: Diagnostic.self) { try Self.read(text) }
  }

  @Test func `plain XML is read whole`() throws {
    #expect(try Self.read("<a/>") == 2)
    #expect(
      try Self.read(
        "\u{FEFF}<?xml version='1.0'?>\n<!-- b --><a b='&lt;' c=\"&#65;\">x<d/><![CDATA[<e>]]></a>\n"
      ) == 6)
  }

  @Test func `elements stand no deeper in each other than is allowed`() throws {
    func nested(_ count: Int) -> String {
      String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count)
    }
    #expect(try Self.read(nested(XMLReader.depthMax)) == 2 * XMLReader.depthMax)
    #expect(throws: Diagnostic.self) { try Self.read(nested(XMLReader.depthMax + 1)) }
  }
}
