import CSQLite
import Diagnostics
import Foundation
import Testing

@testable import IdentityRegister

@Suite struct OpeningTests {
  /// Runs `body` on this thread as a user without the rights of root.
  private func asNobody(_ body: () -> Void) throws {
    guard geteuid() == 0 else { return body() }
    typealias SetUser = @convention(c) (uid_t) -> CInt
    let symbol = try #require(dlsym(nil, "setfsuid"))
    let setUser = unsafeBitCast(symbol, to: SetUser.self)
    _ = setUser(65_534)
    body()
    _ = setUser(0)
  }

  private func edit(_ path: String, _ sql: String) {
    var handle: OpaquePointer?
    sqlite3_open(path, &handle)
    #expect(sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(handle)
  }

  @Test func `a new register is the owner's alone, empty, sound and stamped`() throws {
    let place = try TemporaryRegister()
    let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder).count == 1)
    let register = try place.open()
    #expect(try register.identities().isEmpty)
    #expect(register.finding() == nil)
    try register.check()
    #expect(try place.bytes()[68..<72] == Data("Lidr".utf8))
    #expect(try register.connection.integer("PRAGMA secure_delete") == 1)
    #expect(try register.connection.integer("PRAGMA synchronous") == 3)
    chmod(place.path, 0o644)
    #expect(register.finding()?.code == "IDR-19")
  }

  @Test func `a register is created only where nothing stands`() throws {
    let place = try TemporaryRegister()
    let before = try place.bytes()
    #expect(code { try IdentityRegister.create(at: place.path) } == "IDR-02")
    #expect(try place.bytes() == before)
    #expect(code { try IdentityRegister.create(at: place.folder + "/none/x") } == "IDR-01")
    symlink("nowhere", place.folder + "/link")
    #expect(code { try IdentityRegister.create(at: place.folder + "/link") } == "IDR-02")
  }

  @Test func `what is not a register of this version is told apart`() throws {
    let place = try TemporaryRegister(isCreated: false)
    #expect(code { _ = try place.open() } == "IDR-01")
    #expect(code { _ = try place.open(.readOnly) } == "IDR-01")
    #expect(code { _ = try IdentityRegister(opening: place.folder, .readOnly) } == "IDR-03")
    for content in [
      "", "not a database at all, and long enough to hold a header of one hundred bytes …",
    ] {
      try (content + content).write(toFile: place.path, atomically: false, encoding: .utf8)
      #expect(code { _ = try place.open(.readOnly) } == "IDR-03", "\(content)")
    }
    unlink(place.path)
    edit(place.path, "CREATE TABLE x (y)")
    #expect(code { _ = try place.open() } == "IDR-03")

    unlink(place.path)
    try IdentityRegister.create(at: place.path)
    edit(place.path, "PRAGMA user_version = 3")
    #expect(code { _ = try place.open(.readOnly) } == "IDR-04")
    #expect(code { _ = try place.open() } == "IDR-04")
  }

  @Test func `damage is told, wherever it is`() throws {
    let place = try TemporaryRegister()
    let text = String(repeating: "behov ", count: 1_000)
    _ = try place.open().put(Batch(texts: (0..<200).map { openText($0, text) }))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
    for start in stride(from: 4_096, to: bytes.count, by: 4_096) {
      bytes.replaceSubrange(start..<(start + 64), with: Data(repeating: 0xFF, count: 64))
    }
    try bytes.write(to: URL(fileURLWithPath: place.path))
    let found = code {
      let register = try place.open(.readOnly)
      try register.check()
    }
    #expect(found == "IDR-05")
    #expect(code { _ = try place.open().text(for: openText(7, "").commitment) } == "IDR-05")
    try bytes[..<5_000].write(to: URL(fileURLWithPath: place.path))
    #expect(code { try place.open(.readOnly).check() } == "IDR-05")
  }

  @Test func `a folder that cannot be written to can be read from`() throws {
    let place = try TemporaryRegister()
    try place.open().put(Identity(person: "P-1", name: "Åsa Öberg"))
    for file in [place.path, place.folder] {
      if geteuid() == 0 { chown(file, 65_534, 65_534) }
      chmod(file, 0o500)
    }
    let before = try place.bytes()
    try asNobody {
      var resolution: Resolution?
      var refusals: [String?] = []
      let failure = code {
        let register = try place.open(.readOnly)
        resolution = try register.resolve("åsa öberg")
        refusals.append(code { try register.put(Identity(person: "P-2", name: "Bo")) })
        refusals.append(code { try register.erase(person: "P-1", at: moment, basis: basis) })
      }
      #expect(failure == nil && resolution == .one("P-1") && refusals == ["IDR-08", "IDR-08"])
      #expect(code { _ = try place.open() } == "IDR-08")
      #expect(code { try IdentityRegister.create(at: place.folder + "/other") } == "IDR-08")
      chmod(place.path, 0)
      #expect(code { _ = try place.open(.readOnly) } == "IDR-09")
      chmod(place.path, 0o600)
      #expect(code { try place.open().put(Identity(person: "P-2", name: "Bo")) } == "IDR-08")
    }
    #expect(try place.bytes() == before)
  }

  @Test func `a write that was cut off is rolled back, or told of where it cannot be`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    try register.put(Identity(person: "P-1", name: "Åsa Öberg"))
    try register.connection.run("PRAGMA cache_size = 1")
    try register.connection.run("BEGIN IMMEDIATE")
    try register.connection.run("UPDATE identity SET name = 'Wrong'")
    for number in 0..<200 {
      _ = try register.add(openText(number, String(repeating: "x", count: 4_000)))
    }
    let copy = try TemporaryRegister(isCreated: false)
    for suffix in ["", "-journal"] {
      try FileManager.default.copyItem(atPath: place.path + suffix, toPath: copy.path + suffix)
      if geteuid() == 0 { chown(copy.path + suffix, 65_534, 65_534) }
    }
    if geteuid() == 0 { chown(copy.folder, 65_534, 65_534) }
    chmod(copy.folder, 0o500)
    try asNobody { #expect(code { _ = try copy.open(.readOnly) } == "IDR-11") }
    chmod(copy.folder, 0o700)
    let repaired = try copy.open()
    try repaired.check()
    #expect(try repaired.identities().map(\.name) == ["Åsa Öberg"])
    #expect(code { _ = try repaired.text(for: openText(1, "").commitment) } == "IDR-17")
  }

  @Test func `two handles see each other's work, and a held lock is told of after the wait`() throws
  {
    let place = try TemporaryRegister()
    let first = try place.open()
    let second = try place.open()
    try first.put(Identity(person: "P-1", name: "Åsa Öberg"))
    #expect(try second.resolve("P-1") == .one("P-1"))
    try second.put(Identity(person: "P-2", name: "Bo Ek"))
    #expect(try first.identities().count == 2)
    try first.connection.run("BEGIN EXCLUSIVE")
    #expect(code { try second.put(Identity(person: "P-3", name: "Cy")) } == "IDR-06")
    #expect(code { try second.erase(person: "P-1", at: moment, basis: basis) } == "IDR-06")
    #expect(code { _ = try second.identities() } == "IDR-06")
    #expect(code { _ = try place.open(.readOnly) } == "IDR-06")
    try first.connection.run("ROLLBACK")
    #expect(try second.identities().count == 2)
    try second.put(Identity(person: "P-3", name: "Cy"))
    // A reader in the middle of its rows keeps a writer out, and afterwards all is well.
    try first.forEachIdentity { (_) throws(Diagnostic) in
      #expect(code { try second.put(Identity(person: "P-4", name: "Di")) } == "IDR-06")
      #expect(code { try second.erase(person: "P-1", at: moment, basis: basis) } == "IDR-06")
    }
    try second.erase(person: "P-1", at: moment, basis: basis)
    try first.put(Identity(person: "P-4", name: "Di"))
    #expect(try second.identities().map(\.person) == ["P-2", "P-3", "P-4"])
  }

  @Test func `a full disk is told of and leaves the register as it was`() throws {
    let place = try TemporaryRegister()
    let register = try place.open()
    try register.put(Identity(person: "P-1", name: "Åsa Öberg"))
    try register.connection.run("PRAGMA max_page_count = 20")
    let text = String(repeating: "x", count: 8_000)
    let batch = Batch(
      identities: [Identity(person: "P-2", name: "Bo")], texts: (0..<20).map { openText($0, text) })
    #expect(code { _ = try register.put(batch) } == "IDR-07")
    #expect(try register.identities().map(\.person) == ["P-1"])
    try register.check()
    try register.put(Identity(person: "P-2", name: "Bo"))
  }

  @Test func `a path is a path, whatever it looks like`() throws {
    let place = try TemporaryRegister(isCreated: false)
    for name in ["file:x?mode=memory", "it's", "åäö 🙂", "%41"] {
      let path = place.folder + "/" + name
      try IdentityRegister.create(at: path)
      let register = try IdentityRegister(opening: path, .readWrite)
      try register.put(Identity(person: "P-1", name: "Åsa Öberg"))
      #expect(FileManager.default.fileExists(atPath: path))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder).count == 4)
    let codes = IdentityRegister.catalogue.map(\.code)
    #expect(codes == (1...codes.count).map { $0 < 10 ? "IDR-0\($0)" : "IDR-\($0)" })
  }
}
