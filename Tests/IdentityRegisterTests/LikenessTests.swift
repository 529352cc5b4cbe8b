import Diagnostics
import IdentityRegister
import Testing

@Suite struct `Needs stated in the same words` {
  @Test func `are found by whose they are, among the latest, and not once they are erased`() throws
  {
    let place = try TemporaryRegister()
    let register = try place.open()
    for (number, person) in ["P-1", "P-2", "P-2", "P-3"].enumerated() {
      _ = try register.put(
        Batch(texts: [openText(number, number == 3 ? "Another need" : "The need", subject: person)])
      )
    }
    func subjects(_ count: Int = 100, _ field: String = openText(0, "").field) throws -> Set<String>
    {
      try register.subjects(ofLatest: count, in: field) { $0.elementsEqual("The need".utf8) }
    }
    #expect(try subjects() == ["P-1", "P-2"])
    #expect(try subjects(2) == ["P-2"])
    #expect(try subjects(0) == [])
    #expect(try subjects(100, "other") == [])
    _ = try register.erase(person: "P-2", at: moment, basis: basis)
    #expect(try subjects() == ["P-1"])
  }
}
