import Testing

@testable import IdentityRegister

@Suite struct `Indexes of texts` {
  private func count(_ register: IdentityRegister) throws -> Int64 {
    try register.connection.integer(
      "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name LIKE 'text_by_%'")
  }

  @Test func `are left for a long run and made at its end, and answers are the same without them`()
    throws
  {
    let place = try TemporaryRegister()
    let register = try place.open()
    #expect(try count(register) == 3)
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
    #expect(try count(register) == 3)
    #expect(try alike() == ["P-0", "P-1"])
    try register.leaveIndexes()
    _ = try register.erase(person: "P-1", at: moment, basis: basis)
    #expect(try alike() == ["P-0"])
    try register.check()
  }

  @Test func `texts that are known to be new are added unseen, and taken back by their rows`()
    throws
  {
    let place = try TemporaryRegister()
    let register = try place.open()
    for leavesIndexes in [false, true] {
      if leavesIndexes { try register.leaveIndexes() }
      let base = leavesIndexes ? 10 : 0
      let kept = openText(base, "Kept", subject: "P-1")
      _ = try register.put(Batch(texts: [kept], areTextsNew: true))
      let texts = (1..<5).map { openText(base + $0, "Withdrawn", subject: "P-2") }
      let receipt = try register.put(Batch(texts: texts, areTextsNew: true))
      for text in texts { #expect(try register.text(for: text.commitment) == .present(text)) }
      // What was erased meanwhile stays erased.
      _ = try register.erase(person: "P-2", at: moment, basis: basis)
      let others = (5..<8).map { openText(base + $0, "Withdrawn", subject: "P-3") }
      try register.withdraw(try register.put(Batch(texts: others, areTextsNew: true)))
      try register.withdraw(receipt)
      for text in others {
        #expect(code { _ = try register.text(for: text.commitment) } == "IDR-17")
      }
      for text in texts {
        guard case .erased = try register.text(for: text.commitment) else {
          Issue.record("\(text.event) is no longer known as erased")
          continue
        }
      }
      #expect(try register.text(for: kept.commitment) == .present(kept))
      try register.check()
    }
  }

  @Test func `are there again once somebody opens for writing after a run that was cut off`() throws
  {
    let place = try TemporaryRegister()
    try place.open().leaveIndexes()
    let register = try place.open()
    #expect(try count(register) == 3)
    try register.check()
    let reader = try place.open(.readOnly)
    #expect(code { try reader.leaveIndexes() } == "IDR-08")
    #expect(code { try reader.makeIndexes() } == "IDR-08")
  }
}
