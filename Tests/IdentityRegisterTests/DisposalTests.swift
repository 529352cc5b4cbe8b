import Chronology
import Diagnostics
import Foundation
import Testing

@testable import IdentityRegister

@Suite struct `Texts that are disposed of` {
  private func texts() -> [OpenText] {
    (0..<40).map { openText($0, "quicksilver\($0)x", subject: "P-\($0 % 4)") }
  }

  private func disposal(_ texts: some Sequence<OpenText>, at position: UInt64 = 7) -> Disposal {
    Disposal(
      position: position, at: moment, decision: "DI-1", commitments: texts.map(\.commitment))
  }

  @Test func `no byte of them is left, and the rest is as it was`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    let texts = texts()
    _ = try register.put(Batch(texts: texts))
    #expect(try register.carryOut([disposal(texts.prefix(20))]) == 20)
    let bytes = try place.bytes()
    for (number, text) in texts.enumerated() {
      let isThere = bytes.range(of: Data(text.text.utf8)) != nil
      #expect(isThere == (number >= 20), "\(number)")
      #expect((bytes.range(of: Data(text.salt)) != nil) == (number >= 20), "\(number)")
    }
    #expect(
      try register.text(for: texts[3].commitment) == .disposed(at: moment, decision: "DI-1"))
    #expect(try register.text(for: texts[30].commitment) == .present(texts[30]))
    #expect(code { _ = try register.put(Batch(texts: [texts[3]])) } == "IDR-15")
    #expect(try register.carriedOutDisposals() == [7])
    #expect(try !register.isCleaningDue())
    try register.check()
  }

  @Test func `carrying out again changes nothing, and an erased text stays erased`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    let texts = texts()
    _ = try register.put(Batch(texts: texts))
    try register.erase(person: "P-0", at: moment, basis: "left")
    #expect(try register.carryOut([disposal(texts)]) == 30)
    #expect(try register.text(for: texts[0].commitment) == .erased(at: moment, basis: "left"))
    #expect(try register.carryOut([disposal(texts)]) == 0)
    #expect(try register.carryOut([disposal([openText(99, "not here")], at: 8)]) == 0)
    #expect(try register.carriedOutDisposals() == [7, 8])
    #expect(code { _ = try place.open(.readOnly).carryOut([self.disposal(texts)]) } == "IDR-08")
  }

  @Test func `what was disposed of later is destroyed again in a copy from before`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    let texts = texts()
    _ = try register.put(Batch(texts: texts))
    let path = place.folder + "/copy.sqlite"
    try register.copy(to: path)
    try register.carryOut([disposal(texts.prefix(5))])
    let copy = try IdentityRegister(opening: path, .readWrite)
    #expect(try copy.replay(register.disposedTexts()) == 5)
    #expect(try copy.replay(register.disposedTexts()) == 0)
    #expect(try copy.text(for: texts[0].commitment) == .disposed(at: moment, decision: "DI-1"))
    let bytes = FileManager.default.contents(atPath: path) ?? Data()
    #expect(bytes.range(of: Data("quicksilver0x".utf8)) == nil)
    #expect(bytes.range(of: Data("quicksilver9x".utf8)) != nil)
  }
}
