import AccessModel
import Diagnostics
import Markup
import Testing
import Transparency
import Workbooks

@testable import ReviewPackets

/// The workbook of a packet, as it is written and as it comes back.
struct WorkbookTests {
  /// The cells of the packet's sheets, with what is filled in, as another program might write them.
  private static func returned(
    _ packet: ReviewPacket, _ fill: [Int: [PacketWorkbook.Column: String]],
    isForeign: Bool = false
  ) throws -> [UInt8] {
    let zip = try ZipReader(packet.workbook(in: .swedish))
    var writer = ZipWriter()
    for name in [
      "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
      "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
      "xl/worksheets/sheet3.xml",
    ] {
      var text = String(decoding: try #require(try zip.bytes(of: name)), as: UTF8.self)
      if name == "xl/worksheets/sheet1.xml" {
        for (row, cells) in fill {
          for (column, cell) in cells {
            let place = "\(WorkbookWriter.name(of: column.rawValue))\(row)"
            text.replace(
              try Regex("<c r=\"\(place)\" s=\"[0-9]+\"/>"),
              with: cell.hasPrefix("<")
                ? cell.replacing("<c", with: "<c r=\"\(place)\"")
                : "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>")
          }
        }
      }
      writer.add(name, Array(text.utf8))
    }
    return writer.bytes()
  }

  private static func packet(_ count: Int = 4) throws -> ReviewPacket {
    try SamplePacket.packet((1...count).map { try SamplePacket.item($0) })
  }

  @Test func `a workbook that nobody filled in says nothing`() throws {
    let packet = try Self.packet()
    for language in Language.allCases {
      let read = try CollectedDecisions(packet.workbook(in: language))
      #expect(read.rows.isEmpty && read.refused.isEmpty)
      #expect(read.origin == packet.origin && read.review == packet.review)
      #expect(read.reviewer == packet.reviewer && read.position == packet.position)
    }
  }

  @Test func `the heading and the first columns stay in sight, and only what is answered is open`()
    throws
  {
    let zip = try ZipReader(Self.packet().workbook(in: .english))
    let sheet = String(
      decoding: try #require(try zip.bytes(of: "xl/worksheets/sheet1.xml")), as: UTF8.self)
    #expect(
      sheet.contains(
        "<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\" activePane=\"bottomRight\" state=\"frozen\"/>"
      ))
    #expect(sheet.contains("<sheetProtection sheet=\"1\""))
    let open = sheet.matches(of: /<c r="([A-Z]+)2" s="[56]"/).map { String($0.1) }
    let answered: [PacketWorkbook.Column] = [.outcome, .reason, .until, .scope]
    #expect(open == answered.map { WorkbookWriter.name(of: $0.rawValue) })
  }

  @Test func `what is filled in comes back with the digest of its item`() throws {
    let packet = try Self.packet()
    let bytes = try Self.returned(
      packet,
      [
        2: [.outcome: "behåll"],
        3: [
          .outcome: "Behåll till en dag", .reason: "Projektet &lt;slut&gt;",
          .until: "<c><v>46387</v></c>",
        ],
        5: [.outcome: "reduce", .reason: "Mindre", .until: "2026-12-31", .scope: "north"],
      ])
    let read = try CollectedDecisions(bytes)
    #expect(read.refused.isEmpty, "\(read.refused)")
    #expect(
      read.rows == [
        .init(number: 2, grant: packet.items[0].grant, seen: packet.items[0].seen, outcome: .keep),
        .init(
          number: 3, grant: packet.items[1].grant, seen: packet.items[1].seen,
          outcome: .keepUntil, reason: "Projektet <slut>", until: "2026-12-31"),
        .init(
          number: 5, grant: packet.items[3].grant, seen: packet.items[3].seen, outcome: .reduce,
          reason: "Mindre", until: "2026-12-31", scope: "north"),
      ])
  }

  @Test(arguments: [
    [PacketWorkbook.Column.outcome: "kanske"], [.reason: "no outcome"],
    [.outcome: "keep", .until: "soon"], [.outcome: "keep", .until: "<c><v>99999999</v></c>"],
    [.outcome: "<c t=\"str\"><f>A1</f><v>keep</v></c>"],
    [.outcome: "keep", .reason: "<c><f>1+1</f><v>2</v></c>"],
    [.outcome: "<c t=\"e\"><v>#REF!</v></c>"], [.outcome: "<c t=\"b\"><v>1</v></c>"],
  ])
  func `a row that is no answer is refused alone`(_ cells: [PacketWorkbook.Column: String]) throws {
    let read = try CollectedDecisions(
      Self.returned(Self.packet(), [2: [.outcome: "keep"], 4: cells]))
    #expect(read.rows.map(\.number) == [2])
    #expect(read.refused.map(\.number) == [4])
    #expect(read.refused.first?.diagnostic.code == "PKT-06")
  }

