import Testing

@testable import IdentityRegister

@Suite struct SeveralIdentitiesTests {
  @Test func `several at once are what each is alone, and a writer is not kept out afterwards`()
    throws
  {
    let place = try TemporaryRegister()
    let register = try place.open()
    let numbers = (0..<40).map { $0 }
    _ = try register.put(
      Batch(identities: numbers.map { Identity(person: "P-\($0)", name: "Name \($0)") }, texts: []))
    _ = try register.erase(persons: ["P-7", "P-8"], at: moment, basis: basis)
    let asked = ["P-3", "P-7", "P-99", "P-3", "P-39"]
    let found = try register.identities(of: asked)
    #expect(try found == asked.map { try register.identity(of: $0) })
    #expect(found[1] != found[0] && found[2] == .unknown && found[3] == found[0])
    #expect(try register.identities(of: []).isEmpty)
    // The reading is over: others and this one may write.
    let other = try place.open()
    try other.put(Identity(person: "P-50", name: "Other"))
    try register.put(Identity(person: "P-51", name: "Same"))
    #expect(
      try register.identities(of: ["P-50", "P-51"])
        == [
          .present(Identity(person: "P-50", name: "Other")),
          .present(Identity(person: "P-51", name: "Same")),
        ])
  }
}
