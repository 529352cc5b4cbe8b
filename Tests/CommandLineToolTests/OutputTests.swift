import AuditViews
import Chronology
import Diagnostics
import Foundation
import Testing

@testable import CommandLineTool

private let grants = Table(
  name: "grants", title: both("Grants in force", "Gällande tilldelningar"),
  columns: [
    .identifier("grant", both("Grant", "Tilldelning")),
    Column(key: "holder", title: both("Holder", "Innehavare")),
    .number("days", both("Days", "Dagar")),
    Column(key: "status", title: both("Status", "Status")),
    .hidden("decided", both("Decided", "Beslutad")),
    Column(key: "until", title: both("Until", "Till och med")),
    Column(key: "tags", title: both("Tags", "Märken")),
    Column(key: "privileged", title: both("Privileged", "Privilegierad")),
  ],
  rows: [
    [
      .text("G-1"), .text("Åsa Öberg"), .integer(7),
      .word(code: "in_force", both("in force", "gäller")),
      .instant(Instant(milliseconds: 0)), .day(Day(number: 20_000)), .list(["a", "b"]), .flag(true),
    ],
    [
      .text("G-12"), .text("陳大文 🦊"), .integer(-120), .word(code: "ended", both("ended", "upphörd")),
      .empty, .empty, .list([]), .flag(false),
    ],
  ],
  notes: [both("Judged at noon.", "Bedömt klockan tolv.")])

private let hostileTexts = [
  "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "a,b", "say \"hi\"", "two\nlines",
  "two\r\nlines",
  " lead", "trail ", "\u{1B}[2J\u{1B}]0;x\u{7}", "a\u{202E}b", "\u{2028}", "\u{9B}31m", "\u{0}",
  "\u{7F}",
  "back\\slash", "\\n", "a\tb", "e\u{301}", "👩‍👩‍👧", "\u{FEFF}x", "", "\u{E0041}", "'=1",
]

private let hostile = Table(
  name: "hostile", title: both("x", "x"),
  columns: [
    Column(key: "text", title: both("Text", "Text")), Column(key: "list", title: both("L", "L")),
  ],
  rows: hostileTexts.map { [.text($0), .list([$0, "z"])] })

private func render(
  _ table: Table, _ format: OutputFormat = .table, _ options: RenderingOptions = RenderingOptions()
) -> String { TableRenderer(format, options).text(table) }

/// What a Python program makes of an input, as JSON.
private func python(_ code: String, _ input: String) throws -> Any {
  let interpreter = try #require(program("python3"))
  let (output, status) = try run(interpreter, ["-c", code], input: input)
  try #require(status == 0, "\(output)")
  return try JSONSerialization.jsonObject(with: Data(output.utf8), options: .fragmentsAllowed)
}