  @Test func `no text is a formula, whatever people are called`() throws {
    for text in SamplePacket.hostile {
      var item = try SamplePacket.item(1, name: text, hints: [Localized(verbatim: text)])
      item.units = text
      item.systemName = text
      item.entitlementName = text
      item.description = text
      let bytes = try SamplePacket.packet([item], name: text).workbook(in: .english)
      let zip = try ZipReader(bytes)
      for number in 1...3 {
        let sheet = String(
          decoding: try #require(try zip.bytes(of: "xl/worksheets/sheet\(number).xml")),
          as: UTF8.self)
        #expect(!sheet.contains("<f>") && !sheet.contains("<f "), "\(text)")
      }
      let book = try WorkbookReader(bytes)
      #expect(
        book.sheets[0][2]?[PacketWorkbook.Column.entitlement.rawValue]?.text == ShownText.of(text))
      #expect(book.sheets[0].values.allSatisfy { $0.values.allSatisfy { !$0.hasFormula } })
    }
  }

  @Test func `shared texts, other prefixes and cells without references are read`() throws {
    var writer = ZipWriter()
    func add(_ name: String, _ text: String) { writer.add(name, Array(text.utf8)) }
    let headings = PacketWorkbook.Column.allCases.map { $0.heading.english }
    let digest = String(repeating: "0a", count: 32)
    let texts = headings + ["G-1", "keep", digest]
    add(
      "xl/workbook.xml",
      "<?xml version='1.0'?><x:workbook xmlns:x='m' xmlns:rel='r'><x:workbookPr date1904='false'/><x:sheets><x:sheet name='a' sheetId='1' rel:id='one'/><x:sheet name='b' sheetId='2' rel:id='two'/></x:sheets></x:workbook>"
    )
    add(
      "xl/_rels/workbook.xml.rels",
      "<p:Relationships xmlns:p='p'><p:Relationship Id='one' Target='/xl/worksheets/a.xml'/><p:Relationship Id='two' Target='worksheets/b.xml'/></p:Relationships>"
    )
    add(
      "xl/sharedStrings.xml",
      "<x:sst xmlns:x='m'>"
        + texts.map {
          "<x:si><x:r><x:t>\($0.prefix(2))</x:t></x:r><x:r><x:t xml:space='preserve'>\($0.dropFirst(2))</x:t></x:r></x:si>"
        }.joined()
        + "</x:sst>")
    let cells = (0..<headings.count).map { "<x:c t='s'><x:v>\($0)</x:v></x:c>" }.joined()
    func letter(_ column: PacketWorkbook.Column) -> String {
      WorkbookWriter.name(of: column.rawValue)
    }
    add(
      "xl/worksheets/a.xml",
      """
      <x:worksheet xmlns:x='m'><!-- c --><x:sheetData><x:row>\(cells)</x:row><x:row>
      <x:c r='\(letter(.outcome))2' t='s'><x:v>\(headings.count + 1)</x:v></x:c>
      <x:c r='\(letter(.grant))2' t='s'><x:v>\(headings.count)</x:v></x:c>
      <x:c r='\(letter(.digest))2' t='s'><x:v>\(headings.count + 2)</x:v></x:c>
      </x:row></x:sheetData></x:worksheet>
      """)
    add(
      "xl/worksheets/b.xml",
      "<worksheet><sheetData>"
        + [
          (PacketWorkbook.mark, "1"), ("origin", "ledger.example"), ("review", "V-1"),
          ("reviewer", "P-3"), ("position", "57"),
        ].map {
          "<row><c t='inlineStr'><is><t>\($0.0)</t></is></c><c t='str'><v>\($0.1)</v></c></row>"
        }.joined() + "</sheetData></worksheet>")
    let read = try CollectedDecisions(writer.bytes())
    #expect(read.refused.isEmpty, "\(read.refused)")
    #expect(read.rows.map(\.grant) == [GrantID(number: 1)])
    #expect(read.rows.first?.seen.hexadecimal == digest)
  }

  @Test func `a workbook of something else is refused`() throws {
    var writer = ZipWriter()
    writer.add("xl/workbook.xml", Array("<w><sheets><sheet name='a' r:id='a'/></sheets></w>".utf8))
    writer.add(
      "xl/_rels/workbook.xml.rels", Array("<r><Relationship Id='a' Target='a.xml'/></r>".utf8))
    writer.add("xl/a.xml", Array("<worksheet><sheetData/></worksheet>".utf8))
    let refusal = #expect(throws: Diagnostic.self) { try CollectedDecisions(writer.bytes()) }
    #expect(refusal?.code == "PKT-03")
  }
}
