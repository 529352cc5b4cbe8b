import Diagnostics
import Interchange
import Testing

@Suite struct SeparatedValuesTests {
  private static func read(
    _ text: String, required: [String] = ["a", "b"], optional: [String] = ["c"]
  ) throws(Diagnostic) -> [[String?]] {
    try SeparatedValues(Array(text.utf8), required: required, optional: optional).rows.map {
      [$0["a"], $0["b"], $0["c"]]
    }
  }

  private static func code(_ text: String) -> String? {
    do throws(Diagnostic) {
      _ = try read(text)
      return nil
    } catch {
      return error.code
    }
  }

  @Test(arguments: [",", ";", "\t"])
  func `the heading says which separator, in any order of columns`(_ mark: String) throws {
    let text = ["B\(mark)a", "1\(mark)2", "", "  3 \(mark)", "\(mark)\"x\(mark)\"\"y\"\"\""]
      .joined(separator: "\n")
    #expect(
      try Self.read(text) == [["2", "1", nil], [nil, "3", nil], ["x\(mark)\"y\"", nil, nil]])
  }

  @Test func `line ends, the byte order mark and a missing last line end do not matter`() throws {
    for text in ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "\u{FEFF}a,b\n1,2", "\n\na,b\n\n1,2\n\n"] {
      #expect(try Self.read(text) == [["1", "2", nil]], "\(text.debugDescription)")
    }
  }

  @Test func `a value in quotation marks may hold lines, and rows tell where they begin`() throws {
    let rows = try SeparatedValues(
      Array("a,b\n\"1\n2\",x\n3,y\n".utf8), required: ["a", "b"], optional: []
    ).rows
    #expect(rows.map(\.line) == [2, 4])
    #expect(rows[0]["a"] == "1\n2")
    #expect(rows[1].list("b") == ["y"])
  }

  @Test func `white space and empty lines do not count, and a doubled quotation mark is one`()
    throws
  {
    let rows = try SeparatedValues(
      Array("person,need\nbo.ek,\"Says \"\"yes\"\",\nand more\"\n\n  eva , \n".utf8),
      required: ["person"], optional: ["need"]
    ).rows
    #expect(rows.map { $0["person"] } == ["bo.ek", "eva"])
    #expect(rows.map { $0["need"] } == ["Says \"yes\",\nand more", nil])
    #expect(rows.map(\.line) == [2, 5])
    #expect(try Self.read("a,b\n").isEmpty)
  }

  @Test func `a reader may bound the rows`() {
    func code(rows count: Int) -> String? {
      let bytes = Array(("a\n" + String(repeating: "1\n", count: count)).utf8)
      do throws(Diagnostic) {
        _ = try SeparatedValues(bytes, required: ["a"], optional: [], rowsMax: 1_000)
        return nil
      } catch {
        return error.code
      }
    }
    #expect(code(rows: 1_000) == nil)
    #expect(code(rows: 1_001) == "CSV-01")
  }

  @Test func `lists are parted by a bar`() throws {
    let rows = try SeparatedValues(
      Array("a,b\n x | y||z ,\n".utf8), required: ["a", "b"], optional: []
    ).rows
    #expect(rows[0].list("a") == ["x", "y", "z"])
    #expect(rows[0].list("b") == [])
    #expect(throws: Diagnostic.self) { try rows[0].required("b") }
  }

  @Test func `what is no table is refused, with the line`() {
    #expect(Self.code("") == "CSV-02")
    #expect(Self.code("a\n1") == "CSV-02")
    #expect(Self.code("a,b,d\n1,2,3") == "CSV-02")
    #expect(Self.code("a,b,b\n1,2,3") == "CSV-02")
    #expect(Self.code("a,b\n1") == "CSV-03")
    #expect(Self.code("a,b\n1,2,3") == "CSV-03")
    #expect(Self.code("a,b\n\"1,2") == "CSV-01")
    #expect(Self.code("a,b\n\"1\"x,2") == "CSV-01")
    #expect(Self.code("a,b\n1,2\u{0}") == "CSV-01")
    #expect(Self.code("a,b\n1,2\"3") == "CSV-01")
    #expect(Self.code("a,b\n1,2") == nil)
    #expect(throws: Diagnostic.self) {
      try SeparatedValues([0x61, 0x2C, 0x62, 0x0A, 0xFF], required: ["a", "b"], optional: [])
    }
  }

  @Test func `any bytes are a table or a refusal`() {
    var state: UInt64 = 7
    let pieces: [[UInt8]] = ["a", "b", ",", ";", "\"", "\n", "\r", "é", " "].map { Array($0.utf8) }
    for _ in 0..<3_000 {
      var bytes = Array("a,b\n".utf8)
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes += pieces[Int((state >> 33) % UInt64(pieces.count))]
      }
      let table: SeparatedValues?
      do throws(Diagnostic) {
        table = try SeparatedValues(bytes, required: ["a", "b"], optional: [])
      } catch {
        #expect(error.code.hasPrefix("CSV-"))
        continue
      }
      #expect(table?.rows.allSatisfy { $0.line > 1 } == true)
    }
  }
}
