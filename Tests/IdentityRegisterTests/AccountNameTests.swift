import Chronology
import Diagnostics
import IdentityRegister
import Testing

@Suite struct AccountNameTests {
  @Test func `account names are found both ways, in exactly their spelling`() throws {
    let file = try TemporaryRegister()
    let register = try file.open()
    let names = [
      AccountName(system: "S-1", account: "C-1", name: "anna", subject: "P-1"),
      AccountName(system: "S-2", account: "C-2", name: "anna"),
      AccountName(system: "S-1", account: "C-3", name: "Anna"),
    ]
    let receipt = try register.put(Batch(accounts: names))
    #expect(try register.name(ofAccount: "C-2") == names[1])
    #expect(try register.accounts(named: "anna", in: "S-1") == [names[0]])
    var seen: [AccountName] = []
    try register.forEachAccount(in: "S-1") { seen.append($0) }
    #expect(seen == [names[0], names[2]])
    // Put again it is no change; renamed it is one, and can be taken back.
    #expect(try register.put(Batch(accounts: names)).isEmpty)
    let renamed = AccountName(system: "S-1", account: "C-1", name: "anna.berg", subject: "P-1")
    let second = try register.put(Batch(accounts: [renamed]))
    #expect(try register.accounts(named: "anna", in: "S-1").isEmpty)
    try register.withdraw(second)
    #expect(try register.name(ofAccount: "C-1") == names[0])
    try register.withdraw(receipt)
    #expect(try register.name(ofAccount: "C-1") == nil)
    #expect(throws: Diagnostic.self) {
      try register.put(
        Batch(accounts: [AccountName(system: "S-1", account: "C-1", name: "a\u{7}b")]))
    }
  }

  @Test func `erasing a person erases the names of their accounts`() throws {
    let file = try TemporaryRegister()
    let register = try file.open()
    _ = try register.put(
      Batch(
        accounts: [
          AccountName(system: "S-1", account: "C-1", name: "anna", subject: "P-1"),
          AccountName(system: "S-1", account: "C-2", name: "postgres"),
        ]))
    try register.erase(person: "P-1", at: Instant(milliseconds: 0), basis: "KS 2026/1")
    #expect(try register.name(ofAccount: "C-1") == nil)
    #expect(try register.accounts(named: "anna", in: "S-1").isEmpty)
    #expect(try register.name(ofAccount: "C-2")?.name == "postgres")
  }
}
