import Foundation
import Testing

/// The workbook of a packet in a spreadsheet program that others wrote.
@Suite struct SpreadsheetTests {
  /// What LibreOffice makes of a file, in `out`.
  private func convert(_ packets: PacketOffice, _ file: String, to kind: String) throws {
    let run = try packets.office.script(
      "soffice --headless -env:UserInstallation=file://$PWD/soffice --convert-to '\(kind)' --outdir out \(file)"
    )
    try #require(run.status == 0, "\(run)")
  }

  @Test(arguments: ["en", "sv"])
  func `it opens, and shows what the page shows`(_ language: String) throws {
    let packets = try PacketOffice(language: language)
    let name = try packets.packet()
    try convert(
      packets, "packets/\(name).xlsx",
      to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true")
    let table = packets.text("out/\(name).csv")
    let page = packets.text("packets/\(name).html")
    let items = page.matches(of: /data-grant="([^"]*)" data-seen="([^"]*)"/)
    #expect(table.split(separator: "\n").count == items.count + 1)
    for item in items { #expect(table.contains("\(item.1),\(item.2)"), "\(table)") }
    #expect(
      table.hasPrefix(language == "sv" ? "Person,Behörighet,System," : "Person,Entitlement,System,")
    )
    #expect(table.contains(",2026-01-14,"), "a day is a day: \(table)")
    #expect(table.contains("Åsa </script><b onclick=x>Öberg</b> & \"\"Söner\"\""), "\(table)")
  }

  @Test func `filled in and saved by another program, it is taken back`() throws {
    let packets = try PacketOffice()
    let name = try packets.packet()
    let filled = try packets.office.run([
      "python3", PacketOffice.fixture("fill_workbook.py"), "packets/\(name).xlsx", "filled.xlsx",
      """
      [{"row": 2, "Outcome": "keep", "Reason": "Needed still"},
       {"row": 3, "Outcome": "keep until a day", "Reason": "=1+1 is <no> formula, åäö", "Last day": "2026-12-31"},
       {"row": 4, "Outcome": "cannot judge", "Reason": "Not known here"}]
      """,
    ])
    try #require(filled.status == 0, "\(filled)")
    try convert(packets, "filled.xlsx", to: "xlsx")
    let inside = try packets.office.script(
      """
      python3 -c "import zipfile; print(zipfile.ZipFile('out/filled.xlsx').read('xl/worksheets/sheet1.xml').decode())" > sheet
      grep -q '<sheetProtection[^>]* sheet="true"' sheet
      grep -q 'keep,keep until a day,reduce,revoke,cannot judge' sheet
      grep -q '<col [^>]*hidden="true"[^>]* max="21"' sheet
      ! grep -q '<f[ >]' sheet
      """)
    #expect(inside.status == 0, "\(inside)\n\(packets.text("sheet").prefix(3_000))")
    let run = try packets.collect("out/filled.xlsx")
    #expect(run.status == 0, "\(run)")
    #expect(try packets.answers() == 3)
    let log = try packets.office.liggare("log", "--type", "review.item-decided").output
    #expect(
      log.contains("keep until a day, through 2026-12-31") && log.contains("cannot judge"), "\(log)"
    )
    let again = try packets.collect("filled.xlsx", seed: "again")
    #expect(again.output.hasPrefix("Nothing new"), "the same answers in another file: \(again)")
  }

  @Test func `a workbook whose digests were changed is refused row by row`() throws {
    let packets = try PacketOffice()
    let name = try packets.packet()
    let run = try packets.office.script(
      """
      python3 - <<'EOF'
      import re, zipfile
      parts = {}
      with zipfile.ZipFile('packets/\(name).xlsx') as book:
          parts = {entry: book.read(entry) for entry in book.namelist()}
      sheet = parts['xl/worksheets/sheet1.xml'].decode()
      sheet = re.sub(r'<c r="F([23])" s="([0-9]+)"/>', r'<c r="F\\1" s="\\2" t="inlineStr"><is><t>keep</t></is></c>', sheet)
      first = re.findall(r'[0-9a-f]{64}', sheet)[0]
      parts['xl/worksheets/sheet1.xml'] = sheet.replace(first, first[::-1]).encode()
      with zipfile.ZipFile('changed.xlsx', 'w') as book:
          for entry, content in parts.items(): book.writestr(entry, content)
      EOF
      """)
    try #require(run.status == 0, "\(run)")
    let refused = try packets.collect("changed.xlsx")
    #expect(refused.status == 1 && refused.output.contains("REV-07"), "\(refused)")
    #expect(try packets.answers() == 0)
  }
}
