import Testing

@testable import IdentityRegister

@Suite struct `Indexes of texts` {
  private func count(_ register: IdentityRegister) throws -> Int64 {
    try register.connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE name IN ('text_by_likeness', 'text_by_subject')")
  }

  @Test func `are left for a long run and made at its end, and answers are the same without them`()
    throws
  {
    let place = try TemporaryRegister()
    let register = try place.open()
    #expect(try count(register) == 2)
    for number in 0..<4 {
      var text = openText(number, number == 3 ? "Another" : "Alike", subject: "P-\(number % 2)")
      text.field = "need"
      if number == 2 { try register.leaveIndexes() }
      _ = try register.put(Batch(texts: [text]))
    }
    func alike() throws -> Set<String> {
      try register.subjects(ofLatest: 100, like: "alike") { $0.elementsEqual("Alike".utf8) }
    }
    #expect(try count(register) == 0)
    #expect(try alike() == ["P-0", "P-1"])
    // A reader changes nothing.
    #expect(try count(place.open(.readOnly)) == 0)
    try register.makeIndexes()
    #expect(try count(register) == 2)
    #expect(try alike() == ["P-0", "P-1"])
    try register.leaveIndexes()
    _ = try register.erase(person: "P-1", at: moment, basis: basis)
    #expect(try alike() == ["P-0"])
    try register.check()
  }

  @Test func `are there again once somebody opens for writing after a run that was cut off`() throws
  {
    let place = try TemporaryRegister()
    try place.open().leaveIndexes()
    let register = try place.open()
    #expect(try count(register) == 2)
    try register.check()
    let reader = try place.open(.readOnly)
    #expect(code { try reader.leaveIndexes() } == "IDR-08")
    #expect(code { try reader.makeIndexes() } == "IDR-08")
  }
}
