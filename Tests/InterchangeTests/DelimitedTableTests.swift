import Diagnostics
import Interchange
import Testing

@Suite struct `A list as spreadsheets write it` {
  private func table(_ text: String) throws(Diagnostic) -> DelimitedTable {
    try DelimitedTable(
      Array(text.utf8), columns: ["person", "need", "until"], required: ["person"])
  }

  private func code(_ text: String) -> String? {
    do {
      _ = try table(text)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `commas or semicolons, quotation marks, and lines of either kind`() throws {
    let texts = [
      "person,need\nbo.ek,Handles cases\n",
      "\u{FEFF}Person;Need\r\nbo.ek;\"Handles cases\"\r\n\r\n",
      "need,person\n\"Handles cases\",bo.ek",
    ]
    for text in texts {
      let rows = try table(text).rows
      #expect(rows.map(\.values) == [["person": "bo.ek", "need": "Handles cases"]])
      #expect(rows[0].line == 2)
    }
    let odd = try table("person,need\nbo.ek,\"Says \"\"yes\"\",\nand more\"\n\n  eva , \n").rows
    #expect(
      odd.map(\.values) == [
        ["person": "bo.ek", "need": "Says \"yes\",\nand more"], ["person": "eva"],
      ])
    #expect(odd.map(\.line) == [2, 5])
    #expect(try table("person\n").rows.isEmpty)
  }

  @Test func `what is no such list is refused with its line`() {
    #expect(code("") == "LST-02")
    #expect(code("name,need\n") == "LST-02")
    #expect(code("person,person\n") == "LST-02")
    #expect(code("need\n") == "LST-02")
    #expect(code("person,need\nbo.ek\n") == "LST-03")
    #expect(code("person\nbo.ek,x\n") == "LST-03")
    #expect(code("person\n\"bo.ek\n") == "LST-01")
    #expect(code("person\nbo\"ek\n") == "LST-01")
    #expect(code("person\n\"bo\"ek\n") == "LST-01")
    #expect(code("person\n" + String(repeating: "bo.ek\n", count: 1_001)) == "LST-01")
    let foreign: [UInt8] = [0x70, 0xE5, 0x0A]
    #expect(throws: Diagnostic.self) {
      try DelimitedTable(foreign, columns: ["person"], required: [])
    }
  }
}
