import Chronology
import Diagnostics
import Foundation
import Testing

@testable import IdentityRegister

@Suite struct ErasureTests {
  private func person(_ number: Int, _ version: Int = 0) -> Identity {
    Identity(
      person: "P-\(number)", name: "Name\(number)x Surname\(number)x\(version)",
      userName: "login\(number)x",
      employeeNumber: "emp\(number)x", email: "mail\(number)x@kommun.example",
      title: "title\(number)x")
  }

  private func note(_ number: Int, _ subject: Int) -> OpenText {
    let lengths = [1, 12, 70, 600]
    return openText(
      number, String(repeating: "note\(subject)x ", count: lengths[number % 4]),
      subject: "P-\(subject)")
  }

  @Test func `no byte of an erased person is left in the folder`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    // Churn: names change, texts are withdrawn, in an order that makes pages split and merge.
    for round in 0..<3 {
      for start in stride(from: 0, to: 300, by: 50) {
        let numbers = (start..<(start + 50)).map { $0 * 7 % 300 }
        let texts = numbers.map { note(round * 1_000 + $0, $0) }
        let receipt = try register.put(
          Batch(identities: numbers.map { person($0, round) }, texts: texts))
        if round > 0, start == 100 { try register.withdraw(receipt) }
      }
    }
    let erased = (0..<300).filter { $0 % 3 == 0 }
    #expect(try place.holds("Surname3x") && place.holds("note3x") && place.holds("mail3x"))
    for chunk in [erased.prefix(1), erased.dropFirst().prefix(40), erased.dropFirst(41)] {
      let count = try register.erase(persons: chunk.map { "P-\($0)" }, at: moment, basis: basis)
      #expect(count.identities == chunk.count && count.texts >= chunk.count)
    }
    let bytes = try place.bytes()
    for number in 0..<300 {
      for word in ["Surname", "login", "emp", "mail", "title", "note", "Name"] {
        let isThere = bytes.range(of: Data("\(word)\(number)x".utf8)) != nil
        if isThere != (number % 3 != 0) { Issue.record("\(word)\(number)x: \(isThere)") }
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder).count == 1)
    try register.check()
    #expect(try register.identities().count == 200)
    #expect(
      try register.identity(of: "P-3") == .erased(Erasure(person: "P-3", at: moment, basis: basis)))
    let text = note(3, 3)
    #expect(try register.text(for: text.commitment) == .erased(at: moment, basis: basis))
    #expect(try register.resolve("login4x") == .one("P-4"))
    #expect(try register.text(for: note(4, 4).commitment) == .present(note(4, 4)))
    #expect(code { _ = try register.put(Batch(texts: [text])) } == "IDR-15")
    #expect(code { try register.put(person(3)) } == "IDR-15")
    #expect(code { try register.put(Identity(person: "P-3", name: "Ny")) } == "IDR-15")
    #expect(try register.connection.integer("SELECT count(*) FROM lookup") == 5 * 200)
  }

  @Test func `the journal that held the erased bytes is overwritten`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    _ = try register.put(
      Batch(identities: [person(1), person(2)], texts: [note(5, 2)]))
    // Many pages, so that the journal of the erasure is longer than that of the cleaning.
    let texts = (0..<40).map { note($0 * 4 + 3, 1) }
    _ = try register.put(Batch(texts: texts))
    // The journal is made to exist before, so that a second name keeps hold of its blocks.
    try register.connection.run("PRAGMA journal_mode = PERSIST")
    try register.put(person(4))
    let kept = try TemporaryRegister(isCreated: false)
    try FileManager.default.linkItem(atPath: place.path + "-journal", toPath: kept.path)
    #expect(try kept.holds("Surname1x"))
    try register.erase(person: "P-1", at: moment, basis: basis)
    for word in ["Surname1x", "note1x", "login1x"] { #expect(try !kept.holds(word), "\(word)") }
    #expect(try !kept.bytes().isEmpty)
    // The file itself has been rewritten: secure deletion alone leaves empty pages, and at times a copy of
    // a row that was moved.
    #expect(try register.connection.integer("PRAGMA freelist_count") == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder).count == 1)
    let other = try place.open()
    try other.put(person(6))
  }

  @Test func `erasing nobody is an error, erasing again is not`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    try register.put(person(1))
    #expect(
      code { try register.erase(persons: ["P-1", "P-9"], at: moment, basis: basis) } == "IDR-16")
    #expect(try register.identity(of: "P-1") == .present(person(1)))
    #expect(code { try register.erase(person: "P-1", at: moment, basis: " ") } == "IDR-12")
    #expect(try register.erase(person: "P-1", at: moment, basis: basis).identities == 1)
    #expect(try register.erase(person: "P-1", at: .latest, basis: "annan").identities == 0)
    #expect(try register.erasures() == [Erasure(person: "P-1", at: moment, basis: basis)])
    // A text recorded later about the same person can be kept, and erased in its turn.
    let late = note(7, 1)
    _ = try register.put(Batch(texts: [late]))
    try register.setLocked(true, for: late.commitment)
    #expect(try register.erase(person: "P-1", at: .latest, basis: "annan").texts == 1)
    #expect(try register.text(for: late.commitment) == .erased(at: .latest, basis: "annan"))
    #expect(try register.erasures().count == 2)
  }

  @Test func `erasures are replayed on a restored backup`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    _ = try register.put(Batch(identities: [person(1)], texts: [note(1, 1)]))
    let restored = try TemporaryRegister(isCreated: false)
    try place.open(.readOnly).copy(to: restored.path)
    #expect(code { try register.copy(to: restored.path) } == "IDR-02")
    let attributes = try FileManager.default.attributesOfItem(atPath: restored.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    try register.put(person(2))
    try register.erase(persons: ["P-1", "P-2"], at: moment, basis: basis)
    let backup = try restored.open()
    let count = try backup.replay(register.erasures())
    #expect(count.identities == 1 && count.texts == 1)
    #expect(try !restored.holds("Surname1x"))
    #expect(try backup.erasures() == register.erasures())
    #expect(code { try backup.put(person(2)) } == "IDR-15")
    #expect(try backup.replay(register.erasures()).texts == 0)
    #expect(try backup.erasures().count == 2)
  }

  @Test func `a cleaning that was cut off is due until it is done`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    _ = try register.put(Batch(identities: [person(1)], texts: [note(3, 1)]))
    #expect(try !register.isCleaningDue())
    try register.erase(person: "P-1", at: moment, basis: basis)
    #expect(try !register.isCleaningDue())
    try register.connection.run("UPDATE erasure SET is_clean = 0")
    #expect(try register.isCleaningDue())
    // As a large file is cleaned: the copy is on disk, in the register's folder, and leaves nothing there.
    register.copyInMemoryBytesMax = 0
    try register.clean()
    #expect(try !register.isCleaningDue())
    try register.connection.run("UPDATE erasure SET is_clean = 0")
    try register.erase(person: "P-1", at: moment, basis: basis)
    #expect(try !register.isCleaningDue())
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder).count == 1)
    try register.check()
  }

  @Test func `a cleaning that fails says so, and the data is erased all the same`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    try register.put(person(1))
    try register.connection.run(
      "CREATE TEMP TRIGGER stop BEFORE UPDATE OF is_clean ON erasure BEGIN SELECT RAISE(ABORT, 'stopped'); END"
    )
    #expect(code { try register.erase(person: "P-1", at: moment, basis: basis) } == "IDR-18")
    #expect(try register.isCleaningDue())
    #expect(
      try register.identity(of: "P-1") == .erased(Erasure(person: "P-1", at: moment, basis: basis)))
    try register.connection.run("DROP TRIGGER stop")
    try place.open().clean()
    #expect(try !register.isCleaningDue())
  }
}
