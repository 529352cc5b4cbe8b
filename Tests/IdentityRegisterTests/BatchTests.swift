import Diagnostics
import Foundation
import IdentityRegister
import Testing

@Suite struct BatchTests {
  private let anna = Identity(
    person: "P-1", name: "Anna Berg", userName: "anna.berg", employeeNumber: "10017",
    email: "anna.berg@kommun.example", title: "Handläggare")

  @Test func `identities and texts come back as they were put`() throws {
    let place = try TemporaryRegister()
    let hostile = Identity(
      person: "P-';--", name: "Robert'); DROP TABLE identity;--", userName: "\"quoted\"",
      employeeNumber: "%_\\", email: "🙂👩‍👩‍👧@kommun.example", title: String(repeating: "å", count: 200),
      isProtected: true)
    let texts = [
      openText(1, "Behöver läsa ärenden.\n\tTvå rader 🙂", subject: "P-1"), openText(2, ""),
      openText(3, String(repeating: "ö", count: 4_000)), openText(4, "e\u{301}"),
    ]
    let receipt = try place.open().put(Batch(identities: [anna, hostile], texts: texts))
    #expect(!receipt.isEmpty)
    for access in [IdentityRegister.Access.readOnly, .readWrite] {
      let register = try place.open(access)
      #expect(try register.identities() == [anna, hostile])
      #expect(try register.identity(of: "P-1") == .present(anna))
      #expect(try register.identity(of: hostile.person) == .present(hostile))
      #expect(try register.identity(of: "p-1") == .unknown)
      #expect(try register.resolve(hostile.name) == .one(hostile.person))
      for text in texts {
        guard case .present(let found) = try register.text(for: text.commitment) else {
          Issue.record("not present")
          return
        }
        #expect(found == text && Array(found.text.utf8) == Array(text.text.utf8))
      }
      var events: [String] = []
      try register.forEachCommitment { (_, event) throws(Diagnostic) in events.append(event) }
      #expect(events == texts.map(\.event))
    }
  }

  @Test func `an unknown commitment is an error and a locked text is not shown`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    let text = openText(1, "hemlig", subject: "P-1")
    for commitment in [text.commitment, [], [1, 2, 3]] {
      #expect(code { _ = try register.text(for: commitment) } == "IDR-17")
      #expect(code { try register.setLocked(true, for: commitment) } == "IDR-17")
    }
    _ = try register.put(Batch(texts: [text]))
    try register.setLocked(true, for: text.commitment)
    #expect(try register.text(for: text.commitment) == .locked)
    try register.setLocked(false, for: text.commitment)
    #expect(try register.text(for: text.commitment) == .present(text))
    // A commitment that shares its first bytes is another commitment.
    var other = text.commitment
    other[31] ^= 1
    #expect(code { _ = try register.text(for: other) } == "IDR-17")
  }

  @Test func `values out of bounds are refused and nothing of their batch is kept`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    var identities: [Identity] = []
    for person in ["", "P 1", "P-å", "P-\0", String(repeating: "P", count: 33)] {
      identities.append(Identity(person: person, name: "Bo"))
    }
    for name in [
      "", "  ", "a\0b", "a\nb", "a\u{1B}[31m", "a\u{202E}b", "a\u{85}b",
      String(repeating: "x", count: 201),
      "x" + String(repeating: "\u{301}", count: 200),
    ] {
      identities.append(Identity(person: "P-2", name: name))
      identities.append(Identity(person: "P-2", name: "Bo", userName: name))
      identities.append(Identity(person: "P-2", name: "Bo", employeeNumber: name))
      identities.append(Identity(person: "P-2", name: "Bo", email: name))
      identities.append(Identity(person: "P-2", name: "Bo", title: name))
    }
    let good = openText(1, "bra")
    for identity in identities {
      let batch = Batch(identities: [anna, identity], texts: [good])
      #expect(code { _ = try register.put(batch) } == "IDR-12", "\(identity)")
    }
    var texts: [OpenText] = []
    for change in 0..<9 {
      var text = openText(2, "x")
      switch change {
      case 0: text.commitment.removeLast()
      case 1: text.salt.append(0)
      case 2: text.event = String(repeating: "A", count: 32)
      case 3: text.event = "abc"
      case 4: text.field = ""
      case 5: text.field = "re ason"
      case 6: text.text = String(repeating: "ö", count: 4_001)
      case 7: text.text = "a\0b"
      default: text.subject = ""
      }
      texts.append(text)
    }
    for text in texts {
      #expect(
        code { _ = try register.put(Batch(identities: [anna], texts: [good, text])) } == "IDR-12")
    }
    let many = Batch(identities: Array(repeating: anna, count: Batch.identitiesMax + 1))
    #expect(code { _ = try register.put(many) } == "IDR-13")
    #expect(try register.identities().isEmpty)
    #expect(code { _ = try register.text(for: good.commitment) } == "IDR-17")
  }

  @Test func `a text that collides with another takes its whole batch with it`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    let text = openText(1, "é")
    #expect(try !register.put(Batch(texts: [text])).isEmpty)
    #expect(try register.put(Batch(texts: [text, text])).isEmpty)
    for change in 0..<4 {
      var other = text
      switch change {
      case 0: other.text = "annat"
      case 1: other.text = "e\u{301}"
      case 2: other.salt[0] ^= 1
      default: other.subject = "P-9"
      }
      let batch = Batch(identities: [anna], texts: [openText(2, "ny"), other])
      #expect(code { _ = try register.put(batch) } == "IDR-14")
    }
    #expect(try register.identities().isEmpty)
    #expect(code { _ = try register.text(for: openText(2, "").commitment) } == "IDR-17")
  }

  @Test func `withdrawing a batch restores exactly what was before`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    let old = openText(1, "gammal", subject: "P-1")
    _ = try register.put(Batch(identities: [anna], texts: [old]))
    var married = anna
    married.name = "Anna Öberg"
    married.userName = "anna.oberg"
    var marriedAgain = married
    marriedAgain.title = "Chef"
    let bo = Identity(person: "P-2", name: "Bo Ek")
    let receipt = try register.put(
      Batch(
        identities: [married, bo, marriedAgain], texts: [old, openText(2, "ny", subject: "P-2")]))
    #expect(try register.resolve("anna.oberg") == .one("P-1"))
    // The receipt holds in another process as well.
    let other = try place.open()
    try other.withdraw(receipt)
    #expect(try register.identities() == [anna])
    #expect(try register.resolve("anna.berg") == .one("P-1"))
    for written in ["anna.oberg", "Bo Ek", "P-2"] {
      guard case .none = try register.resolve(written) else {
        Issue.record("\(written) is still known")
        continue
      }
    }
    #expect(try register.text(for: old.commitment) == .present(old))
    #expect(code { _ = try register.text(for: openText(2, "").commitment) } == "IDR-17")
    // Twice is once, and what has changed since is not touched.
    try register.withdraw(receipt)
    #expect(try register.identities() == [anna])
    let second = try register.put(Batch(identities: [married]))
    try register.put(marriedAgain)
    try register.withdraw(second)
    #expect(try register.identities() == [marriedAgain])
    #expect(try register.put(marriedAgain).isEmpty)
    try register.check()
  }
}