@Suite struct OutputTests {
  @Test func `people read aligned columns in their language`() {
    #expect(
      render(grants) == """
        Grants in force

        GRANT  HOLDER     DAYS  STATUS    UNTIL       TAGS  PRIVILEGED
        G-1    Åsa Öberg     7  in force  2024-10-04  a, b  yes
        G-12   陳大文 🦊  -120  ended                       no

        Judged at noon.

        """)
    #expect(
      render(grants, .table, RenderingOptions(language: .swedish, hasHeader: false)) == """
        G-1   Åsa Öberg     7  gäller   2024-10-04  a, b  ja
        G-12  陳大文 🦊  -120  upphörd                    nej

        Bedömt klockan tolv.

        """)
    let bold = render(grants, .table, RenderingOptions(usesColour: true))
    #expect(bold.contains("\n\u{1B}[1mGRANT  HOLDER "))
    #expect(bold.contains("PRIVILEGED\u{1B}[0m\n"))
  }

  @Test func `programs read keys and codes in every format and language`() {
    let swedish = RenderingOptions(language: .swedish, instantText: { _ in "igår" })
    #expect(
      render(grants, .json, swedish) == """
        [
          {"grant": "G-1", "holder": "Åsa Öberg", "days": 7, "status": "in_force", "decided": "1970-01-01T00:00:00.000Z", "until": "2024-10-04", "tags": ["a", "b"], "privileged": true},
          {"grant": "G-12", "holder": "陳大文 🦊", "days": -120, "status": "ended", "decided": null, "until": null, "tags": [], "privileged": false}
        ]

        """)
    let lines = render(grants, .jsonl, swedish).split(separator: "\n")
    #expect(lines.count == 2 && lines[1].hasPrefix("{\"grant\": \"G-12\"") && lines[1].last == "}")
    #expect(
      render(grants, .csv, swedish) == "grant,holder,days,status,decided,until,tags,privileged\r\n"
        + "G-1,Åsa Öberg,7,in_force,1970-01-01T00:00:00.000Z,2024-10-04,a; b,true\r\n"
        + "G-12,陳大文 🦊,-120,ended,,,,false\r\n")
    #expect(
      render(grants, .tsv, RenderingOptions(hasHeader: false))
        == "G-1\tÅsa Öberg\t7\tin_force\t1970-01-01T00:00:00.000Z\t2024-10-04\ta; b\ttrue\n"
        + "G-12\t陳大文 🦊\t-120\tended\t\t\t\tfalse\n")
    let visible = Table(
      name: "x", title: both("", ""), columns: [Column(key: "at", title: both("At", "När"))],
      rows: [[.instant(Instant(milliseconds: 0))]])
    #expect(render(visible, .table, swedish) == "NÄR\nigår\n")
  }

  @Test func `an empty table says so to people and stays well-formed for programs`() {
    let table = Table(name: "e", title: both("Nothing", "Inget"), columns: grants.columns)
    #expect(render(table) == "Nothing\n\nNo rows\n")
    let swedish = RenderingOptions(language: .swedish, hasHeader: false)
    #expect(render(table, .table, swedish) == "Inga rader\n")
    #expect(render(table, .json) == "[]\n" && render(table, .jsonl) == "")
    #expect(render(table, .csv, swedish) == "" && render(table, .tsv, swedish) == "")
    #expect(render(table, .csv).hasSuffix("tags,privileged\r\n"))
  }

  @Test func `no line ends in a space and only text gives way to a narrow terminal`() {
    let table = Table(
      name: "t", title: both("", ""),
      columns: [
        .identifier("id", both("Id", "Id")), Column(key: "a", title: both("A", "A")),
        Column(key: "b", title: both("B", "B")), Column(key: "s", title: both("S", "S")),
      ],
      rows: [
        [
          .text("P-" + String(repeating: "9", count: 20)),
          .text(String(repeating: "ord ", count: 20)),
          .text(String(repeating: "界", count: 30)), .word(code: "w", both("waiting for it", "v")),
        ],
        [.text("P-1"), .text("short"), .empty, .empty],
      ])
    for width in [80, 72, 65] {
      let lines = render(table, .table, RenderingOptions(terminalWidth: width)).split(
        separator: "\n")
      #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width && $0.last != " " })
      #expect(lines[1].contains("P-" + String(repeating: "9", count: 20)))
      #expect(lines[1].contains("…") && lines[1].hasSuffix("waiting for it"))
      #expect(DisplayWidth.of(String(lines[1])) >= width - 1)
    }
    let narrow = render(table, .table, RenderingOptions(terminalWidth: 20))
    #expect(narrow.contains(String(repeating: "9", count: 20)) && narrow.contains("waiting for it"))
    #expect(!render(table).contains("…"))
    #expect(render(table).split(separator: "\n").allSatisfy { $0.last != " " })
  }

  @Test func `a hostile text cannot act on the terminal of people`() {
    let shown = render(hostile)
    #expect(!shown.unicodeScalars.contains { $0 != "\n" && VisibleText.isDangerous($0) })
    for visible in [
      "\\u{1B}[2J", "a\\u{202E}b", "\\u{9B}31m", "two\\nlines", "\\u{0}", "\\u{FEFF}x",
    ] {
      #expect(shown.contains(visible))
    }
    let count = shown.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(count == hostileTexts.count + 4)
    for format in OutputFormat.allCases where !format.isBinary {
      let text = render(hostile, format, RenderingOptions(isTerminal: true))
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E }, "\(format)")
    }
  }

  @Test func `the JSON library of Python reads back every text`() throws {
    let code = "import json,sys; print(json.dumps(json.loads(sys.stdin.buffer.read().decode())))"
    let rows = try #require(try python(code, render(hostile, .json)) as? [[String: Any]])
    #expect(rows.map { $0["text"] as? String } == hostileTexts)
    #expect(rows.map { ($0["list"] as? [String])?.first } == hostileTexts)
    let perLine =
      "import json,sys; print(json.dumps([json.loads(l) for l in open(0, newline='\\n')]))"
    let lines = try #require(try python(perLine, render(hostile, .jsonl)) as? [[String: Any]])
    #expect(lines.map { $0["text"] as? String } == hostileTexts)
  }

  @Test func `the CSV library of Python reads back every text, formulas with an apostrophe`() throws
  {
    let code =
      "import csv,json,sys; print(json.dumps(list(csv.reader(open(0, newline='', encoding='utf-8')))))"
    let rows = try #require(try python(code, render(hostile, .csv)) as? [[String]])
    let guarded = hostileTexts.map { text in
      let first = text.unicodeScalars.first
      return first.map { "=+-@\t\r\n＝".unicodeScalars.contains($0) } == true ? "'" + text : text
    }
    #expect(
      rows == [["text", "list"]] + zip(guarded, hostileTexts).map { [$0, alsoGuarded($0, $1)] })
    let lone = Table(
      name: "l", title: both("", ""), columns: [Column(key: "a", title: both("", ""))],
      rows: [[.empty], [.text("x")]])
    #expect(render(lone, .csv) == "a\r\n\"\"\r\nx\r\n")
  }

  /// The list's text beside a guarded text: guarded in the same way.
  private func alsoGuarded(_ guarded: String, _ text: String) -> String {
    (guarded == text ? text : "'" + text) + "; z"
  }

  @Test func `a row of TSV is one line and its escapes give the text back`() {
    let lines = render(hostile, .tsv, RenderingOptions(hasHeader: false)).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast()
    #expect(lines.count == hostileTexts.count)
    for (line, text) in zip(lines, hostileTexts) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      var read = ""
      var scalars = fields[0].unicodeScalars.makeIterator()
      while let scalar = scalars.next() {
        guard scalar == "\\", let escape = scalars.next() else {
          read.unicodeScalars.append(scalar)
          continue
        }
        read.unicodeScalars.append(["t": "\t", "n": "\n", "r": "\r"][escape] ?? escape)
      }
      #expect(fields.count == 2 && Array(read.utf8) == Array(text.utf8), "\(line.debugDescription)")
    }
  }

  @Test func `a text has the width a terminal gives it`() {
    let cases: [(String, Int)] = [
      ("", 0), ("abc", 3), ("åäöÅÄÖ", 6), ("a\u{30A}o\u{308}", 2), ("界", 2), ("한국", 4), ("ｱ", 1),
      ("Ａ", 2),
      ("🦊", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇸🇪", 2), ("❤️", 2), ("❤", 1), ("…", 1), ("“–”", 3), ("1️⃣", 1),
      ("ᄒ\u{1161}\u{11AB}", 2), ("a\u{200D}b", 2), ("😀x", 3),
    ]
    for (text, width) in cases { #expect(DisplayWidth.of(text) == width, "\(text)") }
    #expect(DisplayWidth.shortened("界界界", to: 5) == "界界…")
    #expect(DisplayWidth.shortened("界界界", to: 4) == "界…")
    #expect(DisplayWidth.shortened("ett två tre", to: 9) == "ett två…")
    #expect(DisplayWidth.shortened("abc", to: 3) == "abc")
  }

  @Test func `wide characters are those that Python's Unicode database calls wide`() throws {
    let code = """
      import unicodedata as u, json
      c = [chr(i) for i in range(0x300, 0x40000) if not 0xD800 <= i < 0xE000]
      c = [x for x in c if u.category(x) not in ('Cn', 'Mn', 'Me', 'Cf', 'Cc')]
      print(json.dumps([[ord(x), u.east_asian_width(x) in 'WF'] for x in c]))
      """
    let rows = try #require(try python(code, "") as? [[Int]])
    #expect(rows.count > 100_000)
    let odd = rows.filter { row in
      guard let scalar = Unicode.Scalar(UInt32(row[0])) else { return true }
      // The hexagrams and some signs became wide in Unicode 16; the vowels of Hangul take no room.
      if [0x4DC0...0x4DFF, 0x2630...0x268F, 0x1160...0x11FF, 0xD7B0...0xD7FF].contains(where: {
        $0.contains(row[0])
      }) {
        return false
      }
      return DisplayWidth.of(scalar) != (row[1] == 1 ? 2 : 1)
    }
    #expect(odd.isEmpty, "\(odd.prefix(20).map { String($0[0], radix: 16) })")
  }

  @Test func `the language is what the option says, else what the environment says`() {
    let cases: [([String], [String: String], Language)] = [
      ([], [:], .english), (["--lang", "sv"], [:], .swedish),
      (["who", "--lang=sv"], [:], .swedish),
      (["--lang=en"], ["LANG": "sv_SE.UTF-8"], .english), (["--", "--lang=sv"], [:], .english),
      (["--lang", "xx"], ["LANG": "sv"], .swedish), ([], ["LANG": "sv_SE.UTF-8"], .swedish),
      ([], ["LC_ALL": "C", "LANG": "sv_SE"], .english),
      ([], ["LC_ALL": "", "LANG": "sv_SE"], .swedish),
      ([], ["LC_MESSAGES": "sv", "LANG": "en_GB"], .swedish), ([], ["LANG": "svk"], .english),
    ]
    for (arguments, environment, expected) in cases {
      #expect(
        Language.selected(arguments: arguments, environment: environment) == expected,
        "\(arguments) \(environment)")
    }
  }

  @Test func `a column that is empty in every row is for programs only`() {
    let table = Table(
      name: "x", title: both("", ""),
      columns: ["a", "b", "c"].map { Column(key: $0, title: both($0, $0)) },
      rows: [[.text("1"), .empty, .list([])], [.text("2"), .text(""), .text("z")]])
    #expect(render(table) == "A  C\n1\n2  z\n")
    #expect(render(table, .tsv) == "a\tb\tc\n1\t\t\n2\t\tz\n")
    var nothing = Table(name: "x", title: both("", ""), columns: table.columns)
    #expect(render(nothing) == "No rows\n")
    nothing.ifEmpty = both("Nobody \u{1B}has it", "Ingen")
    #expect(render(nothing) == "Nobody \\u{1B}has it\n" && render(nothing, .json) == "[]\n")
  }

  @Test func `a table written row by row is the table written at once`() {
    for table in [grants, hostile] {
      for format in OutputFormat.allCases {
        for options in [RenderingOptions(), RenderingOptions(hasHeader: false, isTerminal: true)] {
          guard var stream = RowStream(format, options, columns: table.columns) else {
            #expect(format == .table || format == .xlsx)
            continue
          }
          var pieces = [stream.taken()]
          for row in table.rows {
            stream.append(row)
            pieces.append(stream.taken())
            #expect(stream.pendingCount == 0)
          }
          stream.finish()
          pieces.append(stream.taken())
          #expect(Array(pieces.joined()) == TableRenderer(format, options).bytes(table))
          // Each piece of an object a line can be read before the next one comes.
          #expect(
            format == .json || format == .csvSwedish
              || pieces.allSatisfy { $0.isEmpty || $0.last == 0x0A })
        }
      }
    }
    let mixed = [Column.forPeople("p", both("P", "P")), Column(key: "q", title: both("Q", "Q"))]
    var stream = RowStream(.tsv, RenderingOptions(), columns: mixed)
    stream?.append([.text("people"), .text("everybody")])
    #expect(stream?.taken() == Array("q\neverybody\n".utf8))
  }

  @Test func `colour and width are for terminals that want them`() {
    func colour(_ terminal: Bool, _ environment: [String: String]) -> Bool {
      TerminalDecision.allowsColour(isTerminal: terminal, environment: environment)
    }
    #expect(colour(true, [:]) && colour(true, ["NO_COLOR": ""]) && !colour(false, [:]))
    #expect(!colour(true, ["NO_COLOR": "1"]) && !colour(true, ["TERM": "dumb"]))
    func width(_ terminal: Bool, _ measured: Int?, _ columns: String?) -> Int? {
      TerminalDecision.width(
        isTerminal: terminal, measured: measured,
        environment: columns.map { ["COLUMNS": $0] } ?? [:])
    }
    #expect(width(true, 100, nil) == 100 && width(true, 100, "60") == 60)
    #expect(
      width(false, 100, "60") == nil && width(true, 3, "x") == nil && width(true, nil, nil) == nil)
  }
}
