import Foundation
import Testing

/// Answers as workbooks and as CSV, in the hands of programs that others wrote.
@Suite struct SheetTests {
  private static func office() throws -> Office {
    let office = try Office()
    let made = try office.script(
      """
      liggare-rehearsal 2026-01-13T08:00:00.000Z hostile system register '=1+1;"x"' --owner U-2
      liggare-rehearsal 2026-01-13T09:00:00.000Z more system register '@SUM(A1), åäö' --owner U-2
      """)
    try #require(made.status == 0, "\(made)")
    return office
  }

  /// What a library of Python reads in each sheet of a workbook.
  private func read(_ office: Office, _ file: String) throws -> [String: [[Any?]]] {
    let code = """
      import datetime, json, sys, openpyxl
      book = openpyxl.load_workbook(sys.argv[1])
      def plain(v): return v.isoformat() if isinstance(v, (datetime.date, datetime.datetime)) else v
      sheets = {}
      for sheet in book:
          assert not any(c.data_type == "f" for row in sheet for c in row), "a formula"
          sheets[sheet.title] = [[plain(c.value) for c in row] for row in sheet]
      first = book.worksheets[0]
      assert first.freeze_panes == "A2" and first.auto_filter.ref, (first.freeze_panes, first.auto_filter.ref)
      assert all(c.font.bold for c in first[1])
      print(json.dumps(sheets))
      """
    let run = try office.run(["/usr/bin/python3", "-c", code, file])
    try #require(run.status == 0, "\(run)")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: [[Any]]]).mapValues { rows in
      rows.map { $0.map { $0 is NSNull ? nil : $0 } }
    }
  }

  @Test(arguments: ["systems", "grants", "requests", "persons", "roles"])
  func `a view is a workbook with the same rows, dates as dates and numbers as numbers`(
    _ view: String
  ) throws {
    let office = try Self.office()
    let made = try office.script(
      """
      export TZ=UTC
      liggare view \(view) --as-of 2026-02-01 --format xlsx --out answer.xlsx
      liggare view \(view) --as-of 2026-02-01 --format xlsx > again.xlsx
      cmp answer.xlsx again.xlsx
      stat -c %a answer.xlsx
      """)
    #expect(made.status == 0 && made.output == "600\n", "\(made)")
    let listed = try office.run(
      ["liggare", "view", view, "--as-of", "2026-02-01", "--format", "json"])
    let rows = try #require(
      try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    let book = try read(office, "answer.xlsx")
    let sheet = try #require(book[view])
    #expect(sheet.count == rows.count + 1 && rows.count > 1)
    var dates = 0
    var numbers = 0
    for (cells, row) in zip(sheet.dropFirst(), rows) {
      for value in row.values {
        // An identifier, a name or a number stands there as it is.
        if let number = value as? Int, isNumber(value) {
          numbers += cells.contains { ($0 as? Int) == number } ? 1 : 0
        }
      }
      dates += cells.count { ($0 as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT.*/) != nil }
      let id = row.values.compactMap { $0 as? String }.filter { $0.contains("-") && $0.count < 6 }
      #expect(
        id.allSatisfy { id in cells.contains { ($0 as? String)?.contains(id) == true } },
        "\(cells) \(row)")
    }
    #expect(view == "systems" || dates > 0)
    #expect(numbers > 0 || !["systems", "persons"].contains(view))
    let about = try #require(book["About"]).map { $0.map { $0 as? String ?? "" } }
    #expect(about.contains { $0[0] == "View" && $0[1] == view }, "\(about)")
    let head = try office.liggare("status", "--format", "json").output
    let root = try #require(about.first { $0[0] == "Root" })[1]
    #expect(head.replacing("\\/", with: "/").contains(root), "\(about)")
  }

  private func isNumber(_ value: Any) -> Bool {
    (value as? NSNumber).map { String(cString: $0.objCType) != "c" } ?? false
  }

  @Test func `LibreOffice reads each cell as the table for people has it`() throws {
    let office = try Self.office()
    let made = try office.script(
      """
      liggare view grants --as-of 2026-02-01 --lang sv --format xlsx --out grants.xlsx
      soffice --headless -env:UserInstallation=file://$PWD/soffice --convert-to \\
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1' \\
        --outdir out grants.xlsx
      cat out/*.csv
      """)
    try #require(made.status == 0, "\(made)")
    let told = try office.run([
      "liggare", "view", "grants", "--as-of", "2026-02-01", "--lang", "sv",
    ])
    let table = try FileManager.default.contentsOfDirectory(atPath: office.folder + "/out")
    let text = String(
      decoding: try Office.bytes("\(office.folder)/out/\(try #require(table.first))"),
      as: UTF8.self)
    #expect(text.hasPrefix("Tilldelning,Person,Namn,"), "\(text)")
    let lines = text.split(separator: "\n").dropFirst()
    let shown = told.output.split(separator: "\n").filter { $0.hasPrefix("G-") }
    #expect(lines.count == shown.count && lines.count > 3)
    for (line, row) in zip(lines, shown) {
      for cell in line.split(separator: ",") {
        // A moment has its seconds in the workbook.
        let cell = cell.replacing(#/ (\d\d:\d\d):\d\d$/#) { " \($0.1)" }
        #expect(row.contains(cell.replacing("\"", with: "")), "\(cell): \(row)")
      }
    }
  }

  @Test func `a card is a workbook with a sheet for each part`() throws {
    let office = try Self.office()
    #expect(
      try office.liggare("person", "show", "bo.ek", "--format", "xlsx", "--out", "p.xlsx").status
        == 0)
    let book = try read(office, "p.xlsx")
    #expect(book["person"]?.contains { ($0.last ?? nil) as? String == "Bo Ek" } == true, "\(book)")
    #expect(book.count > 5 && book["access"] != nil)
  }

  @Test func `CSV for Swedish spreadsheets has semicolons, decimal commas and a byte order mark`()
    throws
  {
    let office = try Self.office()
    let made = try office.script(
      """
      liggare view systems --format csv-sv --out sv.csv
      liggare view systems --format json --out systems.json
      liggare sql "select 2.5 as half, -1 as less, '-1' as text, '=1' as formula" --format csv-sv --out half.csv
      /usr/bin/python3 - <<'EOF'
      import csv, json
      raw = open('sv.csv', 'rb').read()
      assert raw.startswith(b'\\xef\\xbb\\xbf') and raw.count(b'\\n') == raw.count(b'\\r\\n')
      rows = list(csv.DictReader(open('sv.csv', encoding='utf-8-sig', newline=''), delimiter=';'))
      known = json.load(open('systems.json'))
      assert len(rows) == len(known) > 2
      for row, system in zip(rows, known):
          assert row['system'] == system['system']
          name = system['system_name']
          assert row['system_name'] == ("'" + name if name[0] in '=+-@' else name), row
      half = open('half.csv', 'rb').read().decode('utf-8-sig').split('\\r\\n')
      assert half[1] == "2,5;-1;'-1;'=1", half
      EOF
      soffice --headless -env:UserInstallation=file://$PWD/soffice --convert-to csv --outdir out \\
        --infilter='Text - txt - csv (StarCalc):59,34,76,1' sv.csv
      grep -q "'=1+1" out/sv.csv
      grep -q 'åäö' out/sv.csv
      """)
    #expect(made.status == 0, "\(made)")
  }

  @Test func `a workbook is not written to a terminal`() throws {
    let office = try Self.office()
    let run = try office.script(
      "script -qec 'liggare view systems --format xlsx' /dev/null > said || test $? = 2; cat said")
    #expect(run.status == 0 && run.output.hasPrefix("CLI-78"), "\(run)")
  }
}
